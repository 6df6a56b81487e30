// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.xoevfim.form.FormElement.Output;
import de.ozgkit.xoevfim.form.FormField.Choice;
import de.ozgkit.xoevfim.form.FormField.Kind;
import de.ozgkit.xoevfim.genericode.CodeList;
import de.ozgkit.xoevfim.genericode.CodeLists;
import de.ozgkit.xoevfim.internal.Json;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage.Version2;
import de.ozgkit.xoevfim.xdatenfelder.v2.CodelisteReferenz;
import de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeld;
import de.ozgkit.xoevfim.xdatenfelder.v2.DatenfeldNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeldgruppe;
import de.ozgkit.xoevfim.xdatenfelder.v2.DatenfeldgruppeNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v2.GenericodeIdentification;
import de.ozgkit.xoevfim.xdatenfelder.v2.Identifikation;
import de.ozgkit.xoevfim.xdatenfelder.v2.Regel;
import de.ozgkit.xoevfim.xdatenfelder.v2.Schemaelementangaben;
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
final class Schema2 extends Schema<Datenfeldgruppe, Datenfeld> {

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
            String id = id(idOf(s.identifikation));
            rules(s.regel, FieldPath.ROOT);
            return form(
                    id,
                    version(id, s.identifikation),
                    first(s.bezeichnungEingabe, s.name),
                    given(s.hilfetext),
                    children(places(s.struktur), FieldPath.ROOT));
        }
        if (schema.message() instanceof DatenfeldgruppeNachricht n && n.datenfeldgruppe != null) {
            return alone(
                    group(n.datenfeldgruppe, ONCE, FieldPath.ROOT.child(id(idOf(n.datenfeldgruppe.identifikation)))));
        }
        if (schema.message() instanceof DatenfeldNachricht n && n.datenfeld != null) {
            return alone(field(n.datenfeld, ONCE, FieldPath.ROOT.child(id(idOf(n.datenfeld.identifikation)))));
        }
        throw contradicts("", "holds no schema, group or field");
    }

    private static @Nullable String idOf(@Nullable Identifikation identification) {
        return identification == null ? null : identification.id;
    }

    private String version(String id, @Nullable Identifikation identification) {
        return version(id, identification == null ? null : identification.version);
    }

    private void rules(List<Regel> regeln, FieldPath at) {
        regeln.forEach(r -> rules.add(new Rules.Text(orEmpty(idOf(r.identifikation)), at, orEmpty(r.definition))));
    }

    private static List<Place<Datenfeldgruppe, Datenfeld>> places(List<Struktur> places) {
        List<Place<Datenfeldgruppe, Datenfeld>> found = new ArrayList<>();
        for (Struktur place : places) {
            Datenfeld field = place.enthaelt == null ? null : place.enthaelt.datenfeld;
            Datenfeldgruppe group = place.enthaelt == null ? null : place.enthaelt.datenfeldgruppe;
            Schemaelementangaben either = field == null ? group : field;
            found.add(new Place<>(either == null ? null : idOf(either.identifikation), place.anzahl, group, field));
        }
        return found;
    }

    private static Output output(Schemaelementangaben element) {
        return new Output(given(element.bezeichnungAusgabe), given(element.hilfetextAusgabe));
    }

    /** Version 2 has no choice groups: "either, or" is a rule in words. */
    @Override
    FormGroup group(Datenfeldgruppe group, Occurs occurs, FieldPath at) {
        String id = id(idOf(group.identifikation));
        rules(group.regel, at);
        return new FormGroup(
                id,
                version(id, group.identifikation),
                first(group.bezeichnungEingabe, group.name),
                given(group.hilfetextEingabe),
                output(group),
                occurs,
                false,
                children(places(group.struktur), at));
    }

    @Override
    FormField field(Datenfeld field, Occurs occurs, FieldPath at) {
        String id = id(idOf(field.identifikation));
        rules(field.regel, at);
        SchemaLimits limits = new SchemaLimits(id, findings);
        Kind kind = limits.kind(valueOf(field.feldart), valueOf(field.datentyp));
        return checked(new FormField(
                id,
                version(id, field.identifikation),
                first(field.bezeichnungEingabe, field.name),
                given(field.hilfetextEingabe),
                output(field),
                occurs,
                kind,
                limits(limits, kind, field.praezisierung),
                kind == Kind.SELECT ? choices(id, listed(field.codelisteReferenz)) : List.of(),
                Optional.ofNullable(field.codelisteReferenz)
                        .map(r -> r.genericodeIdentification)
                        .flatMap(g -> given(g.canonicalIdentification)),
                given(field.inhalt),
                FormField.Prefill.NONE,
                false,
                false,
                FormField.Files.ANY));
    }

    private static FormField.Limits limits(SchemaLimits limits, Kind kind, String json) {
        if (json.isBlank()) {
            return FormField.Limits.NONE;
        }
        Optional<Map<String, String>> members = Json.members(json);
        if (members.isEmpty()) {
            limits.warn(
                    "form.limit",
                    "Die Präzisierung kann nicht gelesen werden und bleibt unbeachtet.",
                    "The limits cannot be read and are ignored.");
        }
        Map<String, String> p = members.orElse(Map.of());
        return limits.limits(
                kind, p.get("minLength"), p.get("maxLength"), p.get("minValue"), p.get("maxValue"), p.get("pattern"));
    }

    private List<Choice> listed(@Nullable CodelisteReferenz reference) {
        Optional<CodeList> list =
                reference == null ? Optional.empty() : besideSchema(reference).or(() -> elsewhere(reference));
        return list.map(CodeList::entries).orElse(List.of()).stream()
                .map(e -> new Choice(e.code().strip(), e.name(), e.help()))
                .toList();
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
