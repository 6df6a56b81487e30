// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.quality;

import static de.ozgkit.xoevfim.internal.quality.QualityRule.error;
import static de.ozgkit.xoevfim.internal.quality.QualityRule.info;
import static de.ozgkit.xoevfim.internal.quality.QualityRule.method;
import static de.ozgkit.xoevfim.internal.quality.QualityRule.warning;

import de.ozgkit.xoevfim.internal.quality.SchemaElement.Kind;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands inside what, and how often. */
final class StructureRules {

    private static final Pattern COUNT = Pattern.compile("([0-9]{1,18}):([0-9]{1,18}|\\*)");
    private static final Set<String> DEFAULT_FIELDS = Set.of("F60000000001", "F60000001");

    private StructureRules() {}

    static final List<QualityRule> ALL = List.of(
            error(
                    1078,
                    "Das Datenschema enthält nichts.",
                    "The schema holds nothing.",
                    e -> e.is(Kind.SCHEMA) && e.children.isEmpty()),
            error(
                    1023,
                    "Die Datenfeldgruppe enthält nichts.",
                    "The group holds nothing.",
                    e -> e.is(Kind.GROUP) && e.children.isEmpty()),
            warning(
                    1106,
                    "Die Datenfeldgruppe sollte mehr als ein Unterelement haben.",
                    "The group should have more than one child.",
                    e -> e.is(Kind.GROUP) && !e.isChoiceGroup() && e.children.size() == 1),
            error(
                    1042,
                    "Die Gruppenart ist unbekannt; bekannt ist X, die Auswahlgruppe.",
                    "The kind of the group is unknown; known is X, the choice group.",
                    e -> e.hasGroupKind && !e.isChoiceGroup()),
            method(
                    1043,
                    "Eine Auswahlgruppe braucht mindestens zwei Unterelemente.",
                    "A choice group needs at least two children.",
                    e -> e.isChoiceGroup() && e.children.size() == 1),
            error(
                            1118,
                            "In einer Auswahlgruppe muss jedes Unterelement die Multiplizität 0:1 haben.",
                            "In a choice group every child must have the count 0:1.",
                            e -> e.parent != null && e.parent.isChoiceGroup() && !e.count.equals("0:1"))
                    .everywhere(),
            error(
                            1021,
                            "Es ist nicht angegeben, wie oft das Element vorkommt.",
                            "It is not said how often the element occurs.",
                            e -> e.parent != null && e.isBlock() && (e.count.isEmpty() || e.count.equals("0:0")))
                    .everywhere(),
            error(
                            1046,
                            "Die Multiplizität hat nicht die Form min:max, mit einer Zahl oder einem Stern als max.",
                            "The count has not the form min:max, with a number or a star as max.",
                            e -> !e.count.isEmpty() && !COUNT.matcher(e.count).matches())
                    .everywhere(),
            error(
                            1047,
                            "Die kleinste Anzahl ist größer als die größte.",
                            "The smallest count is larger than the largest.",
                            StructureRules::countIsUpsideDown)
                    .everywhere(),
            info(
                            1139,
                            "Ein Feld für Dateien sollte beliebig oft vorkommen dürfen.",
                            "A field for files should be allowed any number of times.",
                            e -> e.parent != null && e.dataType.equals("file") && !e.count.endsWith(":*"))
                    .everywhere(),
            method(
                            1022,
                            "Zur Multiplizität fehlt die Handlungsgrundlage: Das Element ist abstrakt oder harmonisiert und steht in"
                                    + " einem Datenschema oder in einer rechtsnormgebundenen Gruppe.",
                            "The count lacks its legal basis: the element is abstract or harmonised, and stands in a schema or in a"
                                    + " group that is bound to a law.",
                            StructureRules::countLacksBasis)
                    .everywhere(),
            method(
                            1013,
                            "In Datenschemata und Gruppen dürfen nur harmonisierte und rechtsnormgebundene Elemente stehen.",
                            "Only harmonised elements, and those bound to a law, may stand in schemas and groups.",
                            e -> e.parent != null && e.elementKind.equals("ABS"))
                    .everywhere(),
            error(
                    1014,
                    "Ein Datenfeld darf nicht abstrakt sein.",
                    "A field must not be abstract.",
                    e -> e.is(Kind.FIELD) && e.elementKind.equals("ABS")),
            error(
                            1026,
                            "Die Datenfeldgruppe enthält sich selbst.",
                            "The group contains itself.",
                            e -> e.is(Kind.GROUP)
                                    && !e.id.isEmpty()
                                    && e.ancestors().anyMatch(a -> a.key().equals(e.key())))
                    .everywhere(),
            warning(
                    1003,
                    "Das Element kommt in mehreren Versionen vor.",
                    "The element occurs in several versions.",
                    e -> e.isBlock()
                            && !e.id.isEmpty()
                            && e.root().versionsOf(e.id).size() > 1),
            warning(
                    1004,
                    "Die Datenfeldgruppe enthält ein Element mehrfach in derselben Version.",
                    "The group holds an element more than once in the same version.",
                    e -> e.is(Kind.GROUP) && hasTwins(e)),
            method(
                    1025,
                    "Das Datenschema enthält auf oberster Ebene ein Element mehrfach in derselben Version.",
                    "The schema holds an element more than once in the same version at its top level.",
                    e -> e.is(Kind.SCHEMA) && hasTwins(e)),
            method(
                    1094,
                    "Neben anderen Elementen darf das Platzhalter-Datenfeld F60000000001 nicht stehen.",
                    "The placeholder field F60000000001 must not stand beside other elements.",
                    e -> e.isContainer() && e.children.size() > 1 && hasPlaceholder(e)),
            warning(
                    1095,
                    "Das Platzhalter-Datenfeld F60000000001 sollte nur ausnahmsweise verwendet werden.",
                    "The placeholder field F60000000001 should be used in exceptions only.",
                    e -> e.isContainer() && e.children.size() == 1 && hasPlaceholder(e)),
            warning(
                    1116,
                    "Das Element ist inaktiv und sollte nicht mehr verwendet werden.",
                    "The element is inactive and should no longer be used.",
                    e -> e.parent != null && e.isBlock() && e.status.equals(e.version3 ? "7" : "inaktiv")),
            info(
                    1127,
                    "Das Datenschema ist veröffentlicht, dieses Element nicht.",
                    "The schema is published, this element is not.",
                    e -> isInPublished(e, Kind.SCHEMA) && !e.published),
            info(
                    1128,
                    "Die Datenfeldgruppe ist veröffentlicht, dieses Element nicht.",
                    "The group is published, this element is not.",
                    e -> isInPublished(e, Kind.GROUP) && !e.published),
            info(
                    1129,
                    "Das Datenschema ist veröffentlicht, dieses Element hat noch nicht den Status Entwurf.",
                    "The schema is published, this element has not yet the status draft.",
                    e -> isInPublished(e, Kind.SCHEMA) && isBelowDraft(e)),
            info(
                    1130,
                    "Die Datenfeldgruppe ist veröffentlicht, dieses Element hat noch nicht den Status Entwurf.",
                    "The group is published, this element has not yet the status draft.",
                    e -> isInPublished(e, Kind.GROUP) && isBelowDraft(e)),
            info(
                    1134,
                    "Die Arbeitskopie enthält eine feste Version eines rechtsnormgebundenen Elements des eigenen Nummernkreises.",
                    "The working copy holds a fixed version of an element of its own number range that is bound to a law.",
                    e -> e.parent != null
                            && e.isVersioned()
                            && e.elementKind.equals("RNG")
                            && !e.root().isVersioned()
                            && e.numberRange().equals(e.root().numberRange())),
            error(
                            1135,
                            "In einem versionierten Datenschema oder einer versionierten Gruppe steht ein Element ohne Version.",
                            "A versioned schema or group holds an element without a version.",
                            e -> e.isBlock()
                                    && e.parent != null
                                    && !e.isVersioned()
                                    && (e.parent.isVersioned() || e.root().isVersioned()))
                    .everywhere());

    private static boolean countIsUpsideDown(SchemaElement e) {
        Matcher count = COUNT.matcher(e.count);
        return count.matches()
                && !count.group(2).equals("*")
                && new BigInteger(count.group(1)).compareTo(new BigInteger(count.group(2))) > 0;
    }

    private static boolean countLacksBasis(SchemaElement e) {
        return e.parent != null
                && Set.of("ABS", "HAR").contains(e.elementKind)
                && (e.parent.is(Kind.SCHEMA) || e.parent.elementKind.equals("RNG"))
                && e.countReferences.isEmpty();
    }

    private static boolean hasTwins(SchemaElement container) {
        Set<String> seen = new HashSet<>();
        return container.children.stream().anyMatch(c -> !c.id.isEmpty() && !seen.add(c.key()));
    }

    private static boolean hasPlaceholder(SchemaElement container) {
        return container.children.stream().anyMatch(c -> DEFAULT_FIELDS.contains(c.id));
    }

    private static boolean isInPublished(SchemaElement e, Kind kind) {
        return e.version3 && e.isBlock() && e.parent != null && e.root().is(kind) && e.root().published;
    }

    private static boolean isBelowDraft(SchemaElement e) {
        return Set.of("", "1", "2").contains(e.status);
    }
}
