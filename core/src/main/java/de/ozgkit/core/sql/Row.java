// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.sql;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a result, read by column name. The plain methods expect a value and fail on null; {@code optional…} ones allow it. Valid
 * until the next row is read.
 *
 * @since 0.1
 */
public final class Row {

    private final ResultSet rows;
    private final Columns columns;

    Row(ResultSet rows, Columns columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** A text. */
    public String text(String column) throws SQLException {
        return present(column, rows.getString(columns.number(column)));
    }

    /** A text, if there is one. */
    public Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(rows.getString(columns.number(column)));
    }

    /** A whole number. */
    public long number(String column) throws SQLException {
        long value = rows.getLong(columns.number(column));
        return present(column, rows.wasNull() ? null : value);
    }

    /** Yes or no. */
    public boolean flag(String column) throws SQLException {
        boolean value = rows.getBoolean(columns.number(column));
        return present(column, rows.wasNull() ? null : value);
    }

    /** An id. */
    public UUID uuid(String column) throws SQLException {
        return present(column, rows.getObject(columns.number(column), UUID.class));
    }

    /** An id, if there is one. */
    public Optional<UUID> optionalUuid(String column) throws SQLException {
        return Optional.ofNullable(rows.getObject(columns.number(column), UUID.class));
    }

    /** A point in time. */
    public Instant instant(String column) throws SQLException {
        return present(column, rows.getObject(columns.number(column), OffsetDateTime.class))
                .toInstant();
    }

    /** A point in time, if there is one. */
    public Optional<Instant> optionalInstant(String column) throws SQLException {
        return Optional.ofNullable(rows.getObject(columns.number(column), OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /** A date, if there is one. */
    public Optional<LocalDate> optionalDate(String column) throws SQLException {
        return Optional.ofNullable(rows.getObject(columns.number(column), LocalDate.class));
    }

    /** A constant of an enum, kept by its name. */
    public <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, text(column));
    }

    /** The content of a binary column. */
    public byte[] bytes(String column) throws SQLException {
        return present(column, rows.getBytes(columns.number(column)));
    }

    /** The content of a binary column as a stream, to be read before the next row. */
    public InputStream stream(String column) throws SQLException {
        return present(column, rows.getBinaryStream(columns.number(column)));
    }

    private static <T> T present(String column, @Nullable T value) throws SQLException {
        if (value == null) {
            throw new SQLException("column " + column + " is null but a value is expected", "22004");
        }
        return value;
    }
}
