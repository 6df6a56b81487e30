// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.quality;

import de.ozgkit.xoevfim.genericode.CodeList;
import de.ozgkit.xoevfim.internal.quality.SchemaElement.Choice;
import de.ozgkit.xoevfim.internal.quality.SchemaElement.CodeListRef;
import de.ozgkit.xoevfim.internal.quality.SchemaElement.Kind;
import de.ozgkit.xoevfim.internal.quality.SchemaElement.Limits;
import de.ozgkit.xoevfim.internal.quality.SchemaElement.Reference;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage;
import de.ozgkit.xoevfim.xdatenfelder.v2.AllgemeineAngaben;
import de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeld;
import de.ozgkit.xoevfim.xdatenfelder.v2.DatenfeldNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeldgruppe;
import de.ozgkit.xoevfim.xdatenfelder.v2.DatenfeldgruppeNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v2.Dokumentsteckbrief;
import de.ozgkit.xoevfim.xdatenfelder.v2.DokumentsteckbriefNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v2.Enthaelt;
import de.ozgkit.xoevfim.xdatenfelder.v2.GenericodeIdentification;
import de.ozgkit.xoevfim.xdatenfelder.v2.Nachricht;
import de.ozgkit.xoevfim.xdatenfelder.v2.Regel;
import de.ozgkit.xoevfim.xdatenfelder.v2.Schemaelementangaben;
import de.ozgkit.xoevfim.xdatenfelder.v2.Stammdatenschema;
import de.ozgkit.xoevfim.xdatenfelder.v2.StammdatenschemaNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v2.Struktur;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Elements of XDatenfelder 2.0. */
final class Elements2 {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, CodeList> codeLists;

    private Elements2(Map<String, CodeList> codeLists) {
        this.codeLists = codeLists;
    }

    static Optional<SchemaElement> of(XDatenfelderMessage.Version2 message) {
        return Optional.ofNullable(new Elements2(message.codeLists()).root(message.message()));
    }

    private @Nullable SchemaElement root(Nachricht message) {
        if (message instanceof StammdatenschemaNachricht n && n.stammdatenschema != null) {
            return schema(n.stammdatenschema);
        } else if (message instanceof DatenfeldgruppeNachricht n && n.datenfeldgruppe != null) {
            return group(n.datenfeldgruppe);
        } else if (message instanceof DatenfeldNachricht n && n.datenfeld != null) {
            return field(n.datenfeld);
        } else if (message instanceof DokumentsteckbriefNachricht n && n.dokumentensteckbrief != null) {
            return profile(n.dokumentensteckbrief);
        }
        return null;
    }

    private SchemaElement schema(Stammdatenschema schema) {
        SchemaElement element = common(Kind.SCHEMA, schema);
        element.help = Texts.of(schema.hilfetext);
        element.structureChange = Texts.of(schema.ableitungsmodifikationenStruktur);
        element.representationChange = Texts.of(schema.ableitungsmodifikationenRepraesentation);
        addAll(element, schema.regel, schema.struktur);
        return element;
    }

    private SchemaElement group(Datenfeldgruppe group) {
        SchemaElement element = block(Kind.GROUP, group);
        addAll(element, group.regel, group.struktur);
        return element;
    }

    private SchemaElement field(Datenfeld field) {
        SchemaElement element = block(Kind.FIELD, field);
        element.fieldKind = Texts.of(field.feldart);
        element.dataType = Texts.of(field.datentyp);
        element.limits = limits(field.praezisierung);
        element.content = Texts.of(field.inhalt);
        if (field.codelisteReferenz != null) {
            GenericodeIdentification list = field.codelisteReferenz.genericodeIdentification;
            element.hasCodeList = true;
            element.codeList = new CodeListRef(
                    list == null ? "" : Texts.of(list.canonicalIdentification),
                    list == null ? "" : Texts.of(list.version));
            String id = field.codelisteReferenz.identifikation == null
                    ? ""
                    : Texts.of(field.codelisteReferenz.identifikation.id);
            element.choices = codeLists.containsKey(id) ? choices(codeLists.get(id)) : null;
        }
        addAll(element, field.regel, List.of());
        return element;
    }

    private static SchemaElement profile(Dokumentsteckbrief profile) {
        SchemaElement element = common(Kind.PROFILE, profile);
        element.help = Texts.of(profile.hilfetext);
        element.documentKind = Texts.of(profile.dokumentart);
        return element;
    }

    private static SchemaElement rule(Regel rule) {
        SchemaElement element = common(Kind.RULE, rule);
        element.ruleText = element.definition;
        return element;
    }

    private static SchemaElement block(Kind kind, Schemaelementangaben block) {
        SchemaElement element = common(kind, block);
        element.elementKind = Texts.of(block.schemaelementart);
        element.help = Texts.of(block.hilfetextEingabe);
        element.helpOut = Texts.of(block.hilfetextAusgabe);
        return element;
    }

    private static SchemaElement common(Kind kind, AllgemeineAngaben from) {
        SchemaElement element = new SchemaElement(kind, false, from);
        if (from.identifikation != null) {
            element.id = Texts.of(from.identifikation.id);
            element.version = Texts.of(from.identifikation.version);
        }
        element.name = Texts.of(from.name);
        element.label = Texts.of(from.bezeichnungEingabe);
        element.labelOut = Texts.of(from.bezeichnungAusgabe);
        element.description = Texts.of(from.beschreibung);
        element.definition = Texts.of(from.definition);
        element.versionNote = Texts.of(from.versionshinweis);
        element.references = references(from.bezug);
        element.status = Texts.of(from.status);
        element.statusDated = from.freigabedatum != null;
        element.creator = Texts.of(from.fachlicherErsteller);
        element.published = from.veroeffentlichungsdatum != null;
        return element;
    }

    private void addAll(SchemaElement element, List<Regel> rules, List<Struktur> places) {
        rules.forEach(rule -> element.add(rule(rule)));
        for (Struktur place : places) {
            SchemaElement child = child(place.enthaelt);
            if (child != null) {
                element.add(child, Texts.of(place.anzahl), references(place.bezug));
            }
        }
    }

    private @Nullable SchemaElement child(@Nullable Enthaelt place) {
        if (place != null && place.datenfeld != null) {
            return field(place.datenfeld);
        }
        return place != null && place.datenfeldgruppe != null ? group(place.datenfeldgruppe) : null;
    }

    private static List<Reference> references(@Nullable String text) {
        return Texts.of(text).isEmpty() ? List.of() : List.of(new Reference(Texts.of(text), ""));
    }

    /** All values are texts in real files; whatever is unreadable gives no limit. */
    private static Limits limits(@Nullable String json) {
        try {
            JsonNode node = JSON.readTree(Texts.of(json).isEmpty() ? "{}" : json);
            return new Limits(
                    limit(node, "minLength"),
                    limit(node, "maxLength"),
                    limit(node, "minValue"),
                    limit(node, "maxValue"),
                    limit(node, "pattern"));
        } catch (JacksonException e) {
            return Limits.NONE;
        }
    }

    private static String limit(JsonNode node, String name) {
        return Texts.of(node.path(name).asString(""));
    }

    private static @Nullable List<Choice> choices(@Nullable CodeList list) {
        if (list == null || list.codeColumn().isEmpty()) {
            return null;
        }
        String code = list.codeColumn().get();
        String name = list.nameColumn().orElse(code);
        return list.rows().stream()
                .map(row -> new Choice(Texts.of(row.get(code)), Texts.of(row.get(name)), ""))
                .toList();
    }
}
