// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.genericode.v1.Annotation;
import de.ozgkit.xoevfim.genericode.v1.Column;
import de.ozgkit.xoevfim.genericode.v1.ColumnRef;
import de.ozgkit.xoevfim.genericode.v1.Identification;
import de.ozgkit.xoevfim.genericode.v1.Key;
import de.ozgkit.xoevfim.genericode.v1.KeyRef;
import de.ozgkit.xoevfim.internal.XmlInput;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a CodeList from front to end: first all that comes before the rows, then row after row. */
final class ListReader implements AutoCloseable {

    // The parser keeps every name that it ever saw.
    private static final int MAX_UNKNOWN = 1_000;

    private final XmlInput xml;
    private final boolean each;
    private final Faults faults;
    private RowReader rows;
    private boolean inRows;
    private boolean ended;
    private int unknown;

    /** {@code each}: the limit counts for each row, not for the document. */
    ListReader(InputStream in, long maxBytes, boolean each, Consumer<Finding> findings) {
        this.xml = new XmlInput(in, maxBytes);
        this.each = each;
        this.faults = new Faults(findings);
        this.rows = new RowReader(List.of(), faults);
    }

    CodeList head() {
        Genericode.root(xml, Map.of("CodeList", true));
        int line = xml.line();
        Head head = new Head(faults);
        boolean identified = false;
        xml.step();
        while (!inRows && xml.toNextChild()) {
            line = xml.line();
            switch (xml.name()) {
                case "Annotation" -> head.annotation(bind(Annotation.class));
                case "Identification" -> {
                    head.identification(bind(Identification.class), line);
                    identified = true;
                }
                case "ColumnSet" -> columnSet(head);
                case "SimpleCodeList" -> {
                    xml.step();
                    inRows = true;
                }
                default -> unknown();
            }
        }
        if (!identified) {
            head.identification(null, line);
        }
        CodeList list = head.list(inRows, line);
        rows = new RowReader(list.columns(), faults);
        if (!inRows) {
            end();
        }
        return list;
    }

    private void columnSet(Head head) {
        xml.step();
        while (xml.toNextChild()) {
            int line = xml.line();
            switch (xml.name()) {
                case "Column" -> head.column(bind(Column.class), line);
                case "ColumnRef" -> head.column(bind(ColumnRef.class), line);
                case "Key" -> head.key(bind(Key.class), line);
                case "KeyRef" -> head.key(bind(KeyRef.class), line);
                default -> unknown();
            }
        }
        xml.step();
    }

    private <T> T bind(Class<T> type) {
        return xml.bind(type, faults);
    }

    /** The next row; empty behind the last, when the whole document was read. */
    Optional<Map<String, String>> next() {
        return toRow() ? Optional.of(row()) : Optional.empty();
    }

    /** Passes over the next row; false behind the last. */
    boolean passOver() {
        if (!toRow()) {
            return false;
        }
        xml.skipElement();
        return true;
    }

    private boolean toRow() {
        while (inRows && xml.toNextChild()) {
            if (each) {
                xml.startObject();
            }
            if (xml.name().equals("Row")) {
                return true;
            }
            skip("Annotation");
        }
        if (inRows) {
            inRows = false;
            xml.step();
        }
        if (!ended) {
            end();
        }
        return false;
    }

    private void end() {
        ended = true;
        while (xml.toNextChild()) {
            faults.error(
                    "genericode.order",
                    "",
                    xml.line(),
                    "Hinter den Zeilen darf nichts mehr kommen; dieser Teil bleibt ungelesen.",
                    "Nothing may come behind the rows; this part stays unread.");
            xml.skipElement();
        }
        xml.finish();
        if (xml.hadIgnoredNamespace()) {
            faults.accept(Genericode.qualified());
        }
    }

    private Map<String, String> row() {
        rows.start(xml.line());
        xml.step();
        while (xml.toNextChild()) {
            if (xml.name().equals("Value")) {
                String ref = xml.attribute("ColumnRef");
                rows.value(ref, value());
            } else {
                skip("Annotation");
            }
        }
        xml.step();
        return rows.end();
    }

    private @Nullable String value() {
        String text = null;
        xml.step();
        while (xml.toNextChild()) {
            if (text == null && xml.name().equals("SimpleValue")) {
                text = xml.text();
                xml.step();
            } else {
                skip("ComplexValue");
            }
        }
        xml.step();
        return text;
    }

    private void skip(String expected) {
        if (xml.name().equals(expected) || xml.name().equals("Annotation")) {
            xml.skipElement();
        } else {
            unknown();
        }
    }

    private void unknown() {
        if (++unknown > MAX_UNKNOWN) {
            throw new RejectedException(
                    "genericode.too_many_unknown",
                    "more than " + MAX_UNKNOWN + " elements that genericode does not have, at line " + xml.line());
        }
        faults.warning(
                "genericode.element_unknown",
                "",
                xml.line(),
                "Ein Element kommt in genericode 1.0 nicht vor und bleibt ungelesen.",
                "An element does not exist in genericode 1.0 and stays unread.");
        xml.skipElement();
    }

    long bytesRead() {
        return xml.bytesRead();
    }

    @Override
    public void close() {
        xml.close();
    }
}
