// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.xoevfim.form.FormField.Choice;
import de.ozgkit.xoevfim.form.FormField.Kind;
import de.ozgkit.xoevfim.genericode.CodeList;
import de.ozgkit.xoevfim.genericode.CodeLists;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage.Version2;
import de.ozgkit.xoevfim.xdatenfelder.v2.CodelisteReferenz;
import de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeld;
import de.ozgkit.xoevfim.xdatenfelder.v2.DatenfeldNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeldgruppe;
import de.ozgkit.xoevfim.xdatenfelder.v2.DatenfeldgruppeNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v2.Enthaelt;
import de.ozgkit.xoevfim.xdatenfelder.v2.GenericodeIdentification;
import de.ozgkit.xoevfim.xdatenfelder.v2.Identifikation;
import de.ozgkit.xoevfim.xdatenfelder.v2.Stammdatenschema;
import de.ozgkit.xoevfim.xdatenfelder.v2.StammdatenschemaNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v2.Struktur;
import de.ozgkit.xoevfim.xoev.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A form from XDatenfelder 2.0. */
final class Schema2 extends Schema {

    private static final Occurs ONCE = new Occurs(1, 1);

    private final Version2 schema;
    private final CodeLists codeLists;

    Schema2(Version2 schema, CodeLists codeLists) {
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
                    first(s.bezeichnungEingabe, s.name),
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

    /** Version 2 has no choice groups: "either, or" is a rule in words. */
    private FormGroup group(Datenfeldgruppe group, Occurs occurs) {
        return new FormGroup(
                idOf(group.identifikation),
                versionOf(group.identifikation),
                first(group.bezeichnungEingabe, group.name),
                given(group.hilfetextEingabe),
                occurs,
                false,
                children(group.struktur));
    }

    private FormField field(Datenfeld field, Occurs occurs) {
        String id = idOf(field.identifikation);
        Kind kind = kind(id, valueOf(field.feldart), valueOf(field.datentyp));
        return new FormField(
                id,
                versionOf(field.identifikation),
                first(field.bezeichnungEingabe, field.name),
                given(field.hilfetextEingabe),
                occurs,
                kind,
                limits(id, kind, field.praezisierung),
                kind == Kind.SELECT ? choices(id, field.codelisteReferenz) : List.of(),
                Optional.ofNullable(field.codelisteReferenz)
                        .map(r -> r.genericodeIdentification)
                        .flatMap(g -> given(g.canonicalIdentification)),
                given(field.inhalt),
                FormField.Prefill.NONE,
                false,
                FormField.Files.ANY);
    }

    private FormField.Limits limits(String id, Kind kind, String json) {
        if (json.isBlank()) {
            return FormField.Limits.NONE;
        }
        Map<String, String> p = FormJson.members(json);
        if (p.isEmpty()) {
            warn("form.limit", id, "Die Präzisierung kann nicht gelesen werden und bleibt unbeachtet.");
        }
        return limits(
                id,
                kind,
                p.get("minLength"),
                p.get("maxLength"),
                p.get("minValue"),
                p.get("maxValue"),
                p.get("pattern"));
    }

    private List<Choice> choices(String id, @Nullable CodelisteReferenz reference) {
        Optional<CodeList> list =
                reference == null ? Optional.empty() : besideSchema(reference).or(() -> elsewhere(reference));
        List<Choice> choices = list.map(CodeList::entries).orElse(List.of()).stream()
                .map(e -> new Choice(e.code(), e.name(), e.help()))
                .toList();
        if (choices.isEmpty()) {
            warn("form.codelist", id, "Die Codeliste ist nicht bekannt; die Auswahl hat keine Werte.");
        }
        return choices;
    }

    private Optional<CodeList> besideSchema(CodelisteReferenz reference) {
        return Optional.ofNullable(reference.identifikation)
                .flatMap(i -> given(i.id))
                .map(schema.codeLists()::get);
    }

    private Optional<CodeList> elsewhere(CodelisteReferenz reference) {
        GenericodeIdentification names = reference.genericodeIdentification;
        return names == null
                ? Optional.empty()
                : codeLists.find(orEmpty(names.canonicalIdentification), given(names.version));
    }

    private static String valueOf(@Nullable Code code) {
        return code == null ? "" : code.value();
    }
}
