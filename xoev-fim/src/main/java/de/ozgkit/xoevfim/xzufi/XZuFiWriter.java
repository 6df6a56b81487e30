// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.core.TransportException;
import de.ozgkit.xoevfim.internal.StrictOutput;
import de.ozgkit.xoevfim.internal.XmlOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Document;

/** Writes one message, object by object. */
final class XZuFiWriter {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,199}");

    private final OutputStream out;
    private final Nachricht message;

    XZuFiWriter(OutputStream out, Nachricht message) {
        if (!message.version().writable()) {
            throw new IllegalArgumentException(
                    "XZuFi " + message.version().number() + " is only read here; write 2.2.0 or 2.3.1");
        }
        if (!NAME.matcher(message.rootName()).matches()
                || !message.produkt().keySet().stream()
                        .allMatch(n -> NAME.matcher(n).matches())) {
            throw new IllegalArgumentException("the root and its attributes must have XML names without a prefix");
        }
        this.out = new StrictOutput(out);
        this.message = message;
    }

    void write(Stream<Transfer> changes) {
        try {
            text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xzufi:" + message.rootName() + " xmlns:xzufi=\""
                    + message.version().namespace() + "\"" + attributes() + ">\n");
            if (message.kopf().isPresent()) {
                object(message.kopf().get());
            }
            if (message.transaktionID().isPresent()) {
                line("transaktionID", message.transaktionID().get());
            }
            if (message.transaktionPosition().isPresent()) {
                line("transaktionPosition", message.transaktionPosition().get());
            }
            for (Iterator<Transfer> all = changes.iterator(); all.hasNext(); ) {
                object(all.next().<Object>fold(XZuFiWriter::element, XZuFiWriter::element));
            }
            text("</xzufi:" + message.rootName() + ">\n");
            out.flush();
        } catch (IOException e) {
            throw new TransportException("xzufi.write", "the message could not be written", false, e);
        }
    }

    private void object(Object element) throws IOException {
        Document tree = XmlOutput.tree(XZuFi.jaxb(), element);
        new VersionRules(message.version()).apply(tree);
        XmlOutput.write(tree, out, false);
        text("\n");
    }

    private void line(String name, String text) throws IOException {
        text("<xzufi:" + name + ">" + escaped(text) + "</xzufi:" + name + ">\n");
    }

    private String attributes() {
        Map<String, String> all = new TreeMap<>(message.produkt());
        all.putIfAbsent("xzufiVersion", message.version().number());
        StringBuilder text = new StringBuilder();
        all.forEach((name, value) -> text.append(' ')
                .append(name)
                .append("=\"")
                .append(escaped(value))
                .append('"'));
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\t", "&#9;")
                .replace("\n", "&#10;")
                .replace("\r", "&#13;");
    }

    private static SchreibeElement element(Transfer.Schreibe write) {
        SchreibeElement element = new SchreibeElement();
        if (write.objekt() instanceof UnbekanntesObjekt unknown) {
            element.weitere.add(unknown.element());
        } else {
            element.objekte.add(write.objekt());
        }
        return element;
    }

    private static LoescheElement element(Transfer.Loesche delete) {
        LoescheElement element = new LoescheElement();
        element.klasse = delete.klasse();
        element.id = delete.id();
        return element;
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
