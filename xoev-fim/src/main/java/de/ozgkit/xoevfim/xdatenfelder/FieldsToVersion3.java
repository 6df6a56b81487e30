// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import static de.ozgkit.xoevfim.xdatenfelder.Texts.given;
import static de.ozgkit.xoevfim.xdatenfelder.Texts.isGiven;
import static de.ozgkit.xoevfim.xdatenfelder.Texts.token;

import de.ozgkit.xoevfim.genericode.CodeList;
import de.ozgkit.xoevfim.xdatenfelder.v2.CodelisteReferenz;
import de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeld;
import de.ozgkit.xoevfim.xdatenfelder.v2.GenericodeIdentification;
import de.ozgkit.xoevfim.xdatenfelder.v3.Praezisierung;
import de.ozgkit.xoevfim.xdatenfelder.v3.Wert;
import de.ozgkit.xoevfim.xdatenfelder.v3.Werte;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What only fields have, on the way to version 3: limits and choices. */
final class FieldsToVersion3 {

    private final Map<String, CodeList> codeLists;
    private final Losses losses;

    FieldsToVersion3(Map<String, CodeList> codeLists, Losses losses) {
        this.codeLists = codeLists;
        this.losses = losses;
    }

    void convert(Datenfeld from, de.ozgkit.xoevfim.xdatenfelder.v3.Datenfeld to, @Nullable String id) {
        losses.unknown(id, from.feldart, from.datentyp);
        to.feldart = Codes.other(from.feldart, "feldart", "2.0");
        to.datentyp = Codes.other(from.datentyp, "datentyp", "2.0");
        to.praezisierung = limits(from, id);
        to.inhalt = given(from.inhalt);
        to.vorbefuellung = Codes.of("vorbefuellung", "1.0", "keine");
        if (from.codelisteReferenz != null) {
            choices(from, from.codelisteReferenz, to, id);
        }
    }

    private @Nullable Praezisierung limits(Datenfeld from, @Nullable String id) {
        if (!isGiven(from.praezisierung)) {
            return null;
        }
        Optional<Map<String, Optional<String>>> read = LimitsJson.read(from.praezisierung);
        losses.addIf(read.isEmpty(), Loss.LIMIT, id, from);
        Map<String, String> members = new LinkedHashMap<>();
        read.orElse(Map.of()).forEach((key, value) -> {
            if (value.isPresent() && usable(key, value.get())) {
                members.put(key, key.endsWith("Length") ? value.get().strip() : value.get());
            } else {
                // An empty value is what editors write for no limit.
                losses.addIf(!value.map(String::isBlank).orElse(false), Loss.LIMIT, id, from);
            }
        });
        if (members.isEmpty()) {
            return null;
        }
        Praezisierung to = new Praezisierung();
        to.minLength = members.get("minLength");
        to.maxLength = members.get("maxLength");
        to.minValue = members.get("minValue");
        to.maxValue = members.get("maxValue");
        to.pattern = members.get("pattern");
        return to;
    }

    private static boolean usable(String key, String value) {
        return switch (key) {
            case "minLength" -> value.strip().matches("[0-9]{1,9}");
            case "maxLength" -> value.strip().matches("0*[1-9][0-9]{0,8}");
            case "minValue", "maxValue", "pattern" -> !value.isBlank();
            default -> false;
        };
    }

    private void choices(
            Datenfeld field,
            CodelisteReferenz reference,
            de.ozgkit.xoevfim.xdatenfelder.v3.Datenfeld to,
            @Nullable String id) {
        GenericodeIdentification names = reference.genericodeIdentification;
        losses.unknown(id, reference, reference.identifikation, names);
        String urn = names == null ? "" : token(names.canonicalIdentification);
        CodeList list = codeLists.get(reference.identifikation == null ? "" : token(reference.identifikation.id));
        boolean inner = urn.contains("urn:de:fim:") || urn.contains("urn:xoev-de:fim:") || urn.isEmpty();
        if (inner && list != null) {
            losses.add(Loss.LIST_NAME, id, field);
            to.werte = values(list, field, id);
        }
        if (to.werte == null && names != null) {
            losses.add(inner && list == null ? Loss.LIST_MISSING : Loss.LIST_ID, id, field);
            var made = new de.ozgkit.xoevfim.xdatenfelder.v3.CodelisteReferenz();
            made.canonicalIdentification = urn;
            made.version = given(token(names.version));
            made.canonicalVersionUri = given(token(names.canonicalVersionUri));
            to.codelisteReferenz = made;
        }
    }

    /** The rows as choices; none if the list has no row that could be one. */
    private @Nullable Werte values(CodeList list, Datenfeld field, @Nullable String id) {
        String code = column(list, "codeKey").or(list::codeColumn).orElse("");
        String name = column(list, "codenameKey").or(list::nameColumn).orElse(code);
        List<String> others = list.columns().stream()
                .map(CodeList.Column::id)
                .filter(c -> !c.equals(code) && !c.equals(name))
                .toList();
        String help = others.isEmpty() ? "" : others.get(0);
        Werte values = new Werte();
        Set<String> codes = new HashSet<>();
        for (Map<String, String> row : list.rows()) {
            Wert value = new Wert();
            value.code = token(row.get(code));
            value.name = isGiven(row.get(name)) ? row.get(name) : value.code;
            value.hilfe = given(row.get(help));
            boolean fits = isGiven(value.code) && codes.add(value.code);
            losses.addIf(!fits, Loss.LIST_ROWS, id, field);
            losses.addIf(others.stream().skip(1).anyMatch(c -> isGiven(row.get(c))), Loss.LIST_COLUMNS, id, field);
            if (fits) {
                values.wert.add(value);
            }
        }
        return values.wert.isEmpty() ? null : values;
    }

    private static Optional<String> column(CodeList list, String key) {
        return list.keys().stream()
                .filter(k -> k.id().equals(key))
                .flatMap(k -> k.columns().stream())
                .findFirst();
    }
}
