// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The headers of every answer. Nothing comes from third parties, nothing runs inline, nobody may frame a page. */
final class SecurityHeaders {

    private SecurityHeaders() {}

    /** @param formTargets origins besides our own that a form may lead to: log-in and payment pages */
    static Map<String, String> of(boolean https, List<String> formTargets) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self'; "
                        + "connect-src 'self'; form-action " + String.join(" ", withSelf(formTargets))
                        + "; base-uri 'none'; frame-ancestors 'none'");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (https) {
            headers.put("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        }
        return headers;
    }

    private static List<String> withSelf(List<String> formTargets) {
        List<String> all = new ArrayList<>(List.of("'self'"));
        all.addAll(formTargets);
        return all;
    }
}
