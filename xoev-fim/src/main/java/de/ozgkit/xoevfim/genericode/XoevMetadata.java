// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode;

import de.ozgkit.xoevfim.genericode.v1.Annotation;
import de.ozgkit.xoevfim.genericode.v1.AnyContent;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * What the XÖV handbook has a publisher say about a code list, whichever version of the handbook it was written for. Immutable.
 *
 * <p>Source: XÖV handbook for code lists, namespaces {@code http://xoev.de/schemata/genericode/2}, {@code /3} and {@code /4}; of the
 * older {@code /1_0} only what real lists carry. Texts in several languages: the German one.
 *
 * @param version which of these namespaces, 0 if the list has none of them
 * @param shortName nameKurz, shortName
 * @param description beschreibung-codeliste, codelistDescription: of the list in all its versions
 * @param versionDescription beschreibung-versionCodeliste, versionDescription: of this version
 * @param publisher herausgebernameKurz, agencyShortName
 * @param validFrom datumGueltigkeitAb, validFrom; empty also if it is no date
 * @param handbookVersion versionXOEVHandbuch, versionCodelistenHandbuch, versionHandbook
 * @param changes aenderungZurVorversion, changes
 * @since 0.1
 */
public record XoevMetadata(
        int version,
        Optional<String> shortName,
        Optional<String> description,
        Optional<String> versionDescription,
        Optional<String> publisher,
        Optional<LocalDate> validFrom,
        Optional<String> handbookVersion,
        Optional<String> changes) {

    private static final String NAMESPACES = "http://xoev.de/schemata/genericode/";

    /** The name in handbook 4 for each name of the older ones. */
    private static final Map<String, String> CURRENT_NAMES = Map.of(
            "nameKurz", "shortName",
            "beschreibung", "codelistDescription",
            "beschreibung-codeliste", "codelistDescription",
            "beschreibung-versionCodeliste", "versionDescription",
            "herausgebernameKurz", "agencyShortName",
            "datumgueltigkeitab", "validFrom",
            "datumGueltigkeitAb", "validFrom",
            "versionXOEVHandbuch", "versionHandbook",
            "versionCodelistenHandbuch", "versionHandbook",
            "aenderungZurVorversion", "changes");

    private static final Set<String> KEY_MARKS = Set.of("recommendedKeyColumn", "empfohleneCodeSpalte", "xoev-code");

    private static final XoevMetadata NONE = new XoevMetadata(
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** No metadata, as in lists of FIM editors. */
    public static XoevMetadata none() {
        return NONE;
    }

    static XoevMetadata of(@Nullable Annotation annotation) {
        Map<String, String> texts = new HashMap<>();
        int version = 0;
        for (AnyContent description : annotation == null ? Set.<AnyContent>of() : annotation.description) {
            for (Element element : description.elements()) {
                String namespace = element.getNamespaceURI();
                if (namespace != null && namespace.startsWith(NAMESPACES)) {
                    version = Math.max(version, versionIn(namespace));
                    keep(texts, element);
                }
            }
        }
        return version == 0
                ? NONE
                : new XoevMetadata(
                        version,
                        text(texts, "shortName"),
                        text(texts, "codelistDescription"),
                        text(texts, "versionDescription"),
                        text(texts, "agencyShortName"),
                        text(texts, "validFrom").flatMap(XoevMetadata::date),
                        text(texts, "versionHandbook"),
                        text(texts, "changes"));
    }

    /** Whether an Annotation says that its key is the code to use. */
    static boolean marksKey(@Nullable Annotation annotation) {
        return annotation != null
                && annotation.appInfo != null
                && annotation.appInfo.elements().stream().anyMatch(e -> KEY_MARKS.contains(e.getLocalName()));
    }

    private static int versionIn(String namespace) {
        char version = namespace.length() > NAMESPACES.length() ? namespace.charAt(NAMESPACES.length()) : '0';
        return version >= '1' && version <= '9' ? version - '0' : 0;
    }

    private static void keep(Map<String, String> texts, Element element) {
        String name = CURRENT_NAMES.getOrDefault(element.getLocalName(), element.getLocalName());
        String language = element.getAttributeNS(XMLConstants.XML_NS_URI, "lang");
        String text = element.getTextContent().strip();
        if (language.toLowerCase(Locale.ROOT).startsWith("de")) {
            texts.put(name, text);
        } else {
            texts.putIfAbsent(name, text);
        }
    }

    private static Optional<String> text(Map<String, String> texts, String name) {
        return Optional.ofNullable(texts.get(name)).filter(t -> !t.isEmpty());
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
