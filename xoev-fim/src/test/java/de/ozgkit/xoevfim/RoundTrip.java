// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.builder.Input;
import org.xmlunit.diff.Comparison;
import org.xmlunit.diff.ComparisonResult;
import org.xmlunit.diff.ComparisonType;

/** Compares what was written with what was read, and holds it against a schema. */
public final class RoundTrip {

    private RoundTrip() {}

    /** The same but for comments, prefixes, white space between elements, and what a test names. */
    public static void assertSame(Path original, byte[] written, Predicate<Comparison> allowed) {
        assertThat(DiffBuilder.compare(Input.from(original.toFile()))
                        .withTest(written)
                        .ignoreComments()
                        .ignoreElementContentWhitespace()
                        .withDifferenceEvaluator((comparison, outcome) -> outcome != ComparisonResult.EQUAL
                                        && (comparison.getType() == ComparisonType.NAMESPACE_PREFIX
                                                || comparison.getType() == ComparisonType.XML_STANDALONE
                                                || allowed.test(comparison))
                                ? ComparisonResult.EQUAL
                                : outcome)
                        .checkForSimilar()
                        .build()
                        .getDifferences())
                .as(original.getFileName().toString())
                .isEmpty();
    }

    /** The document in one form, whatever prefixes, quotes and order of attributes it was written with. */
    public static String canonical(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            StringBuilder out = new StringBuilder();
            append(
                    out,
                    factory.newDocumentBuilder()
                            .parse(new ByteArrayInputStream(xml))
                            .getDocumentElement());
            return out.toString();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void append(StringBuilder out, Node node) {
        if (node instanceof Element) {
            out.append("\n<{").append(node.getNamespaceURI()).append('}').append(node.getLocalName());
            Map<String, String> attributes = new TreeMap<>();
            for (int i = 0; i < node.getAttributes().getLength(); i++) {
                Node attribute = node.getAttributes().item(i);
                if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                    attributes.put(
                            "{" + attribute.getNamespaceURI() + "}" + attribute.getLocalName(),
                            attribute.getNodeValue());
                }
            }
            out.append(attributes).append('>');
            for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                append(out, child);
            }
            out.append("</>");
        } else if (node instanceof Text) {
            out.append(node.getNodeValue());
        }
    }

    /** The errors that this collected schema (path below {@code schemas}) finds. */
    public static List<String> errors(String schema, byte[] xml) {
        Path xsd = Samples.collected("..").resolve("schemas").resolve(schema);
        List<String> errors = new ArrayList<>();
        try {
            var validator =
                    SchemaFactory.newDefaultInstance().newSchema(xsd.toFile()).newValidator();
            validator.setErrorHandler(new ErrorHandler() {
                @Override
                public void warning(SAXParseException e) {
                    errors.add(e.getMessage());
                }

                @Override
                public void error(SAXParseException e) {
                    errors.add(e.getMessage());
                }

                @Override
                public void fatalError(SAXParseException e) {
                    errors.add(e.getMessage());
                }
            });
            validator.validate(new StreamSource(new ByteArrayInputStream(xml)));
        } catch (SAXException | IOException e) {
            errors.add(String.valueOf(e.getMessage()));
        }
        return errors;
    }
}
