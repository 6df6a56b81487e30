// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.paypage;

import de.ozgkit.core.Money;
import de.ozgkit.testkit.PeerResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The pages of mock platforms, in German. They work without a script; the only script presses the button that is there anyway. */
public final class PayPages {

    /** Sends the form of the page. */
    private static final String SCRIPT = "document.querySelector('form.weiter').submit();\n";

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

    private PayPages() {}

    /**
     * What is to be paid.
     *
     * @param payee who gets it, in the platform's words
     * @param key last part of the address of its page
     */
    public record Bill(Money amount, String purpose, String payee, String key) {}

    /** Where the payer pays. */
    public static String pay(Bill bill) {
        return page(
                "Bezahlen",
                """
                <h1>Bezahlen</h1>
                <dl>
                  <dt>Betrag</dt><dd>%s</dd>
                  <dt>Verwendungszweck</dt><dd>%s</dd>
                  <dt>Empfänger</dt><dd>%s</dd>
                </dl>
                <form method="post" action="/paypage/%s">
                  <button name="action" value="pay">Bezahlen mit Kreditkarte</button>
                  <button class="plain" name="action" value="cancel">Abbrechen</button>
                  <button class="plain" name="action" value="later">Später bezahlen</button>
                </form>
                """
                        .formatted(
                                html(bill.amount().toString()),
                                html(bill.purpose()),
                                html(bill.payee()),
                                html(bill.key())));
    }

    /** What carries the result back to the portal by a form. */
    public static String back(boolean paid, String redirectUrl, Map<String, String> fields) {
        StringBuilder hidden = new StringBuilder();
        fields.forEach((name, value) -> hidden.append("  <input type=\"hidden\" name=\"")
                .append(html(name))
                .append("\" value=\"")
                .append(html(value))
                .append("\">\n"));
        String heading = paid ? "Zahlung erfolgt" : "Zahlung nicht erfolgt";
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

    /** Where there is no such payment. */
    public static PeerResponse unknown() {
        return show(plain("Zahlung nicht gefunden", "Diese Zahlungsseite gibt es nicht.", ""), "")
                .withStatus(404);
    }

    /** For who pays later. */
    public static PeerResponse later(String link) {
        return show(
                plain("Noch nicht bezahlt", "Sie können diese Seite schließen und später im Portal bezahlen.", link),
                "");
    }

    /** Where there is nothing more to do. */
    public static PeerResponse over() {
        return show(plain("Zahlung beendet", "Sie können diese Seite schließen.", ""), "");
    }

    /**
     * A page as it goes to the browser.
     *
     * @param formTarget where its form leads in the end, if not to the platform; empty if it does not
     */
    public static PeerResponse show(String page, String formTarget) {
        String elsewhere = "";
        if (!formTarget.isEmpty()) {
            URI target = URI.create(formTarget);
            elsewhere = " " + target.getScheme() + "://" + target.getAuthority();
        }
        return PeerResponse.html(page)
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'" + elsewhere
                                + "; base-uri 'none'; frame-ancestors 'none'")
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer");
    }

    /** What is at {@code /paypage/assets/weiter.js}. */
    public static PeerResponse script() {
        return PeerResponse.of("text/javascript; charset=UTF-8", SCRIPT.getBytes(StandardCharsets.UTF_8));
    }

    /** What is at {@code /paypage/assets/seite.css}. */
    public static PeerResponse style() {
        return PeerResponse.of("text/css; charset=UTF-8", STYLE.getBytes(StandardCharsets.UTF_8));
    }

    private static String plain(String heading, String text, String link) {
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
