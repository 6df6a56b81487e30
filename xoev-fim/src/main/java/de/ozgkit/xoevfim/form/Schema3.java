// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.xoevfim.form.FormElement.Output;
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
import de.ozgkit.xoevfim.xdatenfelder.v3.Elementangaben;
import de.ozgkit.xoevfim.xdatenfelder.v3.Identifikation;
import de.ozgkit.xoevfim.xdatenfelder.v3.Praezisierung;
import de.ozgkit.xoevfim.xdatenfelder.v3.Regel;
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
final class Schema3 extends Schema<Datenfeldgruppe, Datenfeld> {

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
            String id = id(idOf(s.identifikation));
            rules(s.regel, FieldPath.ROOT);
            return form(
                    id,
                    version(id, s.identifikation),
                    first(s.bezeichnung, s.name),
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
        regeln.forEach(r -> rules.add(new Rules.Text(orEmpty(idOf(r.identifikation)), at, orEmpty(r.freitextRegel))));
    }

    private static List<Place<Datenfeldgruppe, Datenfeld>> places(List<Struktur> places) {
        List<Place<Datenfeldgruppe, Datenfeld>> found = new ArrayList<>();
        for (Struktur place : places) {
            Datenfeld field = place.enthaelt == null ? null : place.enthaelt.datenfeld;
            Datenfeldgruppe group = place.enthaelt == null ? null : place.enthaelt.datenfeldgruppe;
            Elementangaben either = field == null ? group : field;
            found.add(new Place<>(either == null ? null : idOf(either.identifikation), place.anzahl, group, field));
        }
        return found;
    }

    private static Output output(Elementangaben element) {
        return new Output(given(element.bezeichnungAusgabe), given(element.hilfetextAusgabe));
    }

    @Override
    FormGroup group(Datenfeldgruppe group, Occurs occurs, FieldPath at) {
        String id = id(idOf(group.identifikation));
        rules(group.regel, at);
        List<FormElement> children = children(places(group.struktur), at);
        boolean choice = valueOf(group.art).equals("X");
        return new FormGroup(
                id,
                version(id, group.identifikation),
                first(group.bezeichnungEingabe, group.name),
                given(group.hilfetextEingabe),
                output(group),
                occurs,
                choice,
                choice ? options(id, children) : children);
    }

    /** One of several cannot be required: a schema that says so means "if it is the chosen one". */
    private List<FormElement> options(String id, List<FormElement> children) {
        if (children.stream().noneMatch(FormElement::answerable)) {
            throw contradicts(id, "is a choice between nothing");
        }
        if (children.stream().anyMatch(c -> c.answerable() && c.occurs().required())) {
            warn(
                    "form.choice",
                    id,
                    "In einer Auswahlgruppe ist ein Element verpflichtend; es gilt als verpflichtend, wenn es gewählt ist.",
                    "An element of a choice group is mandatory; it counts as mandatory once it is chosen.");
        }
        return children.stream()
                .map(c -> c.<FormElement>fold(g -> g.optional(), f -> f.optional()))
                .toList();
    }

    @Override
    FormField field(Datenfeld field, Occurs occurs, FieldPath at) {
        String id = id(idOf(field.identifikation));
        rules(field.regel, at);
        String art = valueOf(field.feldart);
        SchemaLimits limits = new SchemaLimits(id, findings);
        Kind kind = limits.kind(art, valueOf(field.datentyp));
        Praezisierung p = field.praezisierung == null ? new Praezisierung() : field.praezisierung;
        boolean coded = kind == Kind.SELECT
                || (kind.isText() && (art.equals("hidden") || art.equals("locked")) && hasCodes(field));
        return checked(new FormField(
                id,
                version(id, field.identifikation),
                first(field.bezeichnungEingabe, field.name),
                given(field.hilfetextEingabe),
                output(field),
                occurs,
                coded ? Kind.SELECT : kind,
                limits.limits(kind, p.minLength, p.maxLength, p.minValue, p.maxValue, p.pattern),
                coded ? choices(id, listed(field)) : List.of(),
                Optional.ofNullable(field.codelisteReferenz).flatMap(l -> given(l.canonicalIdentification)),
                given(field.inhalt),
                prefill(valueOf(field.vorbefuellung)),
                art.equals("locked"),
                art.equals("hidden"),
                new FormField.Files(size(field.maxSize), field.mediaType)));
    }

    private static boolean hasCodes(Datenfeld field) {
        return field.werte != null || field.codelisteReferenz != null;
    }

    private List<Choice> listed(Datenfeld field) {
        if (field.werte != null) {
            return field.werte.wert.stream()
                    .map(w -> new Choice(orEmpty(w.code), first(w.name, w.code), given(w.hilfe)))
                    .toList();
        }
        CodelisteReferenz list = field.codelisteReferenz;
        return list == null
                ? List.of()
                : codeLists
                        .find(orEmpty(list.canonicalIdentification), given(list.version))
                        .map(found -> found.entries(given(field.codeKey), given(field.nameKey), given(field.helpKey)))
                        .orElse(List.of())
                        .stream()
                        .map(e -> new Choice(e.code().strip(), e.name(), e.help()))
                        .toList();
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
