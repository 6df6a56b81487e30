// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;

/**
 * Turns away what no page of ours sends: bodies that are too large, forms with too many fields, forms without the token of the session.
 */
final class RequestGuard {

    static final long LARGEST_FORM = 256 * 1024;
    static final long LARGEST_UPLOAD = 12 * 1024 * 1024;
    private static final int MOST_FIELDS = 300;

    private final Sessions sessions;
    private final Set<String> fromOutside;

    /** @param fromOutside paths that other systems post to; they prove themselves in their own way */
    RequestGuard(Sessions sessions, Set<String> fromOutside) {
        this.sessions = sessions;
        this.fromOutside = Set.copyOf(fromOutside);
    }

    void check(Context ctx) {
        if (!HandlerType.POST.equals(ctx.method())) {
            return;
        }
        checkSize(ctx);
        checkFields(ctx);
        if (fromOutside.stream()
                .noneMatch(path -> ctx.path().equals(path) || ctx.path().startsWith(path + "/"))) {
            checkToken(ctx);
        }
    }

    private static void checkSize(Context ctx) {
        long length = ctx.req().getContentLengthLong();
        if (length < 0) {
            throw new HttpResponseException(HttpStatus.LENGTH_REQUIRED.getCode(), "no length", Map.of());
        }
        if (length > (ctx.isMultipart() ? LARGEST_UPLOAD : LARGEST_FORM)) {
            passOver(ctx);
            throw new HttpResponseException(HttpStatus.CONTENT_TOO_LARGE.getCode(), "too large", Map.of());
        }
    }

    /** Lets the body run through, up to a bound: a browser that is still sending would show a broken connection and not our answer. */
    private static void passOver(Context ctx) {
        try (InputStream body = ctx.req().getInputStream()) {
            body.skip(2 * LARGEST_UPLOAD);
        } catch (IOException e) {
            // who gives up sending does not read the answer either
        }
    }

    private static void checkFields(Context ctx) {
        boolean tooMany = ctx.isFormUrlencoded()
                ? ctx.body().chars().filter(c -> c == '&').count() >= MOST_FIELDS
                : ctx.isMultipart() && ctx.formParamMap().size() > MOST_FIELDS;
        if (tooMany) {
            throw new HttpResponseException(HttpStatus.CONTENT_TOO_LARGE.getCode(), "too many fields", Map.of());
        }
    }

    private void checkToken(Context ctx) {
        String token = ctx.formParam("_csrf");
        if (sessions.find(ctx).filter(session -> session.owns(token)).isEmpty()) {
            throw new HttpResponseException(HttpStatus.FORBIDDEN.getCode(), "token", Map.of());
        }
    }
}
