// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A code list: a small table with a key, reduced to what a program looks up. Immutable. {@link GenericodeDocument} has everything
 * else that the file says.
 *
 * @param shortName its name
 * @param longName its full name, empty in many exports
 * @param version its version
 * @param canonicalUri the URN of the list in all its versions
 * @param canonicalVersionUri the URN of this version
 * @param columns the columns in their order
 * @param keys the keys in their order
 * @param rows the rows; each has the texts that are there, by column id. Values that are XML are left out
 * @param metadata what the publisher says about the list
 * @since 0.1
 */
public record CodeList(
        String shortName,
        String longName,
        String version,
        String canonicalUri,
        String canonicalVersionUri,
        List<Column> columns,
        List<Key> keys,
        List<Map<String, String>> rows,
        XoevMetadata metadata) {

    /**
     * A column.
     *
     * @param id its id inside the list
     * @param name what people call it; the id if the list does not say
     * @param required whether every row has a value
     */
    public record Column(String id, String name, boolean required) {}

    /**
     * A set of columns that identifies a row.
     *
     * @param id its id inside the list
     * @param columns the ids of its columns
     * @param recommended whether the publisher recommends it as the code (XÖV handbook)
     */
    public record Key(String id, List<String> columns, boolean recommended) {
        public Key {
            columns = List.copyOf(columns);
        }
    }

    /**
     * One row, reduced to what a form needs.
     *
     * @param code the code
     * @param name the text for people; the code itself if the list has no other column
     * @param help an explanation, if the list has one
     */
    public record Entry(String code, String name, Optional<String> help) {}

    public CodeList {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        rows = rows.stream().map(Map::copyOf).toList();
    }

    /** Code and name of every row, by the columns that the list itself names. Rows without a code are left out; the first wins. */
    public List<Entry> entries() {
        return entries(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Code, name and help of every row by the columns that a field names (codeKey, nameKey, helpKey of XDatenfelder 3). A column that
     * the list does not have falls back to its own choice.
     */
    public List<Entry> entries(Optional<String> codeKey, Optional<String> nameKey, Optional<String> helpKey) {
        Function<Map<String, String>, Optional<Entry>> toEntry = toEntry(codeKey, nameKey, helpKey);
        Map<String, Entry> byCode = new LinkedHashMap<>();
        rows.forEach(row -> toEntry.apply(row).ifPresent(entry -> byCode.putIfAbsent(entry.code(), entry)));
        return List.copyOf(byCode.values());
    }

    /** Turns rows of this list into entries; empty for a row without a code. */
    Function<Map<String, String>, Optional<Entry>> toEntry(
            Optional<String> codeKey, Optional<String> nameKey, Optional<String> helpKey) {
        Optional<String> code = codeKey.filter(this::hasColumn).or(this::codeColumn);
        Optional<String> name = nameKey.filter(this::hasColumn).or(this::nameColumn);
        return row -> filled(row, code).map(c -> new Entry(c, filled(row, name).orElse(c), filled(row, helpKey)));
    }

    private static Optional<String> filled(Map<String, String> row, Optional<String> column) {
        return column.map(row::get).filter(text -> !text.isBlank());
    }

    /** The same list with these rows. */
    CodeList with(List<Map<String, String>> otherRows) {
        return new CodeList(
                shortName, longName, version, canonicalUri, canonicalVersionUri, columns, keys, otherRows, metadata);
    }

    /** The column of the codes: the recommended key, else the first key, else the first required column, else the first. */
    public Optional<String> codeColumn() {
        return keys.stream()
                .filter(Key::recommended)
                .findFirst()
                .or(() -> keys.stream().findFirst())
                .flatMap(k -> k.columns().stream().findFirst())
                .or(() -> columns.stream()
                        .filter(Column::required)
                        .map(Column::id)
                        .findFirst())
                .or(() -> columns.stream().map(Column::id).findFirst());
    }

    /** The column of the names: that of the key "codenameKey", else the first that is not the code. */
    public Optional<String> nameColumn() {
        Optional<String> code = codeColumn();
        return keys.stream()
                .filter(k -> k.id().equals("codenameKey"))
                .flatMap(k -> k.columns().stream())
                .findFirst()
                .or(() -> columns.stream()
                        .map(Column::id)
                        .filter(id -> !Optional.of(id).equals(code))
                        .findFirst());
    }

    private boolean hasColumn(String id) {
        return columns.stream().anyMatch(c -> c.id().equals(id));
    }
}
