// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static de.ozgkit.testkit.MockLogin.login;
import static de.ozgkit.testkit.TestPersons.ERIKA_MUSTERMANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.PersonAttribute;
import de.ozgkit.testkit.ResponseDefect;
import de.ozgkit.testkit.ResponseStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The response cases of the Italian certification suite, read where they were collected, filled in and signed and encrypted by the mock.
 * The account speaks of levels and attributes as the templates do; everything else is BundID's.
 */
class SpidCasesTest {

    private static final String ACCEPTED = "ACCEPTED";

    /** The failure of each case that must be refused. */
    private static final Map<String, String> VERDICTS = Map.ofEntries(
            Map.entry("SIGNATURE_MISSING", "2 3"),
            Map.entry("SIGNATURE_INVALID", "4 5 100"),
            Map.entry("ALGORITHM_FORBIDDEN", "xslt"),
            Map.entry("MULTIPLE_ASSERTIONS", "xsw3"),
            Map.entry(
                    "MALFORMED_XML",
                    "xsw1 xsw2 xsw4 xsw5 xsw6 xsw7 xsw8 8 9 10 11 12 13 22 23 24 26 28 32 33 34 35 36 37 38 41 42 43 44 45 46 47"
                            + " 51 52 53 54 55 56 65 68 74 75 76 77 79 80 81 83 86 88 89 90 93 98"),
            Map.entry("EXPIRED", "14 39 63 64 66 82"),
            Map.entry("NOT_YET_VALID", "15 40 78"),
            Map.entry("UNSOLICITED", "16 17"),
            Map.entry("IN_RESPONSE_TO", "18 60 61 62"),
            Map.entry("DESTINATION", "19 20 21"),
            Map.entry("UNKNOWN_ISSUER", "27 29 30 69"),
            Map.entry("RECIPIENT", "57 58 59"),
            Map.entry("AUDIENCE", "73 85 87"),
            Map.entry("LEVEL_TOO_LOW", "92 97"),
            Map.entry("ATTRIBUTE_MISSING", "99"),
            Map.entry("STATUS_CANCELLED", "104 105 106 107 108 111"),
            Map.entry(ACCEPTED, "1 31 109 110"));

    /** What asks for something that only Italy asks for. */
    private static final Map<String, String> NOT_OURS = Map.of(
            "48", "NameQualifier of the subject may be empty: the name is no key here",
            "49", "NameQualifier of the subject may be missing",
            "70", "Format of the assertion's issuer need not be given",
            "71", "Format of the assertion's issuer need not be given",
            "72", "as 30, which runs; the schema of the account is the same for both issuers",
            "103", "a portal takes what it gets, and what it needs it asks for as required");

    /** Accepted or not by the level asked for: BundID and we compare with "minimum". */
    private static final Map<String, Integer> LEVELS = Map.of("94", 1, "95", 2, "96", 3);

    private static final Map<TrustLevel, Integer> SPID_LEVELS =
            Map.of(TrustLevel.BASIC, 1, TrustLevel.SUBSTANTIAL, 2, TrustLevel.HIGH, 3);
    private static final AccountProfile PROFILE = AccountProfile.BUNDID
            .withLevel(TrustLevel.BASIC, level(1))
            .withLevel(TrustLevel.SUBSTANTIAL, level(2))
            .withLevel(TrustLevel.HIGH, level(3))
            .withAttribute(PersonAttribute.KEY, "spidCode")
            .withAttribute(PersonAttribute.GIVEN_NAME, "name")
            .withAttribute(PersonAttribute.FAMILY_NAME, "familyName");
    private static final Pattern OVERRIDE = Pattern.compile("\"(\\w+)\": \"([^\"]*)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

    @ParameterizedTest(name = "{0}, at least {3}: {4}")
    @MethodSource("cases")
    void ends_as_the_certification_suite_asks(
            String name, String template, String overrides, TrustLevel least, String expected) throws IOException {
        Path folder = folder();
        SamlBench bench = SamlBench.of(
                PROFILE, Login.atLeast(least).asking(PersonAttribute.GIVEN_NAME, PersonAttribute.FAMILY_NAME));

        SamlBench.Verdict verdict = bench.judge(response(bench, folder, name, template, overrides));

        String outcome = verdict.kind() == SamlBench.Kind.IN ? ACCEPTED : verdict.what();
        assertThat(outcome).isEqualTo(expected);
    }

    static Stream<Arguments> cases() throws IOException {
        Path table = folder().resolve("spid-cases.tsv");
        return Files.readAllLines(table).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .filter(row -> !NOT_OURS.containsKey(row[0]))
                .flatMap(SpidCasesTest::runs);
    }

    private static Stream<Arguments> runs(String[] row) {
        Integer stated = LEVELS.get(row[0]);
        if (stated != null) {
            return SPID_LEVELS.entrySet().stream()
                    .map(asked -> Arguments.of(
                            row[0],
                            row[1],
                            row[4],
                            asked.getKey(),
                            stated >= asked.getValue() ? ACCEPTED : "LEVEL_TOO_LOW"));
        }
        String expected = VERDICTS.entrySet().stream()
                .filter(entry -> Set.of(entry.getValue().split(" ")).contains(row[0]))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("no verdict for this case");
        boolean agrees = "accept".equals(row[2]) == ACCEPTED.equals(expected);
        return Stream.of(Arguments.of(
                row[0], row[1], row[4], TrustLevel.SUBSTANTIAL, agrees ? expected : "the suite says " + row[2]));
    }

    private static String response(SamlBench bench, Path folder, String name, String template, String overrides)
            throws IOException {
        Optional<ResponseDefect> attack = attack(name);
        if (attack.isPresent()) {
            return bench.respond(login(ERIKA_MUSTERMANN).broken(attack.get()));
        }
        Path file = folder.resolve("spid-saml-check/src/test/" + template);
        // Two templates differ from the usual one only in what is signed, and are missing.
        String text = Files.readString(Files.exists(file) ? file : file.resolveSibling("base.xml"));
        return seal(name, Saml.parse(fill(text, overrides, bench).strip()));
    }

    private static Optional<ResponseDefect> attack(String name) {
        if (name.equals("xslt")) {
            return Optional.of(ResponseDefect.XSLT_TRANSFORM);
        }
        return name.startsWith("xsw")
                ? Optional.of(ResponseDefect.valueOf(name.replace("xsw", "XSW_").toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    private static String seal(String name, Element response) {
        SigningKey own = SigningKey.usual(SamlBench.IDP_KEY);
        SigningKey stranger = SigningKey.usual(Defects.stranger());
        Document document = response.getOwnerDocument();
        for (Element assertion : List.copyOf(Saml.children(response, Saml.SAML, "Assertion"))) {
            String xml = Saml.text(assertion);
            if (!Set.of("2", "3").contains(name)) {
                xml = Signing.sign(xml, name.equals("100") ? stranger : own);
            }
            String sealed = Sealing.of(SamlBench.SP_KEY.certificate(), ResponseStyle.usual())
                    .seal(xml);
            response.replaceChild(document.importNode(Saml.parse(sealed), true), assertion);
        }
        return switch (name) {
            case "2" -> Saml.text(response);
            case "4" -> Signing.sign(Saml.text(response), stranger.showing(own.shown()));
            case "5" -> Signing.sign(Saml.text(response), stranger);
            default -> Signing.sign(Saml.text(response), own);
        };
    }

    private static String fill(String template, String overrides, SamlBench bench) {
        Map<String, String> values = new HashMap<>(Map.of(
                "AssertionConsumerURL",
                SamlBench.ACS,
                "ResponseID",
                "_response",
                "AssertionID",
                "_assertion",
                "AuthnRequestID",
                bench.asked.requestId(),
                "IssueInstant",
                SamlBench.NOW.toString(),
                "IssueInstantMillis",
                "2026-03-01T12:00:00.000Z",
                "AuthnIstant",
                SamlBench.NOW.toString(),
                "NotOnOrAfter",
                SamlBench.NOW.plusSeconds(300).toString(),
                "Issuer",
                SamlBench.IDP,
                "Audience",
                SamlBench.SP));
        values.putAll(Map.of(
                "NameIDNameQualifier",
                SamlBench.IDP,
                "NameID",
                "_name",
                "SessionIndex",
                "_session",
                "AuthnContextClassRef",
                level(2),
                "Attributes",
                "<saml:AttributeStatement>" + attribute("spidCode") + attribute("name") + attribute("familyName")
                        + "</saml:AttributeStatement>"));
        Matcher given = OVERRIDE.matcher(overrides);
        while (given.find()) {
            values.put(given.group(1), given.group(2));
        }
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }

    private static String attribute(String name) {
        return "<saml:Attribute Name=\"" + name + "\" NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:basic\">"
                + "<saml:AttributeValue xsi:type=\"xs:string\">" + name + "</saml:AttributeValue></saml:Attribute>";
    }

    private static String level(int number) {
        return "https://www.spid.gov.it/SpidL" + number;
    }

    private static Path folder() {
        String specs = System.getProperty("ozgkit.specs", "");
        Path folder = Path.of(specs, "identity", "samples", "spid");
        assumeTrue(
                !specs.isEmpty() && Files.exists(folder.resolve("spid-cases.tsv")),
                "no collected cases: set -Dozgkit.specs to their folder");
        return folder;
    }
}
