// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.servlet;

import de.ozgkit.identity.internal.Html;
import java.util.Optional;

/**
 * What a citizen must be told instead of being logged in. Hold it in the portal's own design with
 * {@link NutzerkontoFilter.Builder#notices}; escape the text like any other.
 *
 * @param status of HTTP
 * @param text a German sentence
 * @param number by which the log tells more; empty where nothing went wrong
 * @param again path to try it again; empty where that makes no sense
 * @since 0.1
 */
public record Notice(int status, String text, Optional<String> number, Optional<String> again) {

    static Notice of(int status, String text) {
        return new Notice(status, text, Optional.empty(), Optional.empty());
    }

    Notice numbered(String number) {
        return new Notice(status, text, Optional.of(number), again);
    }

    Notice again(String path) {
        return new Notice(status, text, number, Optional.of(path));
    }

    /** The page where the portal has none of its own. */
    String plainPage() {
        return PAGE.replace("{text}", Html.escape(text))
                .replace(
                        "{number}",
                        number.map(n -> "<p>Vorgang " + Html.escape(n) + "</p>\n")
                                .orElse(""))
                .replace(
                        "{again}",
                        again.map(path -> "<p><a href=\"" + Html.escape(path) + "\">Noch einmal anmelden</a></p>\n")
                                .orElse(""));
    }

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="de">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Anmeldung</title>
            </head>
            <body>
            <main>
            <h1>Anmeldung</h1>
            <p>{text}</p>
            {number}{again}<p><a href="/">Zur Startseite</a></p>
            </main>
            </body>
            </html>
            """;
}
