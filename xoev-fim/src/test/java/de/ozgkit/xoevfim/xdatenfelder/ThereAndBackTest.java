// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.genericode.CodeList;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage.Version2;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage.Version3;
import de.ozgkit.xoevfim.xdatenfelder.v2.AllgemeineAngaben;
import de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeld;
import de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeldgruppe;
import de.ozgkit.xoevfim.xdatenfelder.v2.Regel;
import de.ozgkit.xoevfim.xdatenfelder.v2.Schemaelementangaben;
import de.ozgkit.xoevfim.xdatenfelder.v2.Stammdatenschema;
import de.ozgkit.xoevfim.xdatenfelder.v2.StammdatenschemaNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v2.Struktur;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From version 2 to 3 and back, a schema keeps all that the losses do not name. */
class ThereAndBackTest {

    private static final Map<String, Set<String>> NAMED_BY = Map.ofEntries(
            Map.entry("id", Set.of("id")),
            Map.entry("version", Set.of("version")),
            Map.entry("label", Set.of("label")),
            Map.entry("output", Set.of("label")),
            Map.entry("status", Set.of("status")),
            Map.entry("released", Set.of("date", "detail")),
            Map.entry("published", Set.of("detail")),
            Map.entry("from", Set.of("detail")),
            Map.entry("until", Set.of("detail")),
            Map.entry("note", Set.of("detail")),
            Map.entry("script", Set.of("script")),
            Map.entry("rule", Set.of("rule_ids")),
            Map.entry("limits", Set.of("limit")),
            Map.entry("list", Set.of("list_name", "list_id", "list_missing")),
            Map.entry("entries", Set.of("list_rows", "list_columns", "list_missing", "list_id")));

    @Test
    void generated_schemas_keep_what_the_losses_do_not_name_and_are_valid() {
        Set<String> rules = new HashSet<>();
        for (long seed = 0; seed < 100; seed++) {
            Version2 source = new RandomSchemas(seed).schema();
            byte[] before = Canonical.written(source);
            Converted<Version3> there = Conversion.toVersion3(source);
            Converted<Version2> back = Conversion.toVersion2(there.message());

            assertThat(Canonical.written(source)).as("seed " + seed).isEqualTo(before);
            assertValid(there.message(), seed);
            assertValid(back.message(), seed);
            List<Finding> losses = new ArrayList<>(there.losses());
            losses.addAll(back.losses());
            losses.forEach(loss -> rules.add(loss.rule()));
            assertKept(seed, source, back.message(), losses);
        }
        assertThat(rules).hasSize(14);
    }

    @Test
    void the_real_schema_keeps_what_the_losses_do_not_name() {
        Version2 source = (Version2) XDatenfelder.read(Samples.collected("xdatenfelder2/S00000094V1.0_xdf2.xml"));
        Converted<Version3> there = Conversion.toVersion3(source);
        Converted<Version2> back = Conversion.toVersion2(there.message());

        assertThat(back.losses()).isEmpty();
        assertKept(0, source, back.message(), there.losses());
        assertThat(back.message().codeLists()).containsOnlyKeys("C60000263", "C00000462", "C00000463");
    }

    @Test
    void the_golden_schema_comes_back_as_it_was() {
        Version3 source = (Version3) XDatenfelder.read(Samples.collected("xdatenfelder3/S00000094V1.0_xdf3.xml"));
        Converted<Version2> there = Conversion.toVersion2(source);
        Converted<Version3> back = Conversion.toVersion3(there.message());

        assertThat(there.losses()).isEmpty();
        assertThat(Canonical.differences(
                        new String(Canonical.written(source), java.nio.charset.StandardCharsets.UTF_8)
                                .replaceFirst("<\\w+:beschreibung/>", ""),
                        Canonical.written(back.message())))
                .isEmpty();
    }

    private static void assertValid(XDatenfelderMessage message, long seed) {
        assertThat(Canonical.firstError(message, Canonical.written(message)))
                .as("seed " + seed)
                .isEmpty();
    }

    private static void assertKept(long seed, Version2 source, Version2 back, List<Finding> losses) {
        Map<String, String> was = flat(source);
        Map<String, String> is = flat(back);
        was.forEach((key, value) -> {
            if (!Objects.equals(value, is.get(key))) {
                String[] parts = key.split("\\|");
                String of = was.get(parts[0] + "|" + parts[1] + "|id");
                boolean named = losses.stream()
                        .filter(loss ->
                                loss.path().equals(Ids.shown(of)) || loss.path().isEmpty())
                        .anyMatch(loss -> NAMED_BY.getOrDefault(parts[2], Set.of())
                                .contains(loss.rule().replace("xdatenfelder.loss.", "")));
                assertThat(named || (parts[2].endsWith("ed") && value.isEmpty()))
                        .as("seed " + seed + ": " + key + " was '" + value + "' and is '" + is.get(key) + "' " + of)
                        .isTrue();
            }
        });
        assertThat(is.keySet()).isEqualTo(was.keySet());
    }

    private static Map<String, String> flat(Version2 message) {
        Map<String, String> flat = new LinkedHashMap<>();
        Stammdatenschema schema = ((StammdatenschemaNachricht) message.message()).stammdatenschema;
        common(flat, "/|schema", schema);
        flat.put("/|schema|help", Texts.orEmpty(schema.hilfetext));
        rules(flat, "/", schema.regel);
        places(flat, "/", schema.struktur, message.codeLists());
        return flat;
    }

    private static void places(
            Map<String, String> flat, String path, List<Struktur> places, Map<String, CodeList> lists) {
        for (int i = 0; i < places.size(); i++) {
            Struktur place = places.get(i);
            String at = path + i + "/";
            Datenfeld field = place.enthaelt.datenfeld;
            Datenfeldgruppe group = place.enthaelt.datenfeldgruppe;
            Schemaelementangaben element = field == null ? group : field;
            common(flat, at + "|element", element);
            flat.put(at + "|element|count", place.anzahl);
            flat.put(at + "|element|placeBasis", String.valueOf(Texts.bases(place.bezug)));
            flat.put(at + "|element|kind", Codes.value(element.schemaelementart));
            flat.put(
                    at + "|element|help",
                    Texts.orEmpty(element.hilfetextEingabe) + "|" + Texts.orEmpty(element.hilfetextAusgabe));
            if (group != null) {
                rules(flat, at, group.regel);
                places(flat, at, group.struktur, lists);
            } else {
                rules(flat, at, field.regel);
                field(flat, at, field, lists);
            }
        }
    }

    private static void field(Map<String, String> flat, String at, Datenfeld field, Map<String, CodeList> lists) {
        flat.put(at + "|element|type", Codes.value(field.feldart) + Codes.value(field.datentyp));
        String limits = Texts.orEmpty(field.praezisierung);
        Map<String, String> set = new java.util.TreeMap<>();
        LimitsJson.read(limits)
                .ifPresent(m -> m.forEach((k, v) -> {
                    if (v.isEmpty() || !v.get().isBlank()) {
                        set.put(k, v.orElse("?"));
                    }
                }));
        boolean none = limits.isEmpty() || LimitsJson.read(limits).isPresent();
        flat.put(at + "|element|limits", none ? set.toString() : limits);
        flat.put(at + "|element|content", Texts.orEmpty(field.inhalt));
        var reference = field.codelisteReferenz;
        flat.put(
                at + "|element|list",
                reference == null
                        ? ""
                        : reference.identifikation.id + reference.genericodeIdentification.canonicalVersionUri);
        CodeList list = reference == null ? null : lists.get(reference.identifikation.id);
        flat.put(
                at + "|element|entries",
                list == null
                        ? ""
                        : list.rows().stream()
                                .map(r -> List.of(
                                        r.getOrDefault("code", ""),
                                        r.getOrDefault("name", ""),
                                        r.getOrDefault("mehr", r.getOrDefault("hilfe", ""))))
                                .toList()
                                .toString());
    }

    private static void rules(Map<String, String> flat, String at, List<Regel> rules) {
        for (int i = 0; i < rules.size(); i++) {
            Regel rule = rules.get(i);
            common(flat, at + "|rule" + i, rule);
            flat.put(at + "|rule" + i + "|rule", flat.remove(at + "|rule" + i + "|definition"));
            boolean noLabel = Texts.orEmpty(rule.bezeichnungEingabe).isEmpty();
            flat.put(at + "|rule" + i + "|label", noLabel ? Texts.orEmpty(rule.name) : rule.bezeichnungEingabe);
            flat.put(at + "|rule" + i + "|script", Scripts.isEmpty(rule.script) ? "" : rule.script);
        }
    }

    private static void common(Map<String, String> flat, String at, AllgemeineAngaben element) {
        flat.put(at + "|id", element.identifikation.id);
        flat.put(at + "|version", Texts.orEmpty(element.identifikation.version));
        flat.put(at + "|name", Texts.orEmpty(element.name));
        flat.put(at + "|label", Texts.orEmpty(element.bezeichnungEingabe));
        flat.put(at + "|output", Texts.orEmpty(element.bezeichnungAusgabe));
        flat.put(at + "|description", Texts.orEmpty(element.beschreibung));
        flat.put(at + "|definition", Texts.orEmpty(element.definition));
        flat.put(at + "|basis", String.valueOf(Texts.bases(element.bezug)));
        flat.put(at + "|status", Codes.value(element.status));
        flat.put(at + "|from", Objects.toString(element.gueltigAb, ""));
        flat.put(at + "|until", Objects.toString(element.gueltigBis, ""));
        flat.put(at + "|creator", Texts.orEmpty(element.fachlicherErsteller));
        flat.put(at + "|note", Texts.orEmpty(element.versionshinweis));
        flat.put(at + "|released", Objects.toString(element.freigabedatum, ""));
        flat.put(at + "|published", Objects.toString(element.veroeffentlichungsdatum, ""));
    }
}
