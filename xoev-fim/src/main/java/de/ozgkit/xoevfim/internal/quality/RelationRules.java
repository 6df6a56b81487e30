// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.quality;

import static de.ozgkit.xoevfim.internal.quality.QualityRule.error;
import static de.ozgkit.xoevfim.internal.quality.QualityRule.method;

import de.ozgkit.xoevfim.internal.quality.SchemaElement.Kind;
import de.ozgkit.xoevfim.internal.quality.SchemaElement.Relation;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** How an element is related to others; only XDatenfelder 3.0.0 has this. */
final class RelationRules {

    private static final String LINKED = "VKN";

    private RelationRules() {}

    static final List<QualityRule> ALL = List.of(
            error(
                    1029,
                    "Die Art der Relation fehlt oder ist unbekannt; bekannt sind ABL, ERS, EQU und VKN.",
                    "The kind of the relation is missing or unknown; known are ABL, ERS, EQU and VKN.",
                    e -> any(e, r -> !Set.of("ABL", "ERS", "EQU", LINKED).contains(r.predicate()))),
            error(
                    1091,
                    "Eine Relation nennt nicht, womit sie verbindet.",
                    "A relation does not name what it relates to.",
                    e -> any(e, r -> r.objectId().isEmpty())),
            error(
                    1087,
                    "Eine Relation verbindet mit einem Objekt anderer Art.",
                    "A relation relates to an object of another kind.",
                    e -> any(
                            e,
                            r -> !r.objectId().isEmpty()
                                    && !mayRelate(e, r.objectId().charAt(0)))),
            method(
                    1088,
                    "Die Relation VKN dürfen nur Dokumentsteckbriefe haben.",
                    "Only document profiles may have the relation VKN.",
                    e -> !e.is(Kind.PROFILE) && any(e, r -> r.predicate().equals(LINKED))),
            error(
                    1053,
                    "Einem konkreten Dokumentsteckbrief dürfen keine anderen zugeordnet sein.",
                    "A concrete document profile must have no others linked to it.",
                    e -> e.isAbstract.equals("false") && linked(e) > 0),
            error(
                    1054,
                    "Einem abstrakten Dokumentsteckbrief müssen mindestens zwei konkrete zugeordnet sein.",
                    "An abstract document profile must have at least two concrete ones linked to it.",
                    e -> e.isAbstract.equals("true") && linked(e) < 2));

    private static boolean any(SchemaElement e, Predicate<Relation> test) {
        return e.relations.stream().anyMatch(test);
    }

    private static long linked(SchemaElement e) {
        return e.relations.stream().filter(r -> r.predicate().equals(LINKED)).count();
    }

    private static boolean mayRelate(SchemaElement e, char letter) {
        return e.isBlock() ? letter == 'G' || letter == 'F' : letter == e.kind.letter;
    }
}
