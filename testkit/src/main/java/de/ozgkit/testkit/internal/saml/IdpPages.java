// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.LoginMethod;
import de.ozgkit.identity.LogoutMessage;
import de.ozgkit.identity.PersonAttribute;
import de.ozgkit.testkit.MockLogin;
import de.ozgkit.testkit.PeerResponse;
import de.ozgkit.testkit.ResponseDefect;
import de.ozgkit.testkit.TestOrganisation;
import de.ozgkit.testkit.TestOrganisations;
import de.ozgkit.testkit.TestPerson;
import de.ozgkit.testkit.TestPersons;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages of the mock: plain, readable for everybody, usable without JavaScript. */
public final class IdpPages {

    public static final String SCRIPT = "document.getElementById(\"response\").submit();\n";

    public static final String STYLE =
            """
            :root { color-scheme: light dark; }
            body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 0 auto; padding: 1.5rem;
              overflow-wrap: anywhere; }
            h1 { line-height: 1.2; font-size: clamp(1.25rem, 6vw, 1.75rem); }
            fieldset { border: 1px solid; border-radius: .25rem; margin: 1.25rem 0; padding: .5rem 1rem; min-width: 0; }
            legend { font-weight: bold; padding: 0 .25rem; }
            fieldset div { display: flex; gap: .75rem; align-items: center; min-height: 2.75rem; padding: .25rem 0; }
            input { width: 1.5rem; height: 1.5rem; margin: 0; flex: none; }
            button { font: inherit; min-height: 3rem; padding: .5rem 1.5rem; margin: 0 .5rem .5rem 0; border: 2px solid #004b76;
              border-radius: .25rem; background: #004b76; color: #fff; cursor: pointer; }
            button[value=cancel] { background: #fff; color: #004b76; }
            @media (prefers-color-scheme: dark) { button { border-color: #7fc3ee; } }
            details { margin: .5rem 0; }
            summary { min-height: 2.75rem; line-height: 2.75rem; cursor: pointer; }
            select { font: inherit; min-height: 2.75rem; max-width: 100%; }
            :focus-visible { outline: 4px solid #d47500; outline-offset: 2px; }
            """;

    private final String account;
    private final boolean business;
    private final List<String> defects;

    public IdpPages(AccountProfile profile) {
        this.account = profile.name();
        this.business = profile.business();
        this.defects = Arrays.stream(ResponseDefect.values())
                .filter(defect -> defect.affects(profile))
                .map(Enum::name)
                .toList();
    }

    /**
     * Who logs in, and how.
     *
     * @param persons who can give what was asked for
     * @param least the level asked for, if any
     */
    public PeerResponse choose(String handle, AskedLogin asked, List<TestPerson> persons, Optional<TrustLevel> least) {
        StringBuilder form = new StringBuilder();
        form.append("<p>")
                .append(Saml.escape(asked.displayName()))
                .append(" möchte wissen, wer Sie sind.")
                .append(least.map(level -> " Gefordertes Vertrauensniveau: " + level.germanName() + ".")
                        .orElse(""))
                .append("</p>\n<p>Dies ist eine Testumgebung. Alle Personen")
                .append(business ? " und Unternehmen" : "")
                .append(" sind erfunden.</p>\n")
                .append("<form method=\"post\" action=\"/login\">\n")
                .append(hidden("handle", handle))
                .append(who(persons))
                .append(ways(asked, least.orElse(TrustLevel.BASIC)))
                .append(endings())
                .append("<p><button type=\"submit\" name=\"action\" value=\"login\">Anmelden</button>\n")
                .append("<button type=\"submit\" name=\"action\" value=\"cancel\">Abbrechen</button></p>\n</form>\n");
        return page("Anmeldung", form.toString(), "form-action 'self'" + acs(asked));
    }

    private String who(List<TestPerson> persons) {
        Map<String, String> choices = new LinkedHashMap<>();
        if (business) {
            TestOrganisations.all().forEach(one -> choices.put(one.id(), one.label()));
        }
        persons.stream()
                .filter(person -> !business || person.values().containsKey(PersonAttribute.TAX_ID))
                .forEach(person ->
                        choices.put(person.id(), person.label() + (business ? " (Privatperson mit IdNr)" : "")));
        return radios(business ? "Welches Unternehmen meldet sich an?" : "Wer meldet sich an?", "person", choices);
    }

    private String ways(AskedLogin asked, TrustLevel least) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Way way : Way.values()) {
            boolean there = !business || way == Way.ELSTER;
            if (there && way.level.atLeast(least) && asked.methods().contains(way.method)) {
                choices.put(way.name(), way.label);
            }
        }
        return radios("Womit?", "method", choices);
    }

    /** What the citizen chose on that page. */
    public MockLogin chosen(Map<String, String> form) {
        if (!"login".equals(form.get("action"))) {
            return MockLogin.cancelled();
        }
        MockLogin login =
                switch (form.getOrDefault("ending", "")) {
                    case "DENIED" -> MockLogin.denied();
                    case "FAILED" -> MockLogin.failed();
                    default -> login(form.getOrDefault("person", ""), Way.of(form.getOrDefault("method", "")));
                };
        String defect = form.getOrDefault("defect", "");
        return defect.isEmpty() || !defects.contains(defect) ? login : login.broken(ResponseDefect.valueOf(defect));
    }

    private MockLogin login(String who, Way way) {
        Optional<TestOrganisation> organisation = TestOrganisations.all().stream()
                .filter(one -> business && one.id().equals(who))
                .findFirst();
        TestPerson person = TestPersons.all().stream()
                .filter(one -> one.id().equals(who))
                .findFirst()
                .orElse(TestPersons.ERIKA_MUSTERMANN);
        return organisation
                .map(MockLogin::login)
                .orElseGet(() -> MockLogin.login(person))
                .at(way.level)
                .by(way.method);
    }

    /** What the account answers, for whoever wants to see how a portal bears it. */
    private String endings() {
        StringBuilder html = new StringBuilder("<fieldset>\n<legend>Wie antwortet das Konto?</legend>\n")
                .append(radio("ending", "SUCCESS", "Die Anmeldung gelingt", true))
                .append(radio("ending", "DENIED", "Das Konto lehnt ab", false))
                .append(radio("ending", "FAILED", "Das Konto meldet einen Fehler", false))
                .append(
                        "<details>\n<summary>Fehlerhafte Antwort</summary>\n<p><label for=\"defect\">Fehler, den ein Portal bemerken")
                .append(" muss</label>\n<select id=\"defect\" name=\"defect\"><option value=\"\">keiner</option>");
        defects.forEach(name -> html.append("<option>").append(name).append("</option>"));
        return html.append("</select></p>\n</details>\n</fieldset>\n").toString();
    }

    /** Carries the response to the service. */
    public PeerResponse send(AskedLogin asked, String samlResponse) {
        String form =
                "<p>Sie werden zum Dienst zurückgeleitet. Falls nichts geschieht, wählen Sie bitte „Weiter“.</p>\n"
                        + "<form id=\"response\" method=\"post\" action=\""
                        + Saml.escape(asked.serviceProvider().acs()) + "\">\n"
                        + hidden("SAMLResponse", samlResponse)
                        + hidden("RelayState", asked.relayState())
                        + "<p><button type=\"submit\">Weiter</button></p>\n</form>\n"
                        + "<script src=\"/auto-submit.js\"></script>\n";
        return page("Zurück zum Dienst", form, "form-action" + acs(asked));
    }

    /** Carries an answer about a log-out to the service. */
    public PeerResponse send(LogoutMessage message) {
        StringBuilder form = new StringBuilder("<p>Sie werden zum Dienst zurückgeleitet.</p>\n")
                .append("<form id=\"response\" method=\"post\" action=\"")
                .append(Saml.escape(message.destination().toString()))
                .append("\">\n");
        message.fields().forEach((name, value) -> form.append(hidden(name, value)));
        form.append(
                "<p><button type=\"submit\">Weiter</button></p>\n</form>\n<script src=\"/auto-submit.js\"></script>\n");
        URI address = message.destination();
        return page(
                "Zurück zum Dienst",
                form.toString(),
                "form-action " + address.getScheme() + "://" + address.getRawAuthority());
    }

    /** The end of a log-out that began here. */
    public PeerResponse loggedOut(boolean everywhere) {
        return page(
                "Abgemeldet",
                everywhere
                        ? "<p>Sie sind überall abgemeldet.</p>\n"
                        : "<p>Ein Dienst konnte Sie nicht abmelden. Bitte schließen Sie den Browser.</p>\n",
                "form-action 'none'");
    }

    /** The account's own error page, from which nothing goes back to the service. */
    public PeerResponse error(String code) {
        return page(
                        "Fehler",
                        "<p>Die Anfrage des Dienstes ist fehlerhaft. Fehlercode: <code>" + Saml.escape(code)
                                + "</code></p>\n",
                        "form-action 'none'")
                .withStatus(400);
    }

    private PeerResponse page(String title, String content, String formAction) {
        String heading = Saml.escape(title + " – " + account + " (Testumgebung)");
        return PeerResponse.html("<!DOCTYPE html>\n<html lang=\"de\">\n<head>\n<meta charset=\"utf-8\">\n"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + heading
                        + "</title>\n<link rel=\"stylesheet\" href=\"/seite.css\">\n</head>\n<body>\n<main>\n<h1>"
                        + heading + "</h1>\n" + content
                        + "</main>\n</body>\n</html>\n")
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
                                + formAction);
    }

    private static String acs(AskedLogin asked) {
        URI acs = URI.create(asked.serviceProvider().acs());
        return " " + acs.getScheme() + "://" + acs.getRawAuthority();
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + Saml.escape(value) + "\">\n";
    }

    /** A group of choices, the first of them chosen. */
    private static String radios(String legend, String name, Map<String, String> choices) {
        StringBuilder html = new StringBuilder("<fieldset>\n<legend>" + legend + "</legend>\n");
        choices.forEach((value, label) -> html.append(radio(
                name, value, label, value.equals(choices.keySet().iterator().next()))));
        return html.append("</fieldset>\n").toString();
    }

    private static String radio(String name, String value, String label, boolean checked) {
        String id = name + "-" + value;
        return "<div><input type=\"radio\" id=\"" + id + "\" name=\"" + name + "\" value=\"" + value + "\""
                + (checked ? " checked" : "") + "> <label for=\"" + id + "\">" + Saml.escape(label)
                + "</label></div>\n";
    }

    /** The ways to log in that the page offers. */
    private enum Way {
        EID("Online-Ausweis (Vertrauensniveau hoch)", LoginMethod.EID, TrustLevel.HIGH),
        ELSTER("ELSTER-Zertifikat (Vertrauensniveau substanziell)", LoginMethod.ELSTER, TrustLevel.SUBSTANTIAL),
        EIDAS_HIGH("Ausweis eines anderen EU-Landes (Vertrauensniveau hoch)", LoginMethod.EIDAS, TrustLevel.HIGH),
        EIDAS_SUBSTANTIAL(
                "Ausweis eines anderen EU-Landes (Vertrauensniveau substanziell)",
                LoginMethod.EIDAS,
                TrustLevel.SUBSTANTIAL),
        EIDAS_LOW("Ausweis eines anderen EU-Landes (Vertrauensniveau niedrig)", LoginMethod.EIDAS, TrustLevel.LOW),
        FINK("Nutzerkonto eines anderen Landes (Vertrauensniveau hoch)", LoginMethod.FINK, TrustLevel.HIGH),
        USERNAME("Benutzername und Passwort (Basisregistrierung)", LoginMethod.USERNAME, TrustLevel.BASIC);

        private final String label;
        private final LoginMethod method;
        private final TrustLevel level;

        Way(String label, LoginMethod method, TrustLevel level) {
            this.label = label;
            this.method = method;
            this.level = level;
        }

        static Way of(String name) {
            for (Way way : values()) {
                if (way.name().equals(name)) {
                    return way;
                }
            }
            return EID;
        }
    }
}
