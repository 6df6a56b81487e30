// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import static de.ozgkit.xoevfim.xdatenfelder.Texts.given;
import static de.ozgkit.xoevfim.xdatenfelder.Texts.isGiven;
import static de.ozgkit.xoevfim.xdatenfelder.Texts.orEmpty;
import static de.ozgkit.xoevfim.xdatenfelder.Texts.token;

import de.ozgkit.xoevfim.xdatenfelder.ConversionOptions.Hidden;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage.Version2;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage.Version3;
import de.ozgkit.xoevfim.xdatenfelder.v2.Schemaelementangaben;
import de.ozgkit.xoevfim.xdatenfelder.v3.AllgemeineAngaben;
import de.ozgkit.xoevfim.xdatenfelder.v3.Datenfeld;
import de.ozgkit.xoevfim.xdatenfelder.v3.DatenfeldNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v3.Datenfeldgruppe;
import de.ozgkit.xoevfim.xdatenfelder.v3.DatenfeldgruppeNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v3.Dokumentsteckbrief;
import de.ozgkit.xoevfim.xdatenfelder.v3.DokumentsteckbriefNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v3.Elementangaben;
import de.ozgkit.xoevfim.xdatenfelder.v3.Header;
import de.ozgkit.xoevfim.xdatenfelder.v3.Identifikation;
import de.ozgkit.xoevfim.xdatenfelder.v3.Nachricht;
import de.ozgkit.xoevfim.xdatenfelder.v3.Rechtsbezug;
import de.ozgkit.xoevfim.xdatenfelder.v3.Regel;
import de.ozgkit.xoevfim.xdatenfelder.v3.Stammdatenschema;
import de.ozgkit.xoevfim.xdatenfelder.v3.StammdatenschemaNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v3.Struktur;
import de.ozgkit.xoevfim.xoev.XoevElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/** One message of version 3 on its way to version 2. */
final class ToVersion2 {

    private final Version3 source;
    private final ConversionOptions options;
    private final Losses losses = new Losses();
    private final Bounds bounds = new Bounds();
    private final FieldsToVersion2 fields = new FieldsToVersion2(losses);
    private @Nullable XMLGregorianCalendar time;

    ToVersion2(Version3 source, ConversionOptions options) {
        this.source = source;
        this.options = options;
    }

    Converted<Version2> convert() {
        Nachricht from = source.message();
        Header header = from.header;
        time = header == null ? null : header.erstellungszeitpunkt;
        losses.unknown("", from, header);
        de.ozgkit.xoevfim.xdatenfelder.v2.Nachricht to = message(from);
        to.header = header(header);
        return new Converted<>(new Version2(to, fields.codeLists(), List.of()), losses.findings());
    }

    private de.ozgkit.xoevfim.xdatenfelder.v2.Nachricht message(Nachricht from) {
        if (from instanceof StammdatenschemaNachricht n) {
            var to = new de.ozgkit.xoevfim.xdatenfelder.v2.StammdatenschemaNachricht();
            to.stammdatenschema = n.stammdatenschema == null ? null : schema(n.stammdatenschema);
            return to;
        }
        if (from instanceof DatenfeldgruppeNachricht n) {
            var to = new de.ozgkit.xoevfim.xdatenfelder.v2.DatenfeldgruppeNachricht();
            to.datenfeldgruppe = n.datenfeldgruppe == null ? null : group(n.datenfeldgruppe, null);
            return to;
        }
        if (from instanceof DatenfeldNachricht n) {
            var to = new de.ozgkit.xoevfim.xdatenfelder.v2.DatenfeldNachricht();
            to.datenfeld = n.datenfeld == null ? null : field(n.datenfeld, null);
            return to;
        }
        var to = new de.ozgkit.xoevfim.xdatenfelder.v2.DokumentsteckbriefNachricht();
        Dokumentsteckbrief profile = ((DokumentsteckbriefNachricht) from).dokumentsteckbrief;
        to.dokumentensteckbrief = profile == null ? null : profile(profile);
        return to;
    }

    private static de.ozgkit.xoevfim.xdatenfelder.v2.@Nullable Header header(@Nullable Header from) {
        if (from == null) {
            return null;
        }
        var to = new de.ozgkit.xoevfim.xdatenfelder.v2.Header();
        to.nachrichtID = from.nachrichtID;
        to.erstellungszeitpunkt = from.erstellungszeitpunkt;
        to.referenzID = from.referenzID;
        return to;
    }

    private de.ozgkit.xoevfim.xdatenfelder.v2.Stammdatenschema schema(Stammdatenschema from) {
        var to = new de.ozgkit.xoevfim.xdatenfelder.v2.Stammdatenschema();
        common(from, to, null);
        to.bezeichnungEingabe = orEmpty(from.bezeichnung);
        to.hilfetext = given(from.hilfetext);
        to.ableitungsmodifikationenStruktur = Codes.copy(from.ableitungsmodifikationenStruktur);
        to.ableitungsmodifikationenRepraesentation = Codes.copy(from.ableitungsmodifikationenRepraesentation);
        losses.unknown(id(from), from.ableitungsmodifikationenStruktur, from.ableitungsmodifikationenRepraesentation);
        Identifikation profile = from.dokumentsteckbrief;
        losses.addIf(
                profile != null && !options.documentProfile().equals(profile.id),
                Loss.DOCUMENT_PROFILE,
                id(from),
                from);
        from.regel.forEach(rule -> to.regel.add(rule(rule)));
        to.struktur = places(from.struktur, from.statusGesetztAm, from);
        return to;
    }

    private de.ozgkit.xoevfim.xdatenfelder.v2.Dokumentsteckbrief profile(Dokumentsteckbrief from) {
        var to = new de.ozgkit.xoevfim.xdatenfelder.v2.Dokumentsteckbrief();
        common(from, to, null);
        to.isReferenz = from.istAbstrakt;
        String code = Codes.value(from.dokumentart);
        to.dokumentart = Codes.documentKindName(code);
        boolean known = Codes.documentKindCode(to.dokumentart).equals(code);
        losses.addIf(!code.isEmpty() && !known, Loss.DOCUMENT_KIND, id(from), from);
        to.bezeichnungEingabe = orEmpty(from.bezeichnung);
        to.hilfetext = given(from.hilfetext);
        return to;
    }

    private de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeldgruppe group(
            Datenfeldgruppe from, @Nullable XMLGregorianCalendar inherited) {
        return bounds.inside(() -> {
            var to = new de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeldgruppe();
            element(from, to, inherited);
            losses.addIf(!Codes.value(from.art).isEmpty(), Loss.CHOICE, id(from), from);
            from.regel.forEach(rule -> to.regel.add(rule(rule)));
            to.struktur = places(from.struktur, from.statusGesetztAm, from);
            return to;
        });
    }

    private de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeld field(
            Datenfeld from, @Nullable XMLGregorianCalendar inherited) {
        return bounds.inside(() -> {
            var to = new de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeld();
            element(from, to, inherited);
            fields.convert(from, to, id(from));
            from.regel.forEach(rule -> to.regel.add(rule(rule)));
            return to;
        });
    }

    private List<de.ozgkit.xoevfim.xdatenfelder.v2.Struktur> places(
            List<Struktur> from, @Nullable XMLGregorianCalendar inherited, AllgemeineAngaben parent) {
        List<de.ozgkit.xoevfim.xdatenfelder.v2.Struktur> places = new ArrayList<>();
        if (Filler.isAll(from)) {
            return places;
        }
        for (Struktur place : from) {
            losses.unknown(id(parent), place, place.enthaelt);
            Datenfeld field = place.enthaelt == null ? null : place.enthaelt.datenfeld;
            Datenfeldgruppe group = place.enthaelt == null ? null : place.enthaelt.datenfeldgruppe;
            losses.addIf(field == null && group == null, Loss.EMPTY_PLACE, id(parent), place);
            if (field != null && options.hidden() == Hidden.LEFT_OUT && FieldsToVersion2.isHidden(field)) {
                losses.add(Loss.HIDDEN, id(field), field);
                field = null;
            }
            if (field != null || group != null) {
                var to = new de.ozgkit.xoevfim.xdatenfelder.v2.Struktur();
                to.anzahl = place.anzahl;
                to.bezug = bases(place.bezug, id(parent), place);
                to.enthaelt = new de.ozgkit.xoevfim.xdatenfelder.v2.Enthaelt();
                to.enthaelt.datenfeld = field == null ? null : field(field, inherited);
                to.enthaelt.datenfeldgruppe = group == null ? null : group(group, inherited);
                places.add(to);
            }
        }
        return places;
    }

    private void element(Elementangaben from, Schemaelementangaben to, @Nullable XMLGregorianCalendar inherited) {
        common(from, to, inherited);
        losses.unknown(id(from), from.schemaelementart);
        to.bezeichnungEingabe = orEmpty(from.bezeichnungEingabe);
        to.bezeichnungAusgabe = given(from.bezeichnungAusgabe);
        to.schemaelementart = Codes.copy(from.schemaelementart);
        to.hilfetextEingabe = orEmpty(from.hilfetextEingabe);
        to.hilfetextAusgabe = orEmpty(from.hilfetextAusgabe);
    }

    private void common(
            AllgemeineAngaben from,
            de.ozgkit.xoevfim.xdatenfelder.v2.AllgemeineAngaben to,
            @Nullable XMLGregorianCalendar inherited) {
        String id = id(from);
        to.identifikation = identification(from.identifikation, from);
        to.name = orEmpty(from.name);
        to.beschreibung = orEmpty(from.beschreibung);
        to.definition = orEmpty(from.definition);
        to.bezug = bases(from.bezug, id, from);
        to.gueltigAb = from.gueltigAb;
        to.gueltigBis = from.gueltigBis;
        to.fachlicherErsteller = given(from.statusGesetztDurch);
        to.versionshinweis = given(from.versionshinweis);
        to.veroeffentlichungsdatum = from.veroeffentlichungsdatum;
        status(from, to, inherited);
        losses.unknown(id, from, from.identifikation, from.freigabestatus);
        losses.addIf(!from.relation.isEmpty(), Loss.RELATION, id, from);
        losses.addIf(!from.stichwort.isEmpty(), Loss.KEYWORD, id, from);
        losses.addIf(from.letzteAenderung != null && !from.letzteAenderung.equals(time), Loss.CHANGED, id, from);
    }

    private void status(
            AllgemeineAngaben from,
            de.ozgkit.xoevfim.xdatenfelder.v2.AllgemeineAngaben to,
            @Nullable XMLGregorianCalendar inherited) {
        String degree = Codes.value(from.freigabestatus);
        to.status = Codes.of("status", "1.0", Status.version2(degree));
        to.freigabedatum = Status.isReleased(degree) ? from.statusGesetztAm : null;
        losses.addIf(!degree.isEmpty() && !degree.equals(Status.version3(to)), Loss.STATUS, id(from), from);
        boolean droppedDate = to.freigabedatum == null
                && from.statusGesetztAm != null
                && !Objects.equals(from.statusGesetztAm, inherited);
        losses.addIf(droppedDate, Loss.DATE, id(from), from);
    }

    private de.ozgkit.xoevfim.xdatenfelder.v2.Regel rule(Regel from) {
        String id = from.identifikation == null ? null : from.identifikation.id;
        var to = new de.ozgkit.xoevfim.xdatenfelder.v2.Regel();
        to.identifikation = identification(from.identifikation, from);
        to.name = orEmpty(from.name);
        to.bezeichnungEingabe = orEmpty(from.name);
        to.beschreibung = orEmpty(from.beschreibung);
        String text = orEmpty(from.freitextRegel);
        to.definition = Ids.narrowedText(text);
        losses.addIf(!Ids.widenedText(text).equals(text), Loss.RULE_IDS, id, from);
        to.bezug = bases(from.bezug, id, from);
        to.status = Codes.of("status", "1.0", "aktiv");
        to.fachlicherErsteller = given(from.fachlicherErsteller);
        to.script = Scripts.EMPTY;

        String kind = Codes.value(from.typ);
        losses.unknown(id, from, from.identifikation, from.typ);
        losses.addIf(!kind.isEmpty() && !kind.equals("K"), Loss.RULE_KIND, id, from);
        losses.addIf(from.letzteAenderung != null && !from.letzteAenderung.equals(time), Loss.CHANGED, id, from);
        return to;
    }

    private de.ozgkit.xoevfim.xdatenfelder.v2.@Nullable Identifikation identification(
            @Nullable Identifikation from, XoevElement of) {
        if (from == null) {
            return null;
        }
        String id = token(from.id);
        String version = token(from.version);
        losses.addIf(Ids.narrowed(id).equals(id), Loss.ID, id, of);
        losses.addIf(!version.isEmpty() && Ids.narrowedVersion(version).equals(version), Loss.VERSION, id, of);
        var to = new de.ozgkit.xoevfim.xdatenfelder.v2.Identifikation();
        to.id = Ids.narrowed(id);
        to.version = given(Ids.narrowedVersion(version));
        return to;
    }

    private String bases(List<Rechtsbezug> bases, @Nullable String id, XoevElement of) {
        for (Rechtsbezug basis : bases) {
            boolean more = isGiven(basis.link) || !basis.weitereAttribute.isEmpty();
            losses.addIf(more || orEmpty(basis.text).contains(";"), Loss.BASIS, id, of);
        }
        return bases.stream()
                .map(basis -> Texts.line(basis.text))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static @Nullable String id(AllgemeineAngaben element) {
        return element.identifikation == null ? null : element.identifikation.id;
    }
}
