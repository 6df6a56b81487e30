// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

import static de.ozgkit.xoevfim.Finding.Severity.ERROR;
import static de.ozgkit.xoevfim.Finding.Severity.WARNING;

import de.ozgkit.xoevfim.internal.schema.Standard;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The business rules that the Portalverbund sets for XZuFi. It skips a file that breaks one of them. Source: rules of the PVOG
 * Sammlerdienst, as noted in chapters 1.1, 1.2, 1.3 and 1.7.
 */
final class XZuFiRules implements ContentRules {

    private static final String REPORT_2_1_0 = "leistungsverzeichnis.antwort.leistungsbericht.030108";
    private static final Set<String> LANGUAGES = Set.of("de", "en");
    private static final Pattern LANGUAGE_AND_REGION = Pattern.compile("(de|en)[-_][A-Za-z]{2}");
    private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9]{0,20})([^<>]*)>");
    private static final Set<String> TAGS = Set.of(
            "p", "br", "h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "i", "em", "sup", "sub", "ul", "ol", "li",
            "a");
    private static final Pattern HREF = Pattern.compile("\\s*(href\\s*=\\s*(\"[^\"]*\"|'[^']*'))?\\s*/?\\s*");
    private static final Pattern NOTHING = Pattern.compile("\\s*/?\\s*");
    private static final Pattern KEY = Pattern.compile("99[0-9]{12}");
    private static final Set<String> COMPETENCE_SCHEMES =
            Set.of("ZustaendigkeitOrganisationseinheit", "ZustaendigkeitOnlinedienst");
    private static final String ARS = "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs";
    private static final String AGS = "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:ags";

    private final boolean openRoot;
    private int services;
    private boolean titled;
    private String textModule = "";
    private String language = "";

    /** @param openRoot whether the schema has a stand-in for the root, whose real name is not confirmed */
    XZuFiRules(boolean openRoot) {
        this.openRoot = openRoot;
    }

    @Override
    public String name(Scan at) {
        return openRoot && at.depth() == 1 && !at.name().equals(REPORT_2_1_0) ? Standard.XZUFI_ROOT : at.name();
    }

    @Override
    public void start(Scan at) {
        String code = at.attribute("languageCode");
        language = code == null ? "" : code;
        if (code != null) {
            language(at, code);
        }
        switch (at.name()) {
            case "zustaendigkeit" -> services = 0;
            case "leistungID" -> services += at.parent().equals("zustaendigkeit") ? 1 : 0;
            case "leistung" -> titled = false;
            case "modulText" -> textModule = "";
            case "id" -> scheme(at);
            default -> {}
        }
    }

    @Override
    public void end(Scan at, String text) {
        latin(at, text);
        if (at.attribute("languageCode") != null) {
            html(at, text);
        }
        switch (at.name()) {
            case "languageCode" -> language(at, text.strip());
            case "code" -> code(at, text.strip());
            case "referenzLeistungsschluessel" -> key(at, text.strip());
            case "gebietID", "gueltigkeitGebietID" -> area(at, text.strip());
            case "inhalt" -> titled |= (textModule.equals("02") || textModule.equals("03"))
                    && at.parent().equals("modulText")
                    && language.startsWith("de")
                    && !text.isBlank();
            case "zustaendigkeit" -> competence(at);
            case "leistung" -> title(at);
            default -> {}
        }
    }

    private static void language(Scan at, String code) {
        if (LANGUAGES.contains(code)) {
            return;
        }
        at.report(
                LANGUAGE_AND_REGION.matcher(code).matches() ? WARNING : ERROR,
                "xzufi.language",
                "Die Sprache muss mit zwei Buchstaben angegeben sein, und nur de und en sind zugelassen.",
                "The language must be given by two letters, and only de and en are admitted.");
    }

    private static void html(Scan at, String text) {
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            String name = tag.group(1).toLowerCase(Locale.ROOT);
            boolean plain =
                    (name.equals("a") ? HREF : NOTHING).matcher(tag.group(2)).matches();
            if (!TAGS.contains(name) || !plain) {
                at.report(
                        ERROR,
                        "xzufi.html",
                        "Der Text enthält HTML, das nicht zugelassen ist. Zugelassen sind p, br, h1 bis h6, b, strong, i, em,"
                                + " sup, sub, ul, ol, li und a mit href.",
                        "The text holds HTML that is not admitted. Admitted are p, br, h1 to h6, b, strong, i, em, sup, sub,"
                                + " ul, ol, li, and a with href.");
                return;
            }
        }
    }

    private static void latin(Scan at, String text) {
        if (!Din91379.Datatype.STRING_LATIN.matches(text)) {
            at.report(
                    Din91379.isDatatypeE(text) ? WARNING : ERROR,
                    "xzufi.latin",
                    "Der Text enthält ein Zeichen, das nicht zu String.Latin gehört.",
                    "The text holds a character that does not belong to String.Latin.");
        }
    }

    private void code(Scan at, String code) {
        if (at.parent().equals("leikaTextmodul")) {
            textModule = code;
        } else if (at.parent().equals("referenzLeiKa")) {
            key(at, code);
        }
    }

    private static void key(Scan at, String key) {
        if (!KEY.matcher(key).matches()) {
            at.report(
                    KEY.matcher(key.replace(" ", "")).matches() ? WARNING : ERROR,
                    "xzufi.key",
                    "Ein Leistungsschlüssel hat 14 Ziffern ohne Leerzeichen und beginnt mit 99.",
                    "A Leistungsschlüssel has 14 digits without blanks, and begins with 99.");
        }
    }

    private static void area(Scan at, String area) {
        @Nullable String scheme = at.attribute("schemeID");
        int digits = ARS.equals(scheme) ? 12 : AGS.equals(scheme) ? 8 : 0;
        if (digits > 0 && !(area.length() <= digits && area.matches("[0-9]{2,12}"))) {
            at.report(
                    WARNING,
                    "xzufi.area",
                    "Ein Gebiet ist nach ARS mit bis zu 12 Ziffern, nach AGS mit bis zu 8 Ziffern anzugeben.",
                    "An area is to be given by up to 12 digits as ARS, by up to 8 digits as AGS.");
        }
    }

    private static void scheme(Scan at) {
        @Nullable String scheme = at.attribute("schemeID");
        if (at.parent().equals("zustaendigkeit") && scheme != null && !COMPETENCE_SCHEMES.contains(scheme)) {
            at.report(
                    WARNING,
                    "xzufi.scheme",
                    "Die id einer Zuständigkeit muss als schemeID ZustaendigkeitOrganisationseinheit oder"
                            + " ZustaendigkeitOnlinedienst haben.",
                    "The id of a Zuständigkeit must have the schemeID ZustaendigkeitOrganisationseinheit or"
                            + " ZustaendigkeitOnlinedienst.");
        }
    }

    private void competence(Scan at) {
        if (services != 1) {
            at.report(
                    ERROR,
                    "xzufi.leistung_id",
                    "Eine Zuständigkeit muss genau eine leistungID haben.",
                    "A Zuständigkeit must have exactly one leistungID.");
        }
    }

    private void title(Scan at) {
        if (at.parent().equals("schreibe") && !titled) {
            at.report(
                    WARNING,
                    "xzufi.title",
                    "Die Leistung hat keinen deutschen Titel (Textmodul 03 oder 02).",
                    "The Leistung has no German title (text module 03 or 02).");
        }
    }
}
