// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which schemas of the FIM portal are wanted; everything that is given must hold. Immutable.
 *
 * <pre>{@code
 * SchemaQuery.all().text("Hundesteuer").latestOnly()
 * }</pre>
 *
 * <p>Source: API description of the FIM portal 0.24.0, {@code GET /api/v1/schemas}.
 *
 * @param filters as the API names them
 * @param pageSize how many come with one call, 1 to 200
 * @since 0.1
 */
public record SchemaQuery(Map<String, String> filters, int pageSize) {

    /** The most that the portal gives with one call. */
    public static final int LARGEST_PAGE = 200;

    public SchemaQuery {
        filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
        if (pageSize < 1 || pageSize > LARGEST_PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + LARGEST_PAGE + " schemas");
        }
    }

    /** All schemas, in the order of their ids. */
    public static SchemaQuery all() {
        return new SchemaQuery(Map.of(), LARGEST_PAGE);
    }

    /** Those in which the full-text search finds this. */
    public SchemaQuery text(String words) {
        return filter("fts_query", words);
    }

    /** Those with this in their name. */
    public SchemaQuery name(String part) {
        return filter("name", part);
    }

    /** Those whose Nummernkreis begins so: {@code 05} for everything of North Rhine-Westphalia. */
    public SchemaQuery nummernkreis(String start) {
        return filter("nummernkreis", start);
    }

    /** Those with this Freigabestatus: 6 for those that are approved ("fachlich freigegeben, gold"). */
    public SchemaQuery freigabestatus(int code) {
        return filter("freigabe_status", Integer.toString(code));
    }

    /** Those in {@code 2.0} or {@code 3.0.0} of XDatenfelder. */
    public SchemaQuery xdfVersion(String version) {
        return filter("xdf_version", version);
    }

    /** Only the latest version of each schema. */
    public SchemaQuery latestOnly() {
        return filter("is_latest", "true");
    }

    /** Those that changed in the portal since then, to keep a copy up to date. */
    public SchemaQuery updatedSince(Instant time) {
        return filter("updated_since", time.toString());
    }

    /** Any other filter of the API. */
    public SchemaQuery filter(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(filters);
        more.put(name, value);
        return new SchemaQuery(more, pageSize);
    }

    /** How many come with one call; 200 if not given. */
    public SchemaQuery pageSize(int size) {
        return new SchemaQuery(filters, size);
    }
}
