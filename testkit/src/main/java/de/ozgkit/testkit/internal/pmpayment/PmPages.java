// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.pmpayment;

import de.ozgkit.core.Money;
import de.ozgkit.testkit.PmTransaction;
import java.util.Map;

/** The mock's pages, in German. They work without a script; the only script presses the button that is there anyway. */
public final class PmPages {

    /** Sends the form of the page. */
    public static final String SCRIPT = "document.querySelector('form.weiter').submit();\n";

    private static final String STYLE =
            """
            :root { color-scheme: light dark; }
            body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 0 auto; padding: 1.5rem; }
            .demo { border: 2px solid currentColor; padding: .5rem 1rem; }
            dt { font-weight: bold; }
            dd { margin: 0 0 .75rem 0; }
            button, .button { font: inherit; display: block; box-sizing: border-box; width: 100%; min-height: 3rem; margin: .75rem 0;
              padding: .5rem 1rem; border: 2px solid #004b76; border-radius: .25rem; text-align: center; }
            button { background: #004b76; color: #fff; cursor: pointer; }
            button.plain { background: #fff; color: #004b76; }
            :focus-visible { outline: 4px solid #d47500; outline-offset: 2px; }
            """;

    private PmPages() {}

    public static String style() {
        return STYLE;
    }

    /** Where the payer pays. */
    public static String pay(PmTransaction transaction) {
        return page(
                "Bezahlen",
                """
                <h1>Bezahlen</h1>
                <dl>
                  <dt>Betrag</dt><dd>%s</dd>
                  <dt>Verwendungszweck</dt><dd>%s</dd>
                  <dt>Empfänger</dt><dd>Amtlicher Gemeindeschlüssel %s</dd>
                </dl>
                <form method="post" action="/paypage/%s">
                  <button name="action" value="pay">Bezahlen mit Kreditkarte</button>
                  <button class="plain" name="action" value="cancel">Abbrechen</button>
                  <button class="plain" name="action" value="later">Später bezahlen</button>
                </form>
                """
                        .formatted(
                                html(Money.cents(transaction.cents()).toString()),
                                html(transaction.desc()),
                                html(transaction.ags()),
                                html(transaction.pageKey())));
    }

    /** What carries the result back to the portal. */
    public static String back(PmTransaction transaction, String redirectUrl, Map<String, String> fields) {
        StringBuilder hidden = new StringBuilder();
        fields.forEach((name, value) -> hidden.append("  <input type=\"hidden\" name=\"")
                .append(html(name))
                .append("\" value=\"")
                .append(html(value))
                .append("\">\n"));
        String heading = transaction.status() == PmTransaction.PAID ? "Zahlung erfolgt" : "Zahlung nicht erfolgt";
        return page(
                heading,
                """
                <h1>%s</h1>
                <p>Sie werden zum Portal zurückgeleitet. Wenn das nicht geschieht, wählen Sie „Weiter zum Portal“.</p>
                <form class="weiter" method="post" action="%s">
                %s  <button>Weiter zum Portal</button>
                </form>
                <script src="/paypage/assets/weiter.js"></script>
                """
                        .formatted(heading, html(redirectUrl), hidden));
    }

    /** For who pays later, and where there is nothing more to do. */
    public static String plain(String heading, String text, String link) {
        String way = link.isEmpty() ? "" : "<p><a class=\"button\" href=\"" + html(link) + "\">Zum Portal</a></p>\n";
        return page(heading, "<h1>" + html(heading) + "</h1>\n<p>" + html(text) + "</p>\n" + way);
    }

    private static String page(String title, String main) {
        return """
                <!DOCTYPE html>
                <html lang="de">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s – Bezahlplattform (Demonstration)</title>
                <link rel="stylesheet" href="/paypage/assets/seite.css">
                </head>
                <body>
                <header><p class="demo">Demonstration – keine echte Bezahlplattform. Es wird kein Geld abgebucht.</p></header>
                <main>
                %s</main>
                </body>
                </html>
                """
                .formatted(html(title), main);
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
