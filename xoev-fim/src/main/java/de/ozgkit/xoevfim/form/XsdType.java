// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.xoevfim.internal.XmlText;
import de.ozgkit.xoevfim.internal.pattern.PatternText;
import de.ozgkit.xoevfim.validation.Din91379.Datatype;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The type of a field in XML Schema.
 *
 * @param facets what a value must keep to, by the name of the facet
 * @param enumeration the codes to choose from, with their labels
 * @param remark what the schema cannot check
 */
record XsdType(String base, Map<String, String> facets, List<FormField.Choice> enumeration, String remark) {

    /** The type that all fields of {@link FormField.Kind#TEXT_LATIN} share. */
    static final String LATIN = "text_latin";

    static XsdType of(FormField field) {
        FormField.Limits limits = field.limits();
        return switch (field.kind()) {
            case TEXT -> text("xs:string", limits);
            case TEXT_LATIN -> text(LATIN, limits);
            case SELECT -> new XsdType(base(field.choices()), Map.of(), field.choices(), "");
            case BOOL -> of("xs:boolean", Map.of());
            case DATE -> of("xs:date", range(limits, "", ""));
            case TIME -> of("xs:time", range(limits, "", ""));
            case DATETIME -> of("xs:dateTime", range(limits, "T00:00:00", "T23:59:59"));
            case INTEGER -> of("xs:integer", whole(limits));
            case NUMBER -> of("xs:decimal", range(limits, "", ""));
            case CURRENCY -> {
                Map<String, String> facets = range(limits, "", "");
                facets.put("fractionDigits", "2");
                yield of("xs:decimal", facets);
            }
            case FILE, NOTE -> of("xs:anyType", Map.of());
        };
    }

    private static XsdType of(String base, Map<String, String> facets) {
        return new XsdType(base, facets, List.of(), "");
    }

    /** Codes with blanks at an edge or several in a row are no tokens. */
    private static String base(List<FormField.Choice> choices) {
        boolean tokens = !choices.isEmpty()
                && choices.stream()
                        .map(FormField.Choice::code)
                        .allMatch(c -> c.equals(c.strip().replaceAll("\\s+", " ")));
        return tokens ? "xs:token" : "xs:string";
    }

    private static XsdType text(String base, FormField.Limits limits) {
        Map<String, String> facets = new LinkedHashMap<>();
        limits.minLength().ifPresent(min -> facets.put("minLength", Integer.toString(min)));
        limits.maxLength().ifPresent(max -> facets.put("maxLength", Integer.toString(max)));
        Optional<String> pattern = limits.pattern().flatMap(PatternText::forXmlSchema);
        pattern.ifPresent(p -> facets.put("pattern", p));
        boolean lost = limits.pattern().isPresent() && pattern.isEmpty();
        return new XsdType(base, facets, List.of(), lost ? " (regular expression not expressible here)" : "");
    }

    private static Map<String, String> range(FormField.Limits limits, String startOfDay, String endOfDay) {
        Map<String, String> facets = new LinkedHashMap<>();
        limits.minValue().ifPresent(min -> facets.put("minInclusive", min.length() > 10 ? min : min + startOfDay));
        limits.maxValue().ifPresent(max -> facets.put("maxInclusive", max.length() > 10 ? max : max + endOfDay));
        return facets;
    }

    private static Map<String, String> whole(FormField.Limits limits) {
        Map<String, String> facets = new LinkedHashMap<>();
        limits.minValue().ifPresent(min -> facets.put("minInclusive", rounded(min, RoundingMode.CEILING)));
        limits.maxValue().ifPresent(max -> facets.put("maxInclusive", rounded(max, RoundingMode.FLOOR)));
        return facets;
    }

    private static String rounded(String limit, RoundingMode mode) {
        return new BigDecimal(limit).setScale(0, mode).toPlainString();
    }

    static void declareLatin(XmlText xml) {
        xml.open("xs:simpleType", "name", LATIN)
                .open("xs:annotation")
                .text("xs:documentation", "DIN 91379, data type C")
                .close()
                .open("xs:restriction", "base", "xs:string")
                .empty("xs:pattern", "value", Datatype.C.expression())
                .close()
                .close();
    }

    String simpleType() {
        XmlText xml = new XmlText(Xsd.DEPTH).open("xs:simpleType").open("xs:restriction", "base", base);
        facets.forEach((name, value) -> xml.empty("xs:" + name, "value", value));
        for (FormField.Choice choice : enumeration) {
            xml.open("xs:enumeration", "value", choice.code())
                    .open("xs:annotation")
                    .text("xs:documentation", choice.label())
                    .close()
                    .close();
        }
        return xml.close().close().toString();
    }
}
