// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Looks at what comes in before it is read, and turns away what no account and no page of ours sends. */
final class Inbound {

    /** A message of 256 KiB, as much as is read, with every character of base64 written in percent form. */
    private static final long MAX_BODY = 3 * 256 * 1024L + 1024;

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String WRONG_WAY = "Diese Adresse kann so nicht aufgerufen werden.";

    private final Answers answers;

    Inbound(Answers answers) {
        this.answers = answers;
    }

    boolean isMethod(String method, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals(method)) {
            return true;
        }
        response.setHeader("Allow", method);
        answers.notice(response, Notice.of(HttpServletResponse.SC_METHOD_NOT_ALLOWED, WRONG_WAY));
        return false;
    }

    /** Looks at the body before a byte of it is read. What belongs into it must not stand in the address, which ends up in logs. */
    boolean isForm(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String type = request.getContentType();
        int problem = 0;
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(FORM)) {
            problem = HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
        } else if (request.getContentLengthLong() < 0) {
            problem = HttpServletResponse.SC_LENGTH_REQUIRED;
        } else if (request.getContentLengthLong() > MAX_BODY) {
            problem = HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        } else if (request.getQueryString() != null) {
            problem = HttpServletResponse.SC_BAD_REQUEST;
        }
        if (problem != 0) {
            answers.notice(response, Notice.of(problem, WRONG_WAY));
        }
        return problem == 0;
    }

    /** Whether one of our own pages sent the form. Origin is "null" where the page tells no referrer. */
    boolean isFromHere(Account account, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean here = site == null
                ? origin == null || origin.equals("null") || origin.equals(account.origin())
                : site.equals("same-origin");
        if (!here) {
            answers.notice(response, Notice.of(HttpServletResponse.SC_FORBIDDEN, WRONG_WAY));
        }
        return here;
    }

    /** The value of a field that may stand in the form once. */
    static @Nullable String only(HttpServletRequest request, String field) {
        String[] values = request.getParameterValues(field);
        return values != null && values.length == 1 ? values[0] : null;
    }
}
