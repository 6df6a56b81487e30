// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.quality;

import de.ozgkit.xoevfim.internal.quality.SchemaElement.Choice;
import de.ozgkit.xoevfim.internal.quality.SchemaElement.CodeListRef;
import de.ozgkit.xoevfim.internal.quality.SchemaElement.Kind;
import de.ozgkit.xoevfim.internal.quality.SchemaElement.Limits;
import de.ozgkit.xoevfim.internal.quality.SchemaElement.Reference;
import de.ozgkit.xoevfim.internal.quality.SchemaElement.Relation;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage;
import de.ozgkit.xoevfim.xdatenfelder.v3.AllgemeineAngaben;
import de.ozgkit.xoevfim.xdatenfelder.v3.Datenfeld;
import de.ozgkit.xoevfim.xdatenfelder.v3.DatenfeldNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v3.Datenfeldgruppe;
import de.ozgkit.xoevfim.xdatenfelder.v3.DatenfeldgruppeNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v3.Dokumentsteckbrief;
import de.ozgkit.xoevfim.xdatenfelder.v3.DokumentsteckbriefNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v3.Elementangaben;
import de.ozgkit.xoevfim.xdatenfelder.v3.Enthaelt;
import de.ozgkit.xoevfim.xdatenfelder.v3.Identifikation;
import de.ozgkit.xoevfim.xdatenfelder.v3.Nachricht;
import de.ozgkit.xoevfim.xdatenfelder.v3.Praezisierung;
import de.ozgkit.xoevfim.xdatenfelder.v3.Rechtsbezug;
import de.ozgkit.xoevfim.xdatenfelder.v3.Regel;
import de.ozgkit.xoevfim.xdatenfelder.v3.Stammdatenschema;
import de.ozgkit.xoevfim.xdatenfelder.v3.StammdatenschemaNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v3.Struktur;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Elements of XDatenfelder 3.0.0. */
final class Elements3 {

    private Elements3() {}

    static Optional<SchemaElement> of(XDatenfelderMessage.Version3 message) {
        return Optional.ofNullable(root(message.message()));
    }

    private static @Nullable SchemaElement root(Nachricht message) {
        if (message instanceof StammdatenschemaNachricht n && n.stammdatenschema != null) {
            return schema(n.stammdatenschema);
        } else if (message instanceof DatenfeldgruppeNachricht n && n.datenfeldgruppe != null) {
            return group(n.datenfeldgruppe);
        } else if (message instanceof DatenfeldNachricht n && n.datenfeld != null) {
            return field(n.datenfeld);
        } else if (message instanceof DokumentsteckbriefNachricht n && n.dokumentsteckbrief != null) {
            return profile(n.dokumentsteckbrief);
        }
        return null;
    }

    private static SchemaElement schema(Stammdatenschema schema) {
        SchemaElement element = common(Kind.SCHEMA, schema);
        element.label = Texts.of(schema.bezeichnung);
        element.help = Texts.of(schema.hilfetext);
        element.structureChange = Texts.of(schema.ableitungsmodifikationenStruktur);
        element.representationChange = Texts.of(schema.ableitungsmodifikationenRepraesentation);
        element.profileId = schema.dokumentsteckbrief == null ? "" : Texts.of(schema.dokumentsteckbrief.id);
        addAll(element, schema.regel, schema.struktur);
        return element;
    }

    private static SchemaElement group(Datenfeldgruppe group) {
        SchemaElement element = block(Kind.GROUP, group);
        element.hasGroupKind = group.art != null;
        element.groupKind = Texts.of(group.art);
        addAll(element, group.regel, group.struktur);
        return element;
    }

    private static SchemaElement field(Datenfeld field) {
        SchemaElement element = block(Kind.FIELD, field);
        element.fieldKind = Texts.of(field.feldart);
        element.dataType = Texts.of(field.datentyp);
        element.limits = limits(field.praezisierung);
        element.content = Texts.of(field.inhalt);
        element.prefill = Texts.of(field.vorbefuellung);
        if (field.codelisteReferenz != null) {
            element.hasCodeList = true;
            element.codeList = new CodeListRef(
                    Texts.of(field.codelisteReferenz.canonicalIdentification),
                    Texts.of(field.codelisteReferenz.version));
        }
        if (field.werte != null) {
            element.inlineChoices = true;
            element.choices = field.werte.wert.stream()
                    .map(w -> new Choice(Texts.of(w.code), Texts.of(w.name), Texts.of(w.hilfe)))
                    .toList();
        }
        element.maxSize = field.maxSize == null ? "" : field.maxSize.toString();
        element.mediaTypes = List.copyOf(field.mediaType);
        element.columnsNamed = !Texts.of(field.codeKey).isEmpty()
                || !Texts.of(field.nameKey).isEmpty()
                || !Texts.of(field.helpKey).isEmpty();
        addAll(element, field.regel, List.of());
        return element;
    }

    private static SchemaElement profile(Dokumentsteckbrief profile) {
        SchemaElement element = common(Kind.PROFILE, profile);
        element.label = Texts.of(profile.bezeichnung);
        element.help = Texts.of(profile.hilfetext);
        element.isAbstract = profile.istAbstrakt == null ? "" : profile.istAbstrakt.toString();
        element.documentKind = Texts.of(profile.dokumentart);
        return element;
    }

    private static SchemaElement rule(Regel rule) {
        SchemaElement element = new SchemaElement(Kind.RULE, true, rule);
        identify(element, rule.identifikation);
        element.name = Texts.of(rule.name);
        element.description = Texts.of(rule.beschreibung);
        element.ruleText = Texts.of(rule.freitextRegel);
        element.references = references(rule.bezug);
        element.creator = Texts.of(rule.fachlicherErsteller);
        return element;
    }

    private static SchemaElement block(Kind kind, Elementangaben block) {
        SchemaElement element = common(kind, block);
        element.label = Texts.of(block.bezeichnungEingabe);
        element.labelOut = Texts.of(block.bezeichnungAusgabe);
        element.elementKind = Texts.of(block.schemaelementart);
        element.help = Texts.of(block.hilfetextEingabe);
        element.helpOut = Texts.of(block.hilfetextAusgabe);
        return element;
    }

    private static SchemaElement common(Kind kind, AllgemeineAngaben from) {
        SchemaElement element = new SchemaElement(kind, true, from);
        identify(element, from.identifikation);
        element.name = Texts.of(from.name);
        element.description = Texts.of(from.beschreibung);
        element.definition = Texts.of(from.definition);
        element.versionNote = Texts.of(from.versionshinweis);
        element.references = references(from.bezug);
        element.status = Texts.of(from.freigabestatus);
        element.statusDated = from.statusGesetztAm != null;
        element.creator = Texts.of(from.statusGesetztDurch);
        element.published = from.veroeffentlichungsdatum != null;
        element.relations = from.relation.stream()
                .map(r -> new Relation(Texts.of(r.praedikat), r.objekt == null ? "" : Texts.of(r.objekt.id)))
                .toList();
        return element;
    }

    private static void identify(SchemaElement element, @Nullable Identifikation from) {
        if (from != null) {
            element.id = Texts.of(from.id);
            element.version = Texts.of(from.version);
        }
    }

    private static void addAll(SchemaElement element, List<Regel> rules, List<Struktur> places) {
        rules.forEach(rule -> element.add(rule(rule)));
        for (Struktur place : places) {
            SchemaElement child = child(place.enthaelt);
            if (child != null) {
                element.add(child, Texts.of(place.anzahl), references(place.bezug));
            }
        }
    }

    private static @Nullable SchemaElement child(@Nullable Enthaelt place) {
        if (place != null && place.datenfeld != null) {
            return field(place.datenfeld);
        }
        return place != null && place.datenfeldgruppe != null ? group(place.datenfeldgruppe) : null;
    }

    private static List<Reference> references(List<Rechtsbezug> from) {
        return from.stream()
                .map(r -> new Reference(Texts.of(r.text), Texts.of(r.link)))
                .filter(r -> !r.text().isEmpty())
                .toList();
    }

    private static Limits limits(@Nullable Praezisierung p) {
        return p == null
                ? Limits.NONE
                : new Limits(
                        Texts.of(p.minLength),
                        Texts.of(p.maxLength),
                        Texts.of(p.minValue),
                        Texts.of(p.maxValue),
                        Texts.of(p.pattern));
    }
}
