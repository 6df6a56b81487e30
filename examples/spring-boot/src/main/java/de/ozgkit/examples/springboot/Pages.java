// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.springboot;

import de.ozgkit.identity.servlet.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.HtmlUtils;

/** Three pages: for everybody, from substantial, from high. */
@Controller
class Pages {

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String start(HttpServletRequest request) {
        String who = SignedIn.of(request).map(Pages::greeting).orElse("<p>Sie sind nicht angemeldet.</p>");
        return page("Start", who);
    }

    @GetMapping(path = "/hund", produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String dog(HttpServletRequest request) {
        return page("Hund anmelden", greeting(SignedIn.of(request).orElseThrow()));
    }

    @GetMapping(path = "/ausweis", produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String card(HttpServletRequest request) {
        return page("Ausweis sperren", greeting(SignedIn.of(request).orElseThrow()));
    }

    private static String greeting(SignedIn citizen) {
        return """
                <p>Guten Tag %s (%s).</p>
                <form method="post" action="/saml/logout"><button type="submit">Abmelden</button></form>
                """
                .formatted(
                        HtmlUtils.htmlEscape(citizen.identity().displayName()),
                        citizen.level().germanName());
    }

    private static String page(String title, String content) {
        return """
                <!DOCTYPE html>
                <html lang="de">
                <head><meta charset="utf-8"><title>%1$s</title></head>
                <body>
                <main>
                <h1>%1$s</h1>
                %2$s
                <ul><li><a href="/hund">Hund anmelden</a></li><li><a href="/ausweis">Ausweis sperren</a></li></ul>
                </main>
                </body>
                </html>
                """
                .formatted(title, content);
    }
}
