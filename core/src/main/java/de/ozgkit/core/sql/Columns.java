// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.sql;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;

/** Finds the columns of a result by name. For a handful of them that is cheaper than the map that H2 makes for every result. */
final class Columns {

    private final String[] labels;

    private Columns(String[] labels) {
        this.labels = labels;
    }

    static Columns of(ResultSetMetaData result) throws SQLException {
        String[] labels = new String[result.getColumnCount()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = result.getColumnLabel(i + 1);
        }
        return new Columns(labels);
    }

    /** Which column it is, counted from 1. */
    int number(String name) throws SQLException {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i].equalsIgnoreCase(name)) {
                return i + 1;
            }
        }
        throw new SQLException("there is no column " + name, "42S22");
    }
}
