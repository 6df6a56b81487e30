// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import java.net.URI;
import java.util.Map;

/** Writes the one page of this module. */
public final class Html {

    private Html() {}

    public static String postingPage(URI destination, Map<String, String> fields, String scriptPath) {
        StringBuilder inputs = new StringBuilder();
        fields.forEach((name, value) -> inputs.append("<input type=\"hidden\" name=\"")
                .append(escape(name))
                .append("\" value=\"")
                .append(escape(value))
                .append("\">\n"));
        return PAGE.replace("{script}", escape(scriptPath))
                .replace("{action}", escape(destination.toString()))
                .replace("{inputs}", inputs);
    }

    /** Text that is safe in the content of an element and in an attribute in quotes. */
    static String escape(String text) {
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
            <title>Weiter zur Anmeldung</title>
            </head>
            <body>
            <main>
            <h1>Weiter zur Anmeldung</h1>
            <p>Sie werden zu Ihrem Nutzerkonto weitergeleitet. Falls nichts geschieht, wählen Sie bitte „Weiter“.</p>
            <form id="ozg-login" method="post" action="{action}">
            {inputs}<button type="submit">Weiter</button>
            </form>
            </main>
            <script src="{script}"></script>
            </body>
            </html>
            """;
}
