// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

import static de.ozgkit.xoevfim.Finding.Severity.ERROR;
import static de.ozgkit.xoevfim.Finding.Severity.INFO;
import static de.ozgkit.xoevfim.Finding.Severity.METHOD;
import static de.ozgkit.xoevfim.Finding.Severity.WARNING;

import de.ozgkit.xoevfim.internal.schema.Standard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a code list must hold beyond its schema: references lead somewhere, required columns are filled, keys are unique. Source: OASIS
 * genericode 1.0; for the version URI, the XÖV handbook for code lists.
 */
final class GenericodeRules implements ContentRules {

    /** More columns than any list has; each row is compared with all of them. */
    private static final int MAX_COLUMNS = 1_000;

    private final Map<String, String> identification = new HashMap<>();
    private final List<String> columns = new ArrayList<>();
    private final Set<String> required = new HashSet<>();
    private final List<List<String>> keys = new ArrayList<>();
    private final Set<String> unknownReferences = new HashSet<>();
    private final KeyMemory seen = new KeyMemory();
    private boolean qualified;
    private boolean closed;
    private boolean uncheckedKeys;

    private final Map<String, String> row = new HashMap<>();
    private int column = -1;
    private String columnId = "";

    @Override
    public String namespace(Scan at) {
        return isQualified(at) ? "" : at.namespace();
    }

    private static boolean isQualified(Scan at) {
        return at.depth() > 1 && at.namespace().equals(Standard.GENERICODE.namespace);
    }

    @Override
    public void start(Scan at) {
        if (!qualified && isQualified(at)) {
            qualified = true;
            at.report(
                    METHOD,
                    "genericode.qualified",
                    "Die Elemente in der Codeliste haben einen Namensraum. Nach dem Standard hat ihn nur das äußerste.",
                    "The elements in the code list have a namespace. By the standard only the root has one.");
        }
        switch (at.name()) {
            case "Column", "ColumnRef" -> columnOrReference(at);
            case "Key" -> keys.add(new ArrayList<>());
            case "SimpleCodeList" -> closed = true;
            case "Row" -> {
                row.clear();
                column = -1;
            }
            case "Value" -> value(at);
            default -> {}
        }
    }

    @Override
    public void end(Scan at, String text) {
        switch (at.name()) {
            case "SimpleValue" -> row.put(columnId, text);
            case "ComplexValue" -> row.putIfAbsent(columnId, "?");
            case "Row" -> row(at);
            default -> {
                if (at.parent().equals("Identification")) {
                    identification.putIfAbsent(at.name(), text.strip());
                    if (identification.size() > 50) {
                        identification.clear();
                    }
                }
            }
        }
        if (at.name().equals("Identification")) {
            versionUri(at);
        }
    }

    /** A column of the set, one taken from elsewhere, or one that a key is made of. */
    private void columnOrReference(Scan at) {
        if (at.parent().equals("Key")) {
            String ref = orEmpty(at.attribute("Ref"));
            keys.get(keys.size() - 1).add(ref);
            check(at, ref);
        } else if (columns.size() < MAX_COLUMNS) {
            columns.add(orEmpty(at.attribute("Id")));
            if ("required".equals(at.attribute("Use"))) {
                required.add(orEmpty(at.attribute("Id")));
            }
        }
    }

    private void value(Scan at) {
        @Nullable String ref = at.attribute("ColumnRef");
        if (ref == null) {
            column++;
            columnId = column < columns.size() ? columns.get(column) : "";
        } else {
            columnId = ref;
            column = columns.indexOf(ref);
        }
        check(at, columnId);
        if (row.containsKey(columnId)) {
            at.report(
                    ERROR,
                    "genericode.value_twice",
                    "Die Zeile hat für eine Spalte zwei Werte.",
                    "The row has two values for one column.");
        }
    }

    private void check(Scan at, String reference) {
        if (!columns.contains(reference) && unknownReferences.size() < 100 && unknownReferences.add(reference)) {
            at.report(
                    ERROR,
                    "genericode.reference",
                    "Eine Spalte, auf die verwiesen wird, gibt es in der Codeliste nicht.",
                    "A column that is referred to does not exist in the code list.");
        }
    }

    private void row(Scan at) {
        if (!closed) {
            return;
        }
        if (required.stream().anyMatch(id -> !row.containsKey(id))) {
            at.report(
                    ERROR,
                    "genericode.required",
                    "In der Zeile fehlt der Wert einer Spalte, die immer gefüllt sein muss.",
                    "The row lacks the value of a column that must always be filled.");
        }
        for (int k = 0; k < keys.size(); k++) {
            key(at, k);
        }
    }

    private void key(Scan at, int number) {
        StringBuilder key = new StringBuilder().append(number);
        for (String id : keys.get(number)) {
            key.append('\u0000').append(row.getOrDefault(id, ""));
        }
        if (seen.isFull()) {
            if (!uncheckedKeys) {
                uncheckedKeys = true;
                at.report(
                        INFO,
                        "genericode.key_unchecked",
                        "Die Codeliste ist so lang, dass ab hier nicht geprüft wird, ob Schlüssel eindeutig sind.",
                        "The code list is so long that from here on it is not checked whether keys are unique.");
            }
        } else if (!seen.add(key)) {
            at.report(
                    number == 0 ? ERROR : WARNING,
                    "genericode.key",
                    "Der Schlüssel dieser Zeile kommt schon in einer früheren Zeile vor.",
                    "The key of this row occurs in an earlier row already.");
        }
    }

    private void versionUri(Scan at) {
        String expected =
                identification.getOrDefault("CanonicalUri", "") + "_" + identification.getOrDefault("Version", "");
        if (!expected.equals(identification.getOrDefault("CanonicalVersionUri", ""))) {
            at.report(
                    WARNING,
                    "genericode.version_uri",
                    "CanonicalVersionUri muss aus CanonicalUri, einem Unterstrich und Version bestehen.",
                    "CanonicalVersionUri must be made of CanonicalUri, an underscore and Version.");
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
