// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import static de.ozgkit.xoevfim.xdatenfelder.Texts.given;
import static de.ozgkit.xoevfim.xdatenfelder.Texts.isGiven;
import static de.ozgkit.xoevfim.xdatenfelder.Texts.orEmpty;
import static de.ozgkit.xoevfim.xdatenfelder.Texts.token;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage.Version2;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage.Version3;
import de.ozgkit.xoevfim.xdatenfelder.v2.AllgemeineAngaben;
import de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeld;
import de.ozgkit.xoevfim.xdatenfelder.v2.DatenfeldNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeldgruppe;
import de.ozgkit.xoevfim.xdatenfelder.v2.DatenfeldgruppeNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v2.Dokumentsteckbrief;
import de.ozgkit.xoevfim.xdatenfelder.v2.DokumentsteckbriefNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v2.Header;
import de.ozgkit.xoevfim.xdatenfelder.v2.Identifikation;
import de.ozgkit.xoevfim.xdatenfelder.v2.Nachricht;
import de.ozgkit.xoevfim.xdatenfelder.v2.Regel;
import de.ozgkit.xoevfim.xdatenfelder.v2.Schemaelementangaben;
import de.ozgkit.xoevfim.xdatenfelder.v2.Stammdatenschema;
import de.ozgkit.xoevfim.xdatenfelder.v2.StammdatenschemaNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v2.Struktur;
import de.ozgkit.xoevfim.xdatenfelder.v3.Elementangaben;
import de.ozgkit.xoevfim.xdatenfelder.v3.Rechtsbezug;
import java.util.ArrayList;
import java.util.List;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/** One message of version 2 on its way to version 3. */
final class ToVersion3 {

    private static final Dates NO_DATES = new Dates(null, null);

    private final Version2 source;
    private final ConversionOptions options;
    private final Losses losses = new Losses();
    private final Bounds bounds = new Bounds();
    private final FieldsToVersion3 fields;
    private @Nullable XMLGregorianCalendar time;

    ToVersion3(Version2 source, ConversionOptions options) {
        this.source = source;
        this.options = options;
        this.fields = new FieldsToVersion3(source.codeLists(), losses);
    }

    /** What an element hands down to those inside of it that have no dates of their own. */
    private record Dates(@Nullable XMLGregorianCalendar released, @Nullable XMLGregorianCalendar published) {}

    Converted<Version3> convert() {
        Nachricht from = source.message();
        Header header = from.header;
        time = header == null ? null : header.erstellungszeitpunkt;
        losses.addIf(time == null, Loss.NO_TIME, "", from);
        losses.unknown("", from, header);
        de.ozgkit.xoevfim.xdatenfelder.v3.Nachricht to = message(from);
        to.header = header(header);
        return new Converted<>(new Version3(to, List.of()), losses.findings());
    }

    private de.ozgkit.xoevfim.xdatenfelder.v3.Nachricht message(Nachricht from) {
        if (from instanceof StammdatenschemaNachricht n) {
            var to = new de.ozgkit.xoevfim.xdatenfelder.v3.StammdatenschemaNachricht();
            to.stammdatenschema = n.stammdatenschema == null ? null : schema(n.stammdatenschema);
            return to;
        }
        if (from instanceof DatenfeldgruppeNachricht n) {
            var to = new de.ozgkit.xoevfim.xdatenfelder.v3.DatenfeldgruppeNachricht();
            to.datenfeldgruppe = n.datenfeldgruppe == null ? null : group(n.datenfeldgruppe, NO_DATES);
            return to;
        }
        if (from instanceof DatenfeldNachricht n) {
            var to = new de.ozgkit.xoevfim.xdatenfelder.v3.DatenfeldNachricht();
            to.datenfeld = n.datenfeld == null ? null : field(n.datenfeld, NO_DATES);
            return to;
        }
        if (from instanceof DokumentsteckbriefNachricht n) {
            var to = new de.ozgkit.xoevfim.xdatenfelder.v3.DokumentsteckbriefNachricht();
            to.dokumentsteckbrief = n.dokumentensteckbrief == null ? null : profile(n.dokumentensteckbrief);
            return to;
        }
        throw new RejectedException(
                "xdatenfelder.no_counterpart",
                "version 3 has no message for a code list; publish the code list itself as genericode");
    }

    private static de.ozgkit.xoevfim.xdatenfelder.v3.@Nullable Header header(@Nullable Header from) {
        if (from == null) {
            return null;
        }
        var to = new de.ozgkit.xoevfim.xdatenfelder.v3.Header();
        to.nachrichtID = from.nachrichtID;
        to.erstellungszeitpunkt = from.erstellungszeitpunkt;
        to.referenzID = from.referenzID;
        return to;
    }

    private de.ozgkit.xoevfim.xdatenfelder.v3.Stammdatenschema schema(Stammdatenschema from) {
        var to = new de.ozgkit.xoevfim.xdatenfelder.v3.Stammdatenschema();
        Dates dates = common(from, to, NO_DATES);
        to.bezeichnung = orEmpty(from.bezeichnungEingabe);
        losses.addIf(isGiven(from.bezeichnungAusgabe), Loss.LABEL, id(from), from);
        losses.unknown(id(from), from.ableitungsmodifikationenStruktur, from.ableitungsmodifikationenRepraesentation);
        to.hilfetext = given(from.hilfetext);
        to.ableitungsmodifikationenStruktur = Codes.copy(from.ableitungsmodifikationenStruktur);
        to.ableitungsmodifikationenRepraesentation = Codes.copy(from.ableitungsmodifikationenRepraesentation);
        var profile = new de.ozgkit.xoevfim.xdatenfelder.v3.Identifikation();
        profile.id = options.documentProfile();
        to.dokumentsteckbrief = profile;
        from.regel.forEach(rule -> to.regel.add(rule(rule)));
        to.struktur = places(from.struktur, dates, from);
        return to;
    }

    private de.ozgkit.xoevfim.xdatenfelder.v3.Dokumentsteckbrief profile(Dokumentsteckbrief from) {
        var to = new de.ozgkit.xoevfim.xdatenfelder.v3.Dokumentsteckbrief();
        common(from, to, NO_DATES);
        to.istAbstrakt = from.isReferenz;
        String kind = token(from.dokumentart);
        String code = Codes.documentKindCode(kind);
        losses.addIf(
                code.equals("999") && !kind.isEmpty() && !kind.equals("999") && !kind.equals("unbestimmt"),
                Loss.DOCUMENT_KIND,
                id(from),
                from);
        to.dokumentart = Codes.documentKind(code);
        to.bezeichnung = orEmpty(from.bezeichnungEingabe);
        losses.addIf(isGiven(from.bezeichnungAusgabe), Loss.LABEL, id(from), from);
        to.hilfetext = given(from.hilfetext);
        return to;
    }

    private de.ozgkit.xoevfim.xdatenfelder.v3.Datenfeldgruppe group(Datenfeldgruppe from, Dates inherited) {
        return bounds.inside(() -> {
            var to = new de.ozgkit.xoevfim.xdatenfelder.v3.Datenfeldgruppe();
            Dates dates = element(from, to, inherited);
            from.regel.forEach(rule -> to.regel.add(rule(rule)));
            to.struktur = places(from.struktur, dates, from);
            return to;
        });
    }

    private de.ozgkit.xoevfim.xdatenfelder.v3.Datenfeld field(Datenfeld from, Dates inherited) {
        return bounds.inside(() -> {
            var to = new de.ozgkit.xoevfim.xdatenfelder.v3.Datenfeld();
            element(from, to, inherited);
            fields.convert(from, to, id(from));
            from.regel.forEach(rule -> to.regel.add(rule(rule)));
            return to;
        });
    }

    private List<de.ozgkit.xoevfim.xdatenfelder.v3.Struktur> places(
            List<Struktur> from, Dates dates, AllgemeineAngaben parent) {
        List<de.ozgkit.xoevfim.xdatenfelder.v3.Struktur> places = new ArrayList<>();
        for (Struktur place : from) {
            losses.unknown(id(parent), place, place.enthaelt);
            if (place.enthaelt == null
                    || (place.enthaelt.datenfeld == null && place.enthaelt.datenfeldgruppe == null)) {
                losses.add(Loss.EMPTY_PLACE, id(parent), place);
                continue;
            }
            var to = new de.ozgkit.xoevfim.xdatenfelder.v3.Struktur();
            to.anzahl = place.anzahl;
            to.bezug = bases(place.bezug);
            to.enthaelt = new de.ozgkit.xoevfim.xdatenfelder.v3.Enthaelt();
            Datenfeld field = place.enthaelt.datenfeld;
            Datenfeldgruppe group = place.enthaelt.datenfeldgruppe;
            to.enthaelt.datenfeld = field == null ? null : field(field, dates);
            to.enthaelt.datenfeldgruppe = group == null ? null : group(group, dates);
            places.add(to);
        }
        if (places.isEmpty()) {
            losses.add(Loss.FILLER, id(parent), parent);
            places.add(Filler.place(time));
        }
        return places;
    }

    private Dates element(Schemaelementangaben from, Elementangaben to, Dates inherited) {
        Dates dates = common(from, to, inherited);
        losses.unknown(id(from), from.schemaelementart);
        to.bezeichnungEingabe = orEmpty(from.bezeichnungEingabe);
        to.bezeichnungAusgabe = given(from.bezeichnungAusgabe);
        to.schemaelementart = Codes.copy(from.schemaelementart);
        to.hilfetextEingabe = given(from.hilfetextEingabe);
        to.hilfetextAusgabe = given(from.hilfetextAusgabe);
        return dates;
    }

    private Dates common(
            AllgemeineAngaben from, de.ozgkit.xoevfim.xdatenfelder.v3.AllgemeineAngaben to, Dates inherited) {
        Dates dates = new Dates(
                from.freigabedatum == null ? inherited.released : from.freigabedatum,
                from.veroeffentlichungsdatum == null ? inherited.published : from.veroeffentlichungsdatum);
        losses.unknown(id(from), from, from.identifikation, from.status);
        to.identifikation = identification(from.identifikation, from);
        to.name = orEmpty(from.name);
        to.beschreibung = given(from.beschreibung);
        to.definition = given(from.definition);
        to.bezug = bases(from.bezug);
        to.freigabestatus = Codes.released(Status.version3(from));
        losses.addIf(!Status.survives(from), Loss.STATUS, id(from), from);
        losses.addIf(!Status.keepsDate(from), Loss.DATE, id(from), from);
        to.statusGesetztAm = dates.released;
        to.statusGesetztDurch = given(from.fachlicherErsteller);
        to.gueltigAb = from.gueltigAb;
        to.gueltigBis = from.gueltigBis;
        to.versionshinweis = given(from.versionshinweis);
        to.veroeffentlichungsdatum = dates.published;
        to.letzteAenderung = time;
        return dates;
    }

    private de.ozgkit.xoevfim.xdatenfelder.v3.Regel rule(Regel from) {
        String id = id(from);
        var to = new de.ozgkit.xoevfim.xdatenfelder.v3.Regel();
        to.identifikation = identification(from.identifikation, from);
        to.name = orEmpty(from.name);
        to.beschreibung = given(from.beschreibung);
        String text = orEmpty(from.definition);
        to.freitextRegel = given(Ids.widenedText(text));
        losses.addIf(!Ids.narrowedText(text).equals(text), Loss.RULE_IDS, id, from);
        to.bezug = bases(from.bezug);
        to.fachlicherErsteller = given(from.fachlicherErsteller);
        to.letzteAenderung = time;
        to.typ = Codes.of("regeltyp", "1.0", "K");

        losses.unknown(id, from, from.identifikation, from.status);
        boolean otherLabel = isGiven(from.bezeichnungEingabe) && !from.bezeichnungEingabe.equals(from.name);
        losses.addIf(otherLabel || isGiven(from.bezeichnungAusgabe), Loss.LABEL, id, from);
        losses.addIf(!Codes.value(from.status).matches("|aktiv"), Loss.STATUS, id, from);
        boolean detail = from.gueltigAb != null
                || from.gueltigBis != null
                || from.freigabedatum != null
                || from.veroeffentlichungsdatum != null
                || isGiven(from.versionshinweis);
        losses.addIf(detail, Loss.DETAIL, id, from);
        losses.addIf(!Scripts.isEmpty(from.script), Loss.SCRIPT, id, from);
        return to;
    }

    private de.ozgkit.xoevfim.xdatenfelder.v3.@Nullable Identifikation identification(
            @Nullable Identifikation from, AllgemeineAngaben of) {
        if (from == null) {
            return null;
        }
        String id = token(from.id);
        String version = token(from.version);
        losses.addIf(!Ids.VERSION_2.matcher(id).matches(), Loss.ID, id, of);
        losses.addIf(!version.isEmpty() && Ids.widenedVersion(version).equals(version), Loss.VERSION, id, of);
        var to = new de.ozgkit.xoevfim.xdatenfelder.v3.Identifikation();
        to.id = Ids.widened(id);
        to.version = given(Ids.widenedVersion(version));
        return to;
    }

    private static List<Rechtsbezug> bases(@Nullable String bezug) {
        List<Rechtsbezug> all = new ArrayList<>();
        for (String text : Texts.bases(bezug)) {
            Rechtsbezug basis = new Rechtsbezug();
            basis.text = text;
            all.add(basis);
        }
        return all;
    }

    private static @Nullable String id(AllgemeineAngaben element) {
        return element.identifikation == null ? null : element.identifikation.id;
    }
}
