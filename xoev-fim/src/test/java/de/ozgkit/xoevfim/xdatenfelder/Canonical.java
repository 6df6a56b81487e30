// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import de.ozgkit.xoevfim.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.builder.Input;
import org.xmlunit.diff.ComparisonResult;
import org.xmlunit.diff.ComparisonType;
import org.xmlunit.diff.DefaultNodeMatcher;
import org.xmlunit.diff.Difference;
import org.xmlunit.diff.ElementSelectors;
import org.xmlunit.util.Predicate;

/** Compares XML by content, and validates it against the collected schemas. */
final class Canonical {

    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private Canonical() {}

    static byte[] written(XDatenfelderMessage message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XDatenfelder.write(message, out);
        return out.toByteArray();
    }

    static XDatenfelderMessage read(byte[] xml) {
        return XDatenfelder.read(new ByteArrayInputStream(xml));
    }

    /** What differs beyond prefixes, comments and the white space of indentation; texts count to the last character. */
    static List<Difference> differences(Object expected, byte[] actual) {
        Predicate<Node> noIndentation = node -> node.getNodeType() != Node.TEXT_NODE
                || !node.getTextContent().isBlank()
                || node.getParentNode().getChildNodes().getLength() == 1;
        List<Difference> differences = new ArrayList<>();
        DiffBuilder.compare(Input.from(expected))
                .withTest(actual)
                .ignoreComments()
                .withNodeFilter(noIndentation)
                .withNodeMatcher(new DefaultNodeMatcher(ElementSelectors.byName))
                .withDifferenceEvaluator(
                        (comparison, outcome) -> comparison.getType() == ComparisonType.NAMESPACE_PREFIX
                                        || comparison.getType() == ComparisonType.XML_STANDALONE
                                        || comparison.getType() == ComparisonType.XML_ENCODING
                                ? ComparisonResult.EQUAL
                                : outcome)
                .checkForIdentical()
                .build()
                .getDifferences()
                .forEach(differences::add);
        return differences;
    }

    /** Whether this is valid under the reconstructed schema of its version; the message of the first error, or nothing. */
    static String firstError(XDatenfelderMessage message, byte[] xml) {
        String name = message.fold(v2 -> "xdatenfelder-2.0", v3 -> "xdatenfelder-3.0.0") + "-reconstructed.xsd";
        try {
            schema(name).newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
            return "";
        } catch (SAXException e) {
            return e.getMessage();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Schema schema(String name) {
        Path xsd = Samples.collected("..").resolve("schemas/reconstructed/" + name);
        return SCHEMAS.computeIfAbsent(name, unknown -> {
            try {
                return SchemaFactory.newDefaultInstance().newSchema(xsd.toFile());
            } catch (SAXException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
