// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import static de.ozgkit.xoevfim.xdatenfelder.Texts.isGiven;
import static de.ozgkit.xoevfim.xdatenfelder.Texts.orEmpty;
import static de.ozgkit.xoevfim.xdatenfelder.Texts.token;

import de.ozgkit.xoevfim.genericode.CodeList;
import de.ozgkit.xoevfim.xdatenfelder.v2.CodelisteReferenz;
import de.ozgkit.xoevfim.xdatenfelder.v2.GenericodeIdentification;
import de.ozgkit.xoevfim.xdatenfelder.v2.Identifikation;
import de.ozgkit.xoevfim.xdatenfelder.v3.Datenfeld;
import de.ozgkit.xoevfim.xdatenfelder.v3.Praezisierung;
import de.ozgkit.xoevfim.xdatenfelder.v3.Wert;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What only fields have, on the way to version 2: kinds, limits and choices. */
final class FieldsToVersion2 {

    private final Losses losses;
    private final ListsOfVersion2 lists = new ListsOfVersion2();

    FieldsToVersion2(Losses losses) {
        this.losses = losses;
    }

    /** The code lists that stand beside the message from now on. */
    Map<String, CodeList> codeLists() {
        return lists.codeLists();
    }

    static boolean isHidden(Datenfeld field) {
        return Codes.value(field.feldart).equals("hidden");
    }

    void convert(Datenfeld from, de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeld to, @Nullable String id) {
        losses.unknown(id, from.feldart, from.datentyp, from.vorbefuellung);
        to.feldart = from.feldart == null ? null : Codes.of("feldart", "1.0", kind(from, id));
        String type = Codes.value(from.datentyp);
        boolean known = type.isEmpty() || Codes.isDataType2(type);
        losses.addIf(!known, Loss.DATATYPE, id, from);
        to.datentyp = from.datentyp == null ? null : Codes.of("datentyp", "1.0", known ? type : "text");
        to.praezisierung = limits(from, known || type.equals("text_latin"), id);
        to.inhalt = orEmpty(from.inhalt);
        to.codelisteReferenz = choices(from, to, id);

        String prefill = Codes.value(from.vorbefuellung);
        losses.addIf(!prefill.isEmpty() && !prefill.equals("keine"), Loss.PREFILL, id, from);
        boolean keys = isGiven(from.codeKey) || isGiven(from.nameKey) || isGiven(from.helpKey);
        losses.addIf(keys, Loss.LIST_KEYS, id, from);
        losses.addIf(from.maxSize != null || !from.mediaType.isEmpty(), Loss.FILES, id, from);
    }

    private String kind(Datenfeld from, @Nullable String id) {
        String kind = Codes.value(from.feldart);
        losses.addIf(kind.equals("locked"), Loss.LOCKED, id, from);
        losses.addIf(kind.equals("hidden"), Loss.HIDDEN_SHOWN, id, from);
        return switch (kind) {
            case "locked" -> "label";
            case "hidden" -> "input";
            default -> kind;
        };
    }

    /** Values have a smallest and a largest one only where the data type stays what it is. */
    private String limits(Datenfeld from, boolean sameType, @Nullable String id) {
        Praezisierung limits = from.praezisierung;
        if (limits == null) {
            return "";
        }
        Map<String, String> members = new LinkedHashMap<>();
        put(members, "minLength", limits.minLength);
        put(members, "maxLength", limits.maxLength);
        if (sameType) {
            put(members, "minValue", limits.minValue);
            put(members, "maxValue", limits.maxValue);
        }
        put(members, "pattern", limits.pattern);
        boolean range = isGiven(limits.minValue) || isGiven(limits.maxValue);
        losses.addIf(!sameType && range, Loss.LIMIT, id, from);
        losses.addIf(isGiven(limits.text) || !limits.weitereAttribute.isEmpty(), Loss.LIMIT, id, from);
        return members.isEmpty() ? "" : LimitsJson.write(members);
    }

    private static void put(Map<String, String> members, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            members.put(key, value);
        }
    }

    private @Nullable CodelisteReferenz choices(
            Datenfeld from, de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeld to, @Nullable String id) {
        var reference = from.codelisteReferenz;
        if (from.werte != null) {
            losses.addIf(reference != null, Loss.LIST_TWICE, id, from);
            losses.unknown(id, from.werte);
            losses.unknown(id, from.werte.wert.toArray(Wert[]::new));
            return lists.inline(from.werte, to);
        }
        if (reference == null) {
            return null;
        }
        losses.unknown(id, reference);
        String version = token(reference.version);
        losses.addIf(version.isEmpty(), Loss.LIST_VERSION, id, from);
        GenericodeIdentification names = new GenericodeIdentification();
        names.canonicalIdentification = token(reference.canonicalIdentification);
        names.version = version;
        names.canonicalVersionUri = token(reference.canonicalVersionUri);
        if (names.canonicalVersionUri.isEmpty() && !version.isEmpty()) {
            names.canonicalVersionUri = names.canonicalIdentification + "_" + version;
        }
        CodelisteReferenz made = new CodelisteReferenz();
        made.identifikation = new Identifikation();
        made.identifikation.id = lists.idOf(names.canonicalIdentification + "\n" + names.canonicalVersionUri, to);
        made.genericodeIdentification = names;
        return made;
    }
}
