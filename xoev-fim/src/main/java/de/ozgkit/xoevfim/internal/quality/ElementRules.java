// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.quality;

import static de.ozgkit.xoevfim.internal.quality.QualityRule.error;
import static de.ozgkit.xoevfim.internal.quality.QualityRule.info;
import static de.ozgkit.xoevfim.internal.quality.QualityRule.method;
import static de.ozgkit.xoevfim.internal.quality.QualityRule.warning;

import de.ozgkit.xoevfim.internal.quality.SchemaElement.Kind;
import java.util.List;
import java.util.Set;

/** What every element, every schema and every document profile must say about itself. */
final class ElementRules {

    private static final String DEFAULT_PROFILE = "D99000000001";
    private static final Set<String> STATUS_2 = Set.of("inVorbereitung", "aktiv", "inaktiv");
    private static final Set<String> STATUS_3 = Set.of("1", "2", "3", "4", "5", "6", "7", "8");
    private static final Set<String> DOCUMENT_KINDS = Set.of(
            "001", "002", "003", "004", "005", "006", "007", "008", "009", "010", "011", "012", "013", "014", "999");
    private static final Set<String> CENTRAL_EDITORS = Set.of("FIM-Baustein Datenfelder", "FIM Baustein Datenfelder");

    private ElementRules() {}

    static final List<QualityRule> ALL = List.of(
            error(1002, "Das Element hat keinen Namen.", "The element has no name.", e -> e.name.isEmpty()),
            error(1038, "Das Element hat keine ID.", "The element has no id.", e -> e.id.isEmpty()),
            error(
                    1039,
                    "Die ID des Elements oder eines Elements, auf das es verweist, hat nicht die vorgeschriebene Form:"
                            + " ein Buchstabe und 11 Ziffern, in Version 2.0 ein Buchstabe und 8 Ziffern.",
                    "The id of the element, or of one that it refers to, has not the required form: a letter and 11"
                            + " digits, in version 2.0 a letter and 8 digits.",
                    ElementRules::idIsMalformed),
            error(
                    1009,
                    "Die Bezeichnung für die Eingabe fehlt.",
                    "The label for input is missing.",
                    e -> (e.isBlock() || !e.version3 && !e.is(Kind.RULE)) && e.label.isEmpty()),
            error(
                    1010,
                    "Die Bezeichnung für die Ausgabe fehlt.",
                    "The label for output is missing.",
                    e -> e.isBlock() && e.labelOut.isEmpty()),
            error(
                    1050,
                    "Die Bezeichnung fehlt.",
                    "The label is missing.",
                    e -> e.version3 && (e.is(Kind.SCHEMA) || e.is(Kind.PROFILE)) && e.label.isEmpty()),
            error(
                    1006,
                    "Ein an eine Rechtsnorm gebundenes Element muss seine Handlungsgrundlage nennen.",
                    "An element that is bound to a law must name its legal basis.",
                    e -> e.isBlock() && e.elementKind.equals("RNG") && e.references.isEmpty()),
            warning(
                    1101,
                    "Ein harmonisiertes Element sollte seine Handlungsgrundlage nennen.",
                    "A harmonised element should name its legal basis.",
                    e -> e.isBlock() && e.elementKind.equals("HAR") && e.references.isEmpty()),
            error(
                    1051,
                    "Das Datenschema nennt keine Handlungsgrundlage.",
                    "The schema names no legal basis.",
                    e -> e.is(Kind.SCHEMA) && e.references.isEmpty()),
            error(
                    1031,
                    "Die Strukturelementart fehlt oder ist unbekannt; bekannt sind ABS, HAR und RNG.",
                    "The kind of the element is missing or unknown; known are ABS, HAR and RNG.",
                    e -> e.isBlock() && !Set.of("ABS", "HAR", "RNG").contains(e.elementKind)),
            error(
                    1032,
                    "Der Status fehlt oder ist unbekannt.",
                    "The status is missing or unknown.",
                    e -> !(e.version3 && e.is(Kind.RULE)) && !(e.version3 ? STATUS_3 : STATUS_2).contains(e.status)),
            error(
                    1033,
                    "Es fehlt, ob die Struktur verändert werden darf, oder die Angabe ist unbekannt; bekannt sind 0 bis 3.",
                    "Whether the structure may be changed is missing or unknown; known are 0 to 3.",
                    e -> e.is(Kind.SCHEMA) && !Set.of("0", "1", "2", "3").contains(e.structureChange)),
            error(
                    1034,
                    "Es fehlt, ob die Darstellung verändert werden darf, oder die Angabe ist unbekannt; bekannt sind 0 und 1.",
                    "Whether the representation may be changed is missing or unknown; known are 0 and 1.",
                    e -> e.is(Kind.SCHEMA) && !Set.of("0", "1").contains(e.representationChange)),
            error(
                    1007,
                    "Dem Datenschema ist kein Dokumentsteckbrief zugeordnet.",
                    "The schema has no document profile.",
                    e -> e.version3 && e.is(Kind.SCHEMA) && e.profileId.isEmpty()),
            warning(
                    1096,
                    "Das Datenschema hat nur den vorläufigen Dokumentsteckbrief D99000000001; ordnen Sie einen eigenen zu.",
                    "The schema has only the provisional document profile D99000000001; give it one of its own.",
                    e -> e.profileId.equals(DEFAULT_PROFILE) && !isReleased(e)),
            method(
                    1097,
                    "Ein freigegebenes Datenschema darf nicht den vorläufigen Dokumentsteckbrief D99000000001 haben.",
                    "A released schema must not have the provisional document profile D99000000001.",
                    e -> e.profileId.equals(DEFAULT_PROFILE) && isReleased(e)),
            method(
                    1124,
                    "Der Dokumentsteckbrief ist keiner des zentralen Katalogs; dessen IDs beginnen mit D99.",
                    "The document profile is none of the central catalogue; its ids begin with D99.",
                    e -> !e.profileId.isEmpty() && !e.profileId.startsWith("D99")),
            error(
                    1142,
                    "Ab dem Status Entwurf muss genannt sein, wann der Status gesetzt wurde.",
                    "From the status draft on, the day on which the status was set must be named.",
                    e -> e.isBlock() && lacksStatusDate(e)),
            error(
                    1143,
                    "Ab dem Status Entwurf muss das Datenschema nennen, wann der Status gesetzt wurde.",
                    "From the status draft on, the schema must name the day on which the status was set.",
                    e -> e.is(Kind.SCHEMA) && lacksStatusDate(e)),
            error(
                    1144,
                    "Ab dem Status Entwurf muss der Dokumentsteckbrief nennen, wann der Status gesetzt wurde.",
                    "From the status draft on, the document profile must name the day on which the status was set.",
                    e -> e.is(Kind.PROFILE) && lacksStatusDate(e)),
            info(
                    1117,
                    "Ein versioniertes Element muss nennen, wer es fachlich verantwortet.",
                    "A versioned element must name who answers for it.",
                    e -> e.isVersioned() && e.creator.isEmpty()),
            method(
                    1140,
                    "Nur Elemente des Nummernkreises 60 dürfen vom zentralen FIM-Baustein Datenfelder stammen.",
                    "Only elements of the number range 60 may come from the central FIM-Baustein Datenfelder.",
                    e -> (e.isBlock() || e.is(Kind.RULE)) && claimsCentralEditors(e)),
            method(
                    1141,
                    "Nur Datenschemata des Nummernkreises 60 dürfen vom zentralen FIM-Baustein Datenfelder stammen.",
                    "Only schemas of the number range 60 may come from the central FIM-Baustein Datenfelder.",
                    e -> e.is(Kind.SCHEMA) && claimsCentralEditors(e)),
            error(
                    1008,
                    "Der Dokumentsteckbrief nennt keine Handlungsgrundlage.",
                    "The document profile names no legal basis.",
                    e -> !e.version3 && e.is(Kind.PROFILE) && e.references.isEmpty()),
            error(
                    1052,
                    "Nur ein abstrakter Dokumentsteckbrief darf ohne Handlungsgrundlage sein.",
                    "Only an abstract document profile may be without a legal basis.",
                    e -> e.version3 && e.is(Kind.PROFILE) && e.references.isEmpty() && !e.isAbstract.equals("true")),
            error(
                    1049,
                    "Der Dokumentsteckbrief hat keine Definition.",
                    "The document profile has no definition.",
                    e -> e.is(Kind.PROFILE) && e.definition.isEmpty()),
            error(
                    1055,
                    "Die Dokumentart fehlt oder ist unbekannt.",
                    "The kind of document is missing or unknown.",
                    e -> e.version3 && e.is(Kind.PROFILE) && !DOCUMENT_KINDS.contains(e.documentKind)),
            error(
                    1092,
                    "Es fehlt, ob der Dokumentsteckbrief abstrakt ist; erlaubt sind true und false.",
                    "Whether the document profile is abstract is missing; true and false are allowed.",
                    e -> e.version3 && e.is(Kind.PROFILE) && e.isAbstract.isEmpty()),
            warning(
                    1107,
                    "Der Dokumentsteckbrief sollte einen Hilfetext haben.",
                    "The document profile should have a help text.",
                    e -> e.is(Kind.PROFILE) && e.help.isEmpty()));

    private static boolean idIsMalformed(SchemaElement e) {
        boolean own = !e.id.isEmpty() && !isId(e.id, e.version3, e.kind.letter);
        boolean profile = !e.profileId.isEmpty() && !isId(e.profileId, true, 'D');
        boolean related = e.relations.stream()
                .map(SchemaElement.Relation::objectId)
                .anyMatch(id -> !id.isEmpty() && !isId(id, true, id.charAt(0)));
        return own || profile || related;
    }

    private static boolean isId(String id, boolean version3, char letter) {
        return id.charAt(0) == letter && id.matches(version3 ? "[SGFRD][0-9]{11}" : "[SGFRD][0-9]{8}");
    }

    private static boolean isReleased(SchemaElement e) {
        return Set.of("4", "5", "6").contains(e.status);
    }

    private static boolean lacksStatusDate(SchemaElement e) {
        return e.version3 && Set.of("3", "4", "5", "6", "7").contains(e.status) && !e.statusDated;
    }

    private static boolean claimsCentralEditors(SchemaElement e) {
        return CENTRAL_EDITORS.contains(e.creator) && !e.numberRange().equals("60");
    }
}
