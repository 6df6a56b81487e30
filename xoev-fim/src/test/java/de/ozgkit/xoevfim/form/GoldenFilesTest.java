// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.internal.Json;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/**
 * Our schemas of a real form beside those of the converters that the FIM editors use: every difference is one that is listed here with its
 * reason, and every reason still has a difference.
 */
class GoldenFilesTest {

    /** Where ours differs, by the end of its place; what a converter says first, then we, is what the reason is about. */
    private static final Map<String, String> JSON_REASONS = new TreeMap<>(Map.ofEntries(
            Map.entry("/$id", "a relative id resolves to nothing; who publishes the schema gives it an address"),
            Map.entry("/description", "theirs repeats name and type, ours is the help text for people"),
            Map.entry("/title", "theirs is the name among editors, ours the label that people see"),
            Map.entry("/format", "theirs is left out for dates without limits, a known fault"),
            Map.entry("/pattern", "theirs is not anchored, so that it matches anywhere in the text"),
            Map.entry("/allOf", "theirs has no rules"),
            Map.entry("/$comment", "theirs does not mention rules that nobody checks"),
            Map.entry("/oneOf", "their run had no external code lists; ours has the states beside the schema")));

    private static final Map<String, String> XSD_REASONS = new TreeMap<>(Map.of(
            "documentation", "theirs repeats name and type, ours is label and rules",
            "pattern",
                    "theirs has an end-of-text sign, which is a dollar sign in XML Schema, and points that are escaped by us",
            "enumeration", "their run had no external code lists; ours has the states beside the schema",
            "base", "a list of codes is a token, theirs a string where it did not know the codes"));

    @Test
    void says_the_same_as_the_json_schema_of_the_fim_converter_but_for_listed_reasons() throws IOException {
        JsonNode theirs =
                Json.read(Files.readString(Samples.collected("xdatenfelder3/S00000094V1.0_xdf3.schema.json")));
        JsonNode ours = Json.read(Forms.mutterschutz3().jsonSchema());
        List<String> differences = new ArrayList<>();
        compare(theirs, ours, "", differences);
        Set<String> used = new TreeSet<>();
        for (String difference : differences) {
            String last = difference.substring(difference.lastIndexOf('/'));
            assertThat(JSON_REASONS).as(difference).containsKey(last);
            used.add(last);
        }
        assertThat(used).isEqualTo(JSON_REASONS.keySet());
        assertThat(differences.stream().filter(d -> d.endsWith("/oneOf")))
                .containsExactly("/$defs/F60000000261V1.2.0/oneOf");
        assertThat(differences.stream().filter(d -> d.endsWith("/format")))
                .containsExactly("/$defs/F00000000467V1.0.0/format", "/$defs/F00000000468V1.0.0/format");
        assertThat(differences.stream().filter(d -> d.endsWith("/pattern"))).hasSize(3);
    }

    private static void compare(JsonNode theirs, JsonNode ours, String at, List<String> differences) {
        if (!theirs.isObject() || !ours.isObject()) {
            if (!theirs.equals(ours)) {
                differences.add(at);
            }
            return;
        }
        Set<String> names = new TreeSet<>(theirs.propertyNames());
        names.addAll(ours.propertyNames());
        for (String name : names) {
            JsonNode one = theirs.get(name);
            JsonNode other = ours.get(name);
            if (one == null || other == null) {
                differences.add(at + "/" + name);
            } else {
                compare(one, other, at + "/" + name, differences);
            }
        }
    }

    @Test
    void says_the_same_as_the_xsd_of_the_fim_converter_but_for_listed_reasons() throws Exception {
        Map<String, String> theirs =
                facts(Files.readString(Samples.collected("xdatenfelder3/S00000094V1.0_xdf3.xfall.xsd")));
        Map<String, String> ours = facts(Forms.mutterschutz3().xsd());
        Set<String> places = new TreeSet<>(theirs.keySet());
        places.addAll(ours.keySet());
        Set<String> used = new TreeSet<>();
        for (String place : places) {
            if (!theirs.getOrDefault(place, "").equals(ours.getOrDefault(place, ""))) {
                String kind = place.substring(place.lastIndexOf('/') + 1);
                assertThat(XSD_REASONS)
                        .as("%s: theirs %s, ours %s", place, theirs.get(place), ours.get(place))
                        .containsKey(kind);
                if (kind.equals("base") || kind.equals("enumeration")) {
                    assertThat(place).startsWith("F60000000261");
                }
                used.add(kind);
            }
        }
        assertThat(used).isEqualTo(XSD_REASONS.keySet());
    }

    /** What is said of each global element, whether as an attribute or inside: content model, references with numbers, base, facets. */
    private static Map<String, String> facts(String xsd) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element schema = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(xsd)))
                .getDocumentElement();
        Map<String, String> facts = new TreeMap<>();
        facts.put("/target", schema.getAttribute("targetNamespace") + schema.getAttribute("elementFormDefault"));
        for (Node n = schema.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element element) {
                collect(element, element.getAttribute("name"), facts);
            }
        }
        return facts;
    }

    private static void collect(Element element, String name, Map<String, String> facts) {
        String kind = element.getLocalName();
        String said =
                switch (kind) {
                    case "element" -> element.getAttribute("ref") + element.getAttribute("minOccurs") + ":"
                            + element.getAttribute("maxOccurs") + " ";
                    case "documentation" -> element.getTextContent().strip();
                    default -> element.getAttribute("value") + " ";
                };
        String base = element.getAttribute("base") + element.getAttribute("type");
        if (!base.isEmpty()) {
            facts.merge(name + "/base", base, String::concat);
        }
        facts.merge(name + "/" + kind, said, String::concat);
        for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
            // The text of a code stands beside it; whether it has a lead-in does not matter.
            if (n instanceof Element child && !kind.equals("enumeration")) {
                collect(child, name, facts);
            }
        }
        facts.remove(name + "/annotation");
        facts.remove(name + "/simpleType");
        facts.remove(name + "/restriction");
    }
}
