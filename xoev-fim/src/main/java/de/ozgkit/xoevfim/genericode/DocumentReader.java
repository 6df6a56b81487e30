// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.genericode.v1.CodeListDocument;
import de.ozgkit.xoevfim.genericode.v1.ColumnChoice;
import de.ozgkit.xoevfim.genericode.v1.GenericodeMessage;
import de.ozgkit.xoevfim.genericode.v1.KeyChoice;
import de.ozgkit.xoevfim.genericode.v1.Row;
import de.ozgkit.xoevfim.genericode.v1.Value;
import de.ozgkit.xoevfim.internal.XmlInput;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/** Binds a whole document, and views one as a table. */
final class DocumentReader {

    private final List<Finding> findings = new ArrayList<>();
    private final Faults faults = new Faults(findings::add);
    private final Map<Object, Integer> lines = new IdentityHashMap<>();
    private final IntStream.Builder rowLines = IntStream.builder();

    static GenericodeDocument read(XmlInput xml, Class<? extends GenericodeMessage> type) {
        DocumentReader reader = new DocumentReader();
        GenericodeMessage message = xml.bind(type, reader.faults, reader::at);
        xml.finish();
        if (message instanceof CodeListDocument list) {
            reader.table(list, reader.rowLines.build().iterator());
        }
        if (xml.hadIgnoredNamespace()) {
            reader.faults.accept(Genericode.qualified());
        }
        return new GenericodeDocument(message, reader.findings);
    }

    static CodeList table(CodeListDocument document) {
        return new DocumentReader().table(document, IntStream.empty().iterator());
    }

    private void at(Object object, int line) {
        if (object instanceof Row) {
            rowLines.add(line);
        } else if (object instanceof ColumnChoice || object instanceof KeyChoice) {
            Head.limit(lines.size() / 2, line);
            lines.put(object, line);
        }
    }

    private CodeList table(CodeListDocument document, PrimitiveIterator.OfInt linesOfRows) {
        Head head = new Head(faults);
        head.annotation(document.annotation);
        head.identification(document.identification, 0);
        if (document.columnSet != null) {
            document.columnSet.columns.forEach(c -> head.column(c, lines.getOrDefault(c, 0)));
            document.columnSet.keys.forEach(k -> head.key(k, lines.getOrDefault(k, 0)));
        }
        CodeList list = head.list(document.simpleCodeList != null, 0);
        RowReader reader = new RowReader(list.columns(), faults);
        List<Map<String, String>> rows = new ArrayList<>();
        for (Row row : document.simpleCodeList == null ? List.<Row>of() : document.simpleCodeList.row) {
            reader.start(linesOfRows.hasNext() ? linesOfRows.nextInt() : 0);
            for (Value value : row.value) {
                reader.value(value.columnRef, value.simpleValue);
            }
            rows.add(reader.end());
        }
        return list.with(rows);
    }
}
