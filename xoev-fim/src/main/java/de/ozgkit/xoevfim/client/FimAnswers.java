// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import de.ozgkit.xoevfim.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** Reads the JSON of the FIM portal (API description 0.24.0). What has no id is empty. */
final class FimAnswers {

    private FimAnswers() {}

    static Optional<FimSchema> schema(JsonNode node) {
        long status = Json.number(node, "freigabe_status", -1);
        return Json.text(node, "fim_id")
                .map(id -> new FimSchema(
                        id,
                        Json.textOrEmpty(node, "fim_version"),
                        Json.textOrEmpty(node, "name"),
                        Json.text(node, "bezeichnung"),
                        Json.textOrEmpty(node, "xdf_version"),
                        status >= 1 && status <= 8 ? OptionalInt.of((int) status) : OptionalInt.empty(),
                        Json.text(node, "steckbrief_id"),
                        Json.yes(node, "is_latest"),
                        Json.time(node, "last_update")));
    }

    static Optional<FimSchemaDetail> detail(JsonNode node, URI base) {
        List<FimFile> files = new ArrayList<>();
        Json.list(node, "json_schema_files")
                .forEach(file -> file(file, FimFile.Kind.JSON_SCHEMA, base).ifPresent(files::add));
        Json.list(node, "xsd_files")
                .forEach(file -> file(file, FimFile.Kind.XSD, base).ifPresent(files::add));
        return schema(node).map(schema -> new FimSchemaDetail(schema, files));
    }

    private static Optional<FimFile> file(JsonNode node, FimFile.Kind kind, URI base) {
        return Json.text(node, "url")
                .flatMap(url -> Json.resolved(base, url))
                .map(url -> new FimFile(kind, Json.textOrEmpty(node, "filename"), url, Json.time(node, "upload_time")));
    }

    static Optional<FimStammtext> stammtext(JsonNode node) {
        return Json.text(node, "redaktion_id")
                .map(office -> new FimStammtext(
                        office,
                        Json.textOrEmpty(node, "leistung_id"),
                        Json.textOrEmpty(node, "source"),
                        Json.textOrEmpty(node, "title"),
                        Json.texts(node, "leistungsschluessel").stream()
                                .flatMap(key -> Json.key(key).stream())
                                .toList()));
    }

    static FimQualityReport report(JsonNode node) {
        List<Finding> findings = new ArrayList<>();
        Json.list(node, "schema_checks").forEach(check -> findings.add(finding(check, "")));
        for (String reports : List.of("group_reports", "field_reports", "rule_reports")) {
            for (JsonNode report : Json.list(node, reports)) {
                JsonNode id = report.path("identifier");
                String version = Json.text(id, "version").map(v -> "V" + v).orElse("");
                String path = Json.textOrEmpty(id, "id") + version;
                Json.list(report, "failing_checks").forEach(check -> findings.add(finding(check, path)));
            }
        }
        return new FimQualityReport(Json.number(node, "total_checks", findings.size()), findings);
    }

    private static Finding finding(JsonNode check, String path) {
        Finding.Severity severity =
                switch (Json.textOrEmpty(check, "error_type")) {
                    case "critical" -> Finding.Severity.ERROR;
                    case "method" -> Finding.Severity.METHOD;
                    case "info" -> Finding.Severity.INFO;
                    default -> Finding.Severity.WARNING;
                };
        String number = Json.textOrEmpty(check, "code");
        return Finding.of(
                severity,
                "fim." + number,
                path,
                Json.textOrEmpty(check, "message"),
                "Check " + number + " of the FIM portal failed; it explains itself in German only.");
    }
}
