// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.web;

import de.ozgkit.core.OzgException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.Tokens;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people see when something fails: plain German, what to do next, and a number by which we find the log line. Never a stack trace;
 * the log names the route and not the address, which may hold a case.
 */
final class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final int NUMBER_LENGTH = 8;

    private final Views views;
    private final Tokens tokens;

    ErrorPages(Views views, Tokens tokens) {
        this.views = views;
        this.tokens = tokens;
    }

    void register(RoutesConfig routes) {
        routes.exception(HttpResponseException.class, (e, ctx) -> show(ctx, e.getStatus(), number()));
        routes.exception(OzgException.class, this::peerTrouble);
        routes.exception(Exception.class, this::unexpected);
        for (HttpStatus status : new HttpStatus[] {HttpStatus.NOT_FOUND, HttpStatus.METHOD_NOT_ALLOWED}) {
            routes.error(status.getCode(), ctx -> {
                if (ctx.result() == null || !String.valueOf(ctx.contentType()).startsWith("text/html")) {
                    show(ctx, HttpStatus.NOT_FOUND.getCode(), number());
                }
            });
        }
    }

    /** The page as text, for errors that Jetty finds before any route is reached. */
    String html(Page page, int status, String number) {
        return views.render("pages/error.jte", page, Map.of("text", ErrorText.of(status), "number", number));
    }

    String number() {
        return tokens.uuid().toString().substring(0, NUMBER_LENGTH);
    }

    private void peerTrouble(OzgException e, Context ctx) {
        String number = number();
        // A cause from another library may quote what was sent: of it the log gets the place, not the words.
        String trace = e instanceof RejectedException ? "" : "\n" + Trace.of(e);
        LOG.warn("Error {} at {} {}: {}{}", number, ctx.method(), route(ctx), e.getMessage(), trace);
        int status = e instanceof RejectedException
                ? HttpStatus.BAD_REQUEST.getCode()
                : HttpStatus.SERVICE_UNAVAILABLE.getCode();
        Page page = views.bare(ErrorText.of(status).heading());
        ErrorText text = new ErrorText(
                page.heading(), e.publicText(), ErrorText.of(status).next());
        answer(ctx, status, views.render("pages/error.jte", page, Map.of("text", text, "number", number)));
    }

    private void unexpected(Exception e, Context ctx) {
        String number = number();
        // The message of an unknown exception may quote what was typed in: the log gets its place, not its words.
        LOG.error("Error {} at {} {}: {}", number, ctx.method(), route(ctx), Trace.of(e));
        show(ctx, HttpStatus.INTERNAL_SERVER_ERROR.getCode(), number);
    }

    private void show(Context ctx, int status, String number) {
        answer(ctx, status, html(views.bare(ErrorText.of(status).heading()), status, number));
    }

    private static void answer(Context ctx, int status, String html) {
        ctx.status(status);
        ctx.header("Cache-Control", "no-store");
        ctx.html(html);
    }

    private static String route(Context ctx) {
        var endpoint = ctx.endpoints().lastHttpEndpoint();
        return endpoint == null ? "(no route)" : endpoint.path;
    }
}
