// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import static de.ozgkit.xoevfim.xdatenfelder.Texts.isGiven;
import static de.ozgkit.xoevfim.xdatenfelder.Texts.orEmpty;
import static de.ozgkit.xoevfim.xdatenfelder.Texts.token;

import de.ozgkit.xoevfim.genericode.CodeList;
import de.ozgkit.xoevfim.genericode.XoevMetadata;
import de.ozgkit.xoevfim.xdatenfelder.v2.CodelisteReferenz;
import de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeld;
import de.ozgkit.xoevfim.xdatenfelder.v2.GenericodeIdentification;
import de.ozgkit.xoevfim.xdatenfelder.v2.Identifikation;
import de.ozgkit.xoevfim.xdatenfelder.v3.Wert;
import de.ozgkit.xoevfim.xdatenfelder.v3.Werte;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Code lists out of the choices of fields: equal choices are one list, and every list has an id of its own. */
final class ListsOfVersion2 {

    private static final CodeList.Key CODE_KEY = new CodeList.Key("codeKey", List.of("code"), false);
    private static final CodeList.Key NAME_KEY = new CodeList.Key("codenameKey", List.of("name"), false);

    private final Map<Object, String> ids = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, CodeList> lists = new TreeMap<>();
    private int next = 99_000_001;

    Map<String, CodeList> codeLists() {
        return lists;
    }

    /** The id of the list that this key stands for, named after the first field that has it if that is free. */
    String idOf(Object key, Datenfeld field) {
        return ids.computeIfAbsent(key, unknown -> {
            Identifikation identification = field.identifikation;
            String own = identification == null ? "" : token(identification.id);
            String id = "C" + (Ids.VERSION_2.matcher(own).matches() ? own.substring(1) : next++);
            while (!taken.add(id)) {
                id = "C" + next++;
            }
            return id;
        });
    }

    CodelisteReferenz inline(Werte values, Datenfeld field) {
        List<Map<String, String>> rows =
                values.wert.stream().map(ListsOfVersion2::row).toList();
        String id = idOf(rows, field);
        lists.computeIfAbsent(id, unknown -> list(id, rows, field));
        CodelisteReferenz reference = new CodelisteReferenz();
        reference.identifikation = new Identifikation();
        reference.identifikation.id = id;
        GenericodeIdentification names = new GenericodeIdentification();
        names.canonicalIdentification = lists.get(id).canonicalUri();
        names.version = lists.get(id).version();
        names.canonicalVersionUri = lists.get(id).canonicalVersionUri();
        reference.genericodeIdentification = names;
        return reference;
    }

    private static CodeList list(String id, List<Map<String, String>> rows, Datenfeld field) {
        List<CodeList.Column> columns = new ArrayList<>();
        columns.add(new CodeList.Column("code", "Code", true));
        columns.add(new CodeList.Column("name", "Name", true));
        if (rows.stream().anyMatch(row -> row.containsKey("hilfe"))) {
            columns.add(new CodeList.Column("hilfe", "Hilfe", false));
        }
        Identifikation identification = field.identifikation;
        String version = identification == null ? "" : token(identification.version);
        String known = version.isEmpty() ? "1.0" : version;
        String urn = "urn:de:fim:codeliste:" + id.toLowerCase(Locale.ROOT);
        return new CodeList(
                field.name,
                "",
                known,
                urn,
                urn + "_" + known,
                columns,
                List.of(CODE_KEY, NAME_KEY),
                rows,
                XoevMetadata.none());
    }

    private static Map<String, String> row(Wert value) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("code", token(value.code));
        row.put("name", orEmpty(value.name));
        put(row, "hilfe", value.hilfe);
        return row;
    }

    private static void put(Map<String, String> row, String column, @Nullable String text) {
        if (text != null && isGiven(text)) {
            row.put(column, text);
        }
    }
}
