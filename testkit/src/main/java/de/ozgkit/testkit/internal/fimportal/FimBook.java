// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.fimportal;

import de.ozgkit.testkit.PeerResponse;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.client.FimFile;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas in the mock, and the JSON that the portal makes of them (API description 0.24.0). */
public final class FimBook {

    /** The time of everything: mocks have no clock of their own here. */
    private static final String TIME = "2026-01-01T00:00:00";

    private static final int LARGEST_PAGE = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> FILTERS =
            Set.of("name", "bezeichnung", "fts_query", "nummernkreis", "freigabe_status", "xdf_version", "is_latest");

    private final Map<String, PublishedSchema> schemas = new TreeMap<>();

    public synchronized void add(PublishedSchema schema) {
        schemas.put(schema.key(), schema);
    }

    public synchronized void clear() {
        schemas.clear();
    }

    /** One version of a schema, or the latest. */
    public synchronized Optional<PublishedSchema> find(String id, String version) {
        return version.equals("latest") ? latest(id) : Optional.ofNullable(schemas.get(id + "/" + version));
    }

    private Optional<PublishedSchema> latest(String id) {
        return schemas.values().stream()
                .filter(schema -> schema.id.equals(id))
                .max(Comparator.comparing(schema -> schema.version));
    }

    /** All versions of a schema as JSON. */
    public synchronized String versions(String id) {
        ArrayNode list = JSON.createArrayNode();
        schemas.values().stream()
                .filter(schema -> schema.id.equals(id))
                .map(this::json)
                .forEach(list::add);
        return list.toString();
    }

    /** A page of those that fit, or 422 as the portal answers wrong parameters. */
    public synchronized PeerResponse page(Map<String, String> query) {
        Predicate<PublishedSchema> wanted = schema -> true;
        for (Map.Entry<String, String> filter : query.entrySet()) {
            if (FILTERS.contains(filter.getKey())) {
                wanted = wanted.and(schema -> schema.fits(filter.getKey(), filter.getValue(), isLatest(schema)));
            } else if (!Set.of("offset", "limit").contains(filter.getKey())) {
                return unprocessable("this mock does not know the parameter " + filter.getKey());
            }
        }
        List<ObjectNode> all =
                schemas.values().stream().filter(wanted).map(this::json).toList();
        return page(all, query);
    }

    /** A page of a list, or 422 if offset or limit are out of range. */
    public static PeerResponse page(List<ObjectNode> all, Map<String, String> query) {
        int offset;
        int limit;
        try {
            offset = Integer.parseInt(query.getOrDefault("offset", "0"));
            limit = Integer.parseInt(query.getOrDefault("limit", Integer.toString(LARGEST_PAGE)));
        } catch (NumberFormatException e) {
            return unprocessable("offset and limit are numbers");
        }
        if (offset < 0 || limit < 1 || limit > LARGEST_PAGE) {
            return unprocessable("offset begins with 0, limit is 1 to " + LARGEST_PAGE);
        }
        List<ObjectNode> some = all.stream().skip(offset).limit(limit).toList();
        ObjectNode page = JSON.createObjectNode();
        some.forEach(page.putArray("items")::add);
        page.put("offset", offset).put("limit", limit).put("count", some.size()).put("total_count", all.size());
        return PeerResponse.json(page.toString());
    }

    private static PeerResponse unprocessable(String text) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("detail").addObject().put("msg", text);
        return PeerResponse.json(body.toString()).withStatus(422);
    }

    /** One version with its files. */
    public synchronized String detail(PublishedSchema schema, URI files) {
        ObjectNode node = json(schema);
        ArrayNode jsonSchemas = node.putArray("json_schema_files");
        ArrayNode xsds = node.putArray("xsd_files");
        schema.sortedFiles().forEach((name, kind) -> (kind == FimFile.Kind.XSD ? xsds : jsonSchemas)
                .addObject()
                .put("filename", name)
                .put("url", files + name)
                .put("upload_time", TIME));
        return node.toString();
    }

    private ObjectNode json(PublishedSchema schema) {
        return JSON.createObjectNode()
                .put("fim_id", schema.id)
                .put("fim_version", schema.version)
                .put("nummernkreis", schema.id.substring(1, Math.min(6, schema.id.length())))
                .put("name", schema.name)
                .put("bezeichnung", schema.title)
                .put("freigabe_status", schema.status)
                .put("xdf_version", schema.xdfVersion)
                .put("is_latest", isLatest(schema))
                .put("last_update", TIME)
                .putNull("steckbrief_id");
    }

    private boolean isLatest(PublishedSchema schema) {
        return latest(schema.id).filter(schema::equals).isPresent();
    }

    /** What the portal's checks found. */
    public static String report(PublishedSchema schema) {
        ObjectNode node = JSON.createObjectNode().put("total_checks", schema.findings.size());
        ArrayNode own = node.putArray("schema_checks");
        ArrayNode fields = node.putArray("field_reports");
        node.putArray("group_reports");
        node.putArray("rule_reports");
        for (Finding finding : schema.findings) {
            ArrayNode checks = own;
            if (!finding.path().isEmpty()) {
                ObjectNode field = fields.addObject();
                String[] id = finding.path().split("V", 2);
                field.putObject("identifier").put("id", id[0]).put("version", id.length > 1 ? id[1] : null);
                checks = field.putArray("failing_checks");
            }
            checks.addObject()
                    .put("code", Integer.parseInt(finding.rule().replaceAll("[^0-9]", "")))
                    .put("error_type", type(finding.severity()))
                    .put("message", finding.text());
        }
        return node.toString();
    }

    private static String type(Finding.Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case METHOD -> "method";
            case WARNING -> "warning";
            case INFO -> "info";
        };
    }
}
