// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the values of a row to their columns. A value without a reference belongs to the column behind the previous one. */
final class RowReader {

    private final List<CodeList.Column> columns;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Faults faults;
    private final Map<String, String> row = new HashMap<>();
    private int line;
    private int next;

    RowReader(List<CodeList.Column> columns, Faults faults) {
        this.columns = columns;
        this.faults = faults;
        for (int i = 0; i < columns.size(); i++) {
            positions.putIfAbsent(columns.get(i).id(), i);
        }
    }

    void start(int atLine) {
        line = atLine;
        next = 0;
        row.clear();
    }

    /** Takes the next value; null if it has no text. */
    void value(@Nullable String columnRef, @Nullable String text) {
        int position = columnRef == null ? next : positions.getOrDefault(columnRef, columns.size());
        next = position + 1;
        if (position >= columns.size() && !columns.isEmpty()) {
            faults.error(
                    "genericode.column_unknown",
                    columnRef == null ? "" : columnRef,
                    line,
                    "Ein Wert gehört zu einer Spalte, die die Codeliste nicht hat.",
                    "A value belongs to a column that the code list does not have.");
        }
        String id = columnRef != null
                ? columnRef
                : position < columns.size() ? columns.get(position).id() : null;
        if (id != null && text != null && row.putIfAbsent(id, text) != null) {
            faults.error(
                    "genericode.value_twice",
                    id,
                    line,
                    "Eine Zeile hat zwei Werte für dieselbe Spalte; der erste gilt.",
                    "A row has two values for the same column; the first one counts.");
        }
    }

    Map<String, String> end() {
        for (CodeList.Column column : columns) {
            if (column.required() && !row.containsKey(column.id())) {
                faults.warning(
                        "genericode.value_missing",
                        column.id(),
                        line,
                        "Eine Zeile hat keinen Wert in einer Spalte, die Pflicht ist.",
                        "A row has no value in a column that is required.");
            }
        }
        return Map.copyOf(row);
    }
}
