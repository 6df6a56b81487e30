// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.xoevfim.form.FormField.Choice;
import de.ozgkit.xoevfim.form.FormField.Kind;
import de.ozgkit.xoevfim.form.FormField.Prefill;
import de.ozgkit.xoevfim.genericode.CodeLists;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage.Version3;
import de.ozgkit.xoevfim.xdatenfelder.v3.CodelisteReferenz;
import de.ozgkit.xoevfim.xdatenfelder.v3.Datenfeld;
import de.ozgkit.xoevfim.xdatenfelder.v3.DatenfeldNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v3.Datenfeldgruppe;
import de.ozgkit.xoevfim.xdatenfelder.v3.DatenfeldgruppeNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v3.Enthaelt;
import de.ozgkit.xoevfim.xdatenfelder.v3.Identifikation;
import de.ozgkit.xoevfim.xdatenfelder.v3.Praezisierung;
import de.ozgkit.xoevfim.xdatenfelder.v3.Stammdatenschema;
import de.ozgkit.xoevfim.xdatenfelder.v3.StammdatenschemaNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v3.Struktur;
import de.ozgkit.xoevfim.xoev.Code;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A form from XDatenfelder 3.0.0. */
final class Schema3 extends Schema {

    private static final Occurs ONCE = new Occurs(1, 1);

    private final Version3 schema;
    private final CodeLists codeLists;

    Schema3(Version3 schema, CodeLists codeLists) {
        this.schema = schema;
        this.codeLists = codeLists;
    }

    FormModel form() {
        findings.addAll(schema.findings());
        if (schema.message() instanceof StammdatenschemaNachricht n && n.stammdatenschema != null) {
            Stammdatenschema s = n.stammdatenschema;
            return new FormModel(
                    idOf(s.identifikation),
                    versionOf(s.identifikation),
                    first(s.bezeichnung, s.name),
                    given(s.hilfetext),
                    children(s.struktur),
                    findings);
        }
        if (schema.message() instanceof DatenfeldgruppeNachricht n && n.datenfeldgruppe != null) {
            return alone(group(n.datenfeldgruppe, ONCE));
        }
        if (schema.message() instanceof DatenfeldNachricht n && n.datenfeld != null) {
            return alone(field(n.datenfeld, ONCE));
        }
        throw contradicts("", "holds no schema, group or field");
    }

    private FormModel alone(FormElement element) {
        return new FormModel(
                element.id(), element.version(), element.label(), element.help(), List.of(element), findings);
    }

    private static String idOf(@Nullable Identifikation identification) {
        return id(identification == null ? null : identification.id);
    }

    private static String versionOf(@Nullable Identifikation identification) {
        return identification == null ? "" : orEmpty(identification.version);
    }

    private List<FormElement> children(List<Struktur> places) {
        List<FormElement> children = new ArrayList<>();
        for (Struktur place : places) {
            Enthaelt content = place.enthaelt;
            if (content != null && content.datenfeld != null) {
                Datenfeld field = content.datenfeld;
                children.add(field(field, occurs(idOf(field.identifikation), place.anzahl)));
            } else if (content != null && content.datenfeldgruppe != null) {
                Datenfeldgruppe group = content.datenfeldgruppe;
                children.add(group(group, occurs(idOf(group.identifikation), place.anzahl)));
            }
        }
        return distinct(children);
    }

    private FormGroup group(Datenfeldgruppe group, Occurs occurs) {
        return new FormGroup(
                idOf(group.identifikation),
                versionOf(group.identifikation),
                first(group.bezeichnungEingabe, group.name),
                given(group.hilfetextEingabe),
                occurs,
                valueOf(group.art).equals("X"),
                children(group.struktur));
    }

    private FormField field(Datenfeld field, Occurs occurs) {
        String id = idOf(field.identifikation);
        String art = valueOf(field.feldart);
        Kind kind = kind(id, art, valueOf(field.datentyp));
        Praezisierung p = field.praezisierung == null ? new Praezisierung() : field.praezisierung;
        CodelisteReferenz list = field.codelisteReferenz;
        return new FormField(
                id,
                versionOf(field.identifikation),
                first(field.bezeichnungEingabe, field.name),
                given(field.hilfetextEingabe),
                occurs,
                kind,
                limits(id, kind, p.minLength, p.maxLength, p.minValue, p.maxValue, p.pattern),
                kind == Kind.SELECT ? choices(id, field) : List.of(),
                list == null ? Optional.empty() : given(list.canonicalIdentification),
                given(field.inhalt),
                prefill(valueOf(field.vorbefuellung)),
                art.equals("locked"),
                new FormField.Files(size(field.maxSize), field.mediaType));
    }

    private List<Choice> choices(String id, Datenfeld field) {
        if (field.werte != null) {
            return field.werte.wert.stream()
                    .map(w -> new Choice(orEmpty(w.code), first(w.name, w.code), given(w.hilfe)))
                    .toList();
        }
        CodelisteReferenz list = field.codelisteReferenz;
        List<Choice> choices = list == null
                ? List.of()
                : codeLists
                        .find(orEmpty(list.canonicalIdentification), given(list.version))
                        .map(found -> found.entries(given(field.codeKey), given(field.nameKey), given(field.helpKey)))
                        .orElse(List.of())
                        .stream()
                        .map(e -> new Choice(e.code(), e.name(), e.help()))
                        .toList();
        if (choices.isEmpty()) {
            warn("form.codelist", id, "Die Codeliste ist nicht bekannt; die Auswahl hat keine Werte.");
        }
        return choices;
    }

    private static OptionalLong size(@Nullable BigInteger bytes) {
        return bytes == null || bytes.signum() <= 0 || bytes.bitLength() > 62
                ? OptionalLong.empty()
                : OptionalLong.of(bytes.longValueExact());
    }

    private static Prefill prefill(String code) {
        return switch (code) {
            case "optional" -> Prefill.OPTIONAL;
            case "verpflichtend" -> Prefill.REQUIRED;
            default -> Prefill.NONE;
        };
    }

    private static String valueOf(@Nullable Code code) {
        return code == null ? "" : code.value();
    }
}
