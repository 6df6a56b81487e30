// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a portal answers to a browser: stands for the response of whatever framework it uses. */
record Reply(int status, Map<String, String> headers, List<String> cookies, String html) {

    static Reply page(int status, String html) {
        return new Reply(status, Map.of("Content-Type", "text/html; charset=UTF-8"), List.of(), html);
    }

    static Reply seeOther(String path) {
        return new Reply(303, Map.of("Location", path), List.of(), "");
    }

    Reply with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Reply(status, all, cookies, html);
    }

    Reply cookie(String setCookie) {
        List<String> all = new ArrayList<>(cookies);
        all.add(setCookie);
        return new Reply(status, headers, all, html);
    }
}
