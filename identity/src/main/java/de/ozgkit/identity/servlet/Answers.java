// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.servlet;

import de.ozgkit.core.OzgException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.Tokens;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the filter sends itself: pages, texts, redirects, and notices with a number that stands in the log too. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(NutzerkontoFilter.class);
    private static final int NUMBER_LENGTH = 8;

    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "no-store",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff",
            "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; form-action 'self';"
                            + " base-uri 'none'; frame-ancestors 'none'");

    private final Function<Notice, String> notices;
    private final Tokens tokens;

    Answers(Function<Notice, String> notices, Tokens tokens) {
        this.notices = notices;
        this.tokens = tokens;
    }

    void notice(HttpServletResponse response, Notice notice) throws IOException {
        HEADERS.forEach(response::setHeader);
        response.setStatus(notice.status());
        send(response, "text/html; charset=UTF-8", notices.apply(notice));
    }

    /** Tells that it went wrong. Only a message that was refused is the browser's fault. */
    void failure(HttpServletResponse response, OzgException e, String again) throws IOException {
        String number = tokens.uuid().toString().substring(0, NUMBER_LENGTH);
        LOG.warn("Log-in failed, number {}: {}", number, e.getMessage());
        int status = e instanceof RejectedException
                ? HttpServletResponse.SC_BAD_REQUEST
                : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        notice(response, Notice.of(status, e.publicText()).numbered(number).again(again));
    }

    /** A page of ours with headers of its own. */
    void page(HttpServletResponse response, Map<String, String> headers, String html) throws IOException {
        headers.forEach(response::setHeader);
        send(response, "text/html; charset=UTF-8", html);
    }

    void text(HttpServletResponse response, String type, String text) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        send(response, type, text);
    }

    /** To an address of this portal, in the form that no Host header can bend. */
    void goTo(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", path);
    }

    private static void send(HttpServletResponse response, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
