// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.genericode.v1.Annotation;
import de.ozgkit.xoevfim.genericode.v1.Column;
import de.ozgkit.xoevfim.genericode.v1.ColumnChoice;
import de.ozgkit.xoevfim.genericode.v1.Identification;
import de.ozgkit.xoevfim.genericode.v1.Key;
import de.ozgkit.xoevfim.genericode.v1.KeyChoice;
import de.ozgkit.xoevfim.genericode.v1.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything of a code list but its rows, gathered part by part and checked. */
final class Head {

    /** Real lists have fewer than 40. */
    private static final int MAX_COLUMNS = 1000;

    private final Faults faults;
    private final Map<String, CodeList.Column> columns = new LinkedHashMap<>();
    private final List<CodeList.Key> keys = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> optional = new HashSet<>();
    private XoevMetadata metadata = XoevMetadata.none();
    private Identification identification = new Identification();

    Head(Faults faults) {
        this.faults = faults;
    }

    void annotation(@Nullable Annotation annotation) {
        metadata = XoevMetadata.of(annotation);
    }

    void identification(@Nullable Identification found, int line) {
        identification = found == null ? identification : found;
        if (version().isEmpty() || uri().isEmpty() || versionUri().isEmpty()) {
            faults.error(
                    "genericode.identification",
                    "Identification",
                    line,
                    "Version, CanonicalUri oder CanonicalVersionUri fehlt.",
                    "Version, CanonicalUri or CanonicalVersionUri is missing.");
        } else if (!versionUri().equals(uri() + "_" + version())) {
            faults.warning(
                    "genericode.version_uri",
                    "Identification",
                    line,
                    "Die CanonicalVersionUri ist nicht CanonicalUri, Unterstrich und Version, wie es das XÖV-Handbuch verlangt.",
                    "The CanonicalVersionUri is not CanonicalUri, underscore and version, as the XÖV handbook asks for.");
        }
    }

    void column(ColumnChoice column, int line) {
        String id = own(column.id, line);
        limit(columns.size(), line);
        if (column.use == null && column instanceof Column) {
            faults.warning(
                    "genericode.column_use",
                    id,
                    line,
                    "Eine Spalte sagt nicht, ob sie Pflicht ist; sie gilt als freiwillig.",
                    "A column does not say whether it is required; it is taken as optional.");
        }
        String name = column instanceof Column c ? title(c, id) : id;
        if ("optional".equals(column.use)) {
            optional.add(id);
        }
        columns.putIfAbsent(id, new CodeList.Column(id, name, "required".equals(column.use)));
    }

    void key(KeyChoice choice, int line) {
        String id = own(choice.id, line);
        limit(keys.size(), line);
        if (!(choice instanceof Key key)) {
            return;
        }
        List<String> refs = new ArrayList<>();
        key.columnRef.forEach(ref -> refs.add(orEmpty(ref.ref)));
        limit(refs.size(), line);
        if (refs.isEmpty()) {
            faults.error(
                    "genericode.key_without_column",
                    id,
                    line,
                    "Ein Schlüssel nennt keine Spalte.",
                    "A key names no column.");
        }
        refs.forEach(ref -> checkKeyColumn(id, ref, line));
        keys.add(new CodeList.Key(id, refs, XoevMetadata.marksKey(key.annotation)));
    }

    private void checkKeyColumn(String key, String ref, int line) {
        CodeList.Column column = columns.get(ref);
        if (column == null) {
            faults.error(
                    "genericode.key_column_unknown",
                    key,
                    line,
                    "Ein Schlüssel nennt eine Spalte, die die Codeliste nicht hat.",
                    "A key names a column that the code list does not have.");
        } else if (optional.contains(ref)) {
            faults.warning(
                    "genericode.key_column_optional",
                    key,
                    line,
                    "Eine Spalte des Schlüssels ist nicht Pflicht.",
                    "A column of the key is not required.");
        }
    }

    /** The list without rows, once everything before the rows is known. */
    CodeList list(boolean hasRows, int line) {
        if (hasRows && keys.isEmpty()) {
            faults.warning(
                    "genericode.no_key",
                    "ColumnSet",
                    line,
                    "Die Codeliste hat keinen Schlüssel; als Code gilt die erste Pflichtspalte.",
                    "The code list has no key; the first required column is taken as the code.");
        }
        return new CodeList(
                text(identification.shortName),
                identification.longName.stream().findFirst().map(Head::text).orElse(""),
                version(),
                uri(),
                versionUri(),
                List.copyOf(columns.values()),
                keys,
                List.of(),
                metadata);
    }

    private String own(@Nullable String id, int line) {
        if (id == null || id.isEmpty() || !ids.add(id)) {
            faults.error(
                    "genericode.id",
                    orEmpty(id),
                    line,
                    "Die Id einer Spalte oder eines Schlüssels fehlt oder kommt zweimal vor; die erste gilt.",
                    "The id of a column or key is missing or there twice; the first one counts.");
        }
        return orEmpty(id);
    }

    static void limit(int count, int line) {
        if (count >= MAX_COLUMNS) {
            throw new RejectedException(
                    "genericode.too_many_columns", "more than " + MAX_COLUMNS + " columns or keys, at line " + line);
        }
    }

    private static String title(Column column, String id) {
        return column.longName.stream()
                .map(Head::text)
                .filter(t -> !t.isEmpty())
                .findFirst()
                .orElse(text(column.shortName).isEmpty() ? id : text(column.shortName));
    }

    private String version() {
        return orEmpty(identification.version).strip();
    }

    private String uri() {
        return orEmpty(identification.canonicalUri).strip();
    }

    private String versionUri() {
        return orEmpty(identification.canonicalVersionUri).strip();
    }

    private static String text(@Nullable Name name) {
        return name == null ? "" : name.value.strip();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
