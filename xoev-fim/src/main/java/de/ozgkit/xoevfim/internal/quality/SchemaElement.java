// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.quality;

import de.ozgkit.xoevfim.internal.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One occurrence of an element of XDatenfelder, of either version, so that each quality rule is written once. What a version does not
 * have stays empty. Built by {@link Elements2} and {@link Elements3}, and not changed after that.
 */
final class SchemaElement {

    enum Kind {
        SCHEMA('S'),
        GROUP('G'),
        FIELD('F'),
        RULE('R'),
        PROFILE('D');

        final char letter;

        Kind(char letter) {
            this.letter = letter;
        }
    }

    final Kind kind;
    /** Whether it is XDatenfelder 3.0.0, else 2.0. */
    final boolean version3;
    /** The message object, which knows its line. */
    final Object source;

    @Nullable
    SchemaElement parent;

    String id = "";

    String version = "";
    String name = "";
    /** bezeichnungEingabe, or bezeichnung. */
    String label = "";

    String labelOut = "";
    String help = "";
    String helpOut = "";
    String description = "";
    String definition = "";
    String versionNote = "";
    List<Reference> references = List.of();
    String status = "";
    boolean statusDated;
    /** statusGesetztDurch, or fachlicherErsteller. */
    String creator = "";

    boolean published;
    String elementKind = "";
    List<Relation> relations = List.of();

    /** The place where it stands in its parent. */
    String count = "";

    List<Reference> countReferences = List.of();

    final List<SchemaElement> children = new ArrayList<>();
    final List<SchemaElement> rules = new ArrayList<>();

    /** Of a group: art. */
    String groupKind = "";

    boolean hasGroupKind;

    /** Of a schema. */
    String structureChange = "";

    String representationChange = "";
    String profileId = "";

    /** Of a document profile: "true", "false" or empty. */
    String isAbstract = "";

    String documentKind = "";

    /** Of a rule: its text. */
    String ruleText = "";

    /** Of a field. */
    String fieldKind = "";

    String dataType = "";
    Limits limits = Limits.NONE;
    String content = "";
    String prefill = "";

    boolean hasCodeList;
    CodeListRef codeList = CodeListRef.NONE;
    /** The choices, inline or of the code list; null if not known. */
    @Nullable
    List<Choice> choices;

    boolean inlineChoices;
    String maxSize = "";
    List<String> mediaTypes = List.of();
    boolean columnsNamed;

    private @Nullable Set<String> idsBelow;
    private @Nullable Map<String, Set<String>> versions;

    record Reference(String text, String link) {}

    record Relation(String predicate, String objectId) {}

    record CodeListRef(String uri, String version) {
        static final CodeListRef NONE = new CodeListRef("", "");
    }

    record Choice(String code, String name, String help) {}

    record Limits(String minLength, String maxLength, String minValue, String maxValue, String pattern) {
        static final Limits NONE = new Limits("", "", "", "", "");

        boolean isEmpty() {
            return equals(NONE);
        }
    }

    SchemaElement(Kind kind, boolean version3, Object source) {
        this.kind = kind;
        this.version3 = version3;
        this.source = source;
    }

    /** Takes in a rule that stands in this element. */
    void add(SchemaElement rule) {
        rule.parent = this;
        rules.add(rule);
    }

    /** Takes in an element that stands in this one: how often it may, and by which law. */
    void add(SchemaElement child, String childCount, List<Reference> childReferences) {
        child.parent = this;
        child.count = childCount;
        child.countReferences = childReferences;
        children.add(child);
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** Field or group. */
    boolean isBlock() {
        return kind == Kind.FIELD || kind == Kind.GROUP;
    }

    /** Schema or group. */
    boolean isContainer() {
        return kind == Kind.SCHEMA || kind == Kind.GROUP;
    }

    boolean isChoiceGroup() {
        return groupKind.equals("X");
    }

    boolean isVersioned() {
        return !version.isEmpty();
    }

    boolean isText() {
        return dataType.equals("text") || dataType.equals("text_latin");
    }

    boolean isNumber() {
        return Set.of("num", "num_int", "num_currency").contains(dataType);
    }

    boolean isDecimal() {
        return dataType.equals("num") || dataType.equals("num_currency");
    }

    boolean isSelect() {
        return fieldKind.equals("select");
    }

    /** The root of the tree. */
    SchemaElement root() {
        SchemaElement top = this;
        while (top.parent != null) {
            top = top.parent;
        }
        return top;
    }

    Stream<SchemaElement> ancestors() {
        return Stream.iterate(parent, a -> a != null, a -> a == null ? null : a.parent);
    }

    /** The element, and all below it. */
    Stream<SchemaElement> tree() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(SchemaElement::tree));
    }

    /** The ids of all below it; kept, because every rule of a group asks for them. */
    Set<String> idsBelow() {
        if (idsBelow == null) {
            idsBelow = children.stream()
                    .flatMap(SchemaElement::tree)
                    .map(e -> e.id)
                    .collect(Collectors.toSet());
        }
        return idsBelow;
    }

    /** Of a root: which versions of each element, and of each code list, there are in its tree. */
    Set<String> versionsOf(String idOrUri) {
        if (versions == null) {
            Map<String, Set<String>> found = new HashMap<>();
            tree().forEach(e -> {
                found.computeIfAbsent(e.id, k -> new HashSet<>()).add(e.version);
                if (e.hasCodeList) {
                    found.computeIfAbsent(e.codeList.uri(), k -> new HashSet<>())
                            .add(e.codeList.version());
                }
            });
            versions = found;
        }
        return versions.getOrDefault(idOrUri, Set.of());
    }

    /** The digits that tell who gave the id: 60 is the central kit. */
    String numberRange() {
        return id.length() < 3 ? "" : id.substring(1, 3);
    }

    String key() {
        return id + "V" + version;
    }

    String path() {
        String own = Names.shown(id.isEmpty() ? String.valueOf(kind.letter) : id);
        return parent == null ? own : parent.path() + "/" + own;
    }
}
