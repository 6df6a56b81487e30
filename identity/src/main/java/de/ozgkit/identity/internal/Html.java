// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import java.net.URI;
import java.util.Map;

/** Writes the pages of this module, which differ in what leads on. */
public final class Html {

    private Html() {}

    public static String postingPage(URI destination, Map<String, String> fields, String scriptPath) {
        StringBuilder inputs = new StringBuilder();
        fields.forEach((name, value) -> inputs.append("<input type=\"hidden\" name=\"")
                .append(escape(name))
                .append("\" value=\"")
                .append(escape(value))
                .append("\">\n"));
        return page(
                "<form id=\"ozg-login\" method=\"post\" action=\"" + escape(destination.toString()) + "\">\n" + inputs
                        + "<button type=\"submit\">Weiter</button>\n</form>",
                scriptPath);
    }

    public static String leadingPage(URI destination, String scriptPath) {
        return page(
                "<p><a id=\"ozg-login\" rel=\"noreferrer\" href=\"" + escape(destination.toString())
                        + "\">Weiter</a></p>",
                scriptPath);
    }

    public static Map<String, String> headers(URI destination) {
        return Map.of(
                "Content-Type",
                "text/html; charset=UTF-8",
                "Cache-Control",
                "no-store",
                "Referrer-Policy",
                "no-referrer",
                "X-Content-Type-Options",
                "nosniff",
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action "
                        + origin(destination));
    }

    /** Scheme, host and port of an address. */
    public static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private static String page(String onward, String scriptPath) {
        return PAGE.replace("{script}", escape(scriptPath)).replace("{onward}", onward);
    }

    /** Text that is safe in the content of an element and in an attribute in quotes. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="de">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>Weiter zu Ihrem Nutzerkonto</title>
            </head>
            <body>
            <main>
            <h1>Weiter zu Ihrem Nutzerkonto</h1>
            <p>Sie werden zu Ihrem Nutzerkonto weitergeleitet. Falls nichts geschieht, wählen Sie bitte „Weiter“.</p>
            {onward}
            </main>
            <script src="{script}"></script>
            </body>
            </html>
            """;
}
