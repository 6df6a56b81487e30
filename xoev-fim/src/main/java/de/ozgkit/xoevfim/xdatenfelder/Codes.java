// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import de.ozgkit.xoevfim.xoev.Code;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The code lists of both versions, as far as a conversion writes them. */
final class Codes {

    private static final String LISTS = "urn:xoev-de:fim:codeliste:xdatenfelder.";

    private static final List<String> DATA_TYPES_2 =
            List.of("text", "date", "bool", "num", "num_int", "num_currency", "file", "obj");

    private static final Map<String, String> DOCUMENT_KINDS = Map.ofEntries(
            Map.entry("001", "Antrag"),
            Map.entry("002", "Anzeige"),
            Map.entry("003", "Bericht"),
            Map.entry("004", "Bescheid"),
            Map.entry("005", "Erklärung"),
            Map.entry("006", "Kartenmaterial"),
            Map.entry("007", "Mitteilung"),
            Map.entry("008", "Multimedia"),
            Map.entry("009", "Registeranfrage"),
            Map.entry("010", "Registerantwort"),
            Map.entry("011", "Urkunde"),
            Map.entry("012", "Vertrag"),
            Map.entry("013", "Vollmacht"),
            Map.entry("014", "Willenserklärung"),
            Map.entry("999", "unbestimmt"));

    private static final Map<String, String> CODES_OF_DOCUMENT_KINDS = DOCUMENT_KINDS.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(e -> e.getValue().toLowerCase(Locale.ROOT), Map.Entry::getKey));

    private Codes() {}

    static String value(@Nullable Code code) {
        return code == null ? "" : code.value();
    }

    /** A code of a list whose name begins like those of all FIM data field lists. */
    static Code of(String list, String version, String value) {
        Code code = Code.of(LISTS + list, value);
        code.listVersionID = version;
        return code;
    }

    /** The same code, for a list that both versions share. */
    static @Nullable Code copy(@Nullable Code from) {
        if (from == null) {
            return null;
        }
        Code code = Code.of(from.listURI, from.value());
        code.name = from.label().orElse(null);
        code.listVersionID = from.listVersionID;
        return code;
    }

    /** The same code of the list in its other version; none if there was none. */
    static @Nullable Code other(@Nullable Code from, String list, String version) {
        return from == null ? null : of(list, version, from.value());
    }

    static Code released(String value) {
        Code code = Code.of("urn:xoev-de:xprozess:codeliste:status", value);
        code.listVersionID = "2020-03-19";
        return code;
    }

    static Code documentKind(String value) {
        Code code = Code.of("urn:xoev-de:fim-datenfelder:codeliste:dokumentart", value);
        code.listVersionID = "2022-01-01";
        return code;
    }

    /** The code of a kind of document by its name or code; 999 if it is neither. */
    static String documentKindCode(String text) {
        return DOCUMENT_KINDS.containsKey(text)
                ? text
                : CODES_OF_DOCUMENT_KINDS.getOrDefault(text.toLowerCase(Locale.ROOT), "999");
    }

    /** The name of a kind of document; that of 999 for an unknown code. */
    static String documentKindName(String code) {
        return DOCUMENT_KINDS.getOrDefault(code, "unbestimmt");
    }

    static boolean isDataType2(String value) {
        return DATA_TYPES_2.contains(value);
    }
}
