// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.fimportal;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.client.FimFile;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** One version of a schema in the mock. */
public final class PublishedSchema {

    final String id;
    final String version;
    final String name;
    final @Nullable String title;
    final String xdfVersion;
    final int status;
    final byte[] xdf;
    final Map<String, FimFile.Kind> files = new ConcurrentHashMap<>();
    final List<Finding> findings = new CopyOnWriteArrayList<>();

    private PublishedSchema(
            String id, String version, String name, @Nullable String title, String xdfVersion, int status, byte[] xdf) {
        this.id = id;
        this.version = version;
        this.name = name;
        this.title = title;
        this.xdfVersion = xdfVersion;
        this.status = status;
        this.xdf = xdf;
    }

    /** A schema as it is in XDatenfelder. */
    public static PublishedSchema of(XDatenfelderMessage message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XDatenfelder.write(message, out);
        return message.fold(
                v2 -> {
                    var schema =
                            v2.message() instanceof de.ozgkit.xoevfim.xdatenfelder.v2.StammdatenschemaNachricht whole
                                    ? whole.stammdatenschema
                                    : null;
                    if (schema == null || schema.identifikation == null) {
                        throw noSchema();
                    }
                    return new PublishedSchema(
                            given(schema.identifikation.id),
                            given(schema.identifikation.version),
                            schema.name,
                            schema.bezeichnungEingabe,
                            "2.0",
                            2,
                            out.toByteArray());
                },
                v3 -> {
                    var schema =
                            v3.message() instanceof de.ozgkit.xoevfim.xdatenfelder.v3.StammdatenschemaNachricht whole
                                    ? whole.stammdatenschema
                                    : null;
                    if (schema == null || schema.identifikation == null) {
                        throw noSchema();
                    }
                    int status = schema.freigabestatus == null ? 2 : Integer.parseInt(schema.freigabestatus.value());
                    return new PublishedSchema(
                            given(schema.identifikation.id),
                            given(schema.identifikation.version),
                            given(schema.name),
                            schema.bezeichnung,
                            "3.0.0",
                            status,
                            out.toByteArray());
                });
    }

    private static String given(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            throw noSchema();
        }
        return text;
    }

    private static IllegalArgumentException noSchema() {
        return new IllegalArgumentException("a Stammdatenschema with id, version and name is expected");
    }

    /** Id and version. */
    public String key() {
        return id + "/" + version;
    }

    public void addFile(String name, FimFile.Kind kind) {
        files.put(name, kind);
    }

    public void report(List<Finding> more) {
        findings.addAll(more);
    }

    public byte[] xdf() {
        return xdf.clone();
    }

    /** Whether a filter of the API lets it through. */
    boolean fits(String filter, String value, boolean latest) {
        String wanted = value.toLowerCase(Locale.ROOT);
        return switch (filter) {
            case "name" -> name.toLowerCase(Locale.ROOT).contains(wanted);
            case "bezeichnung" -> title != null
                    && title.toLowerCase(Locale.ROOT).contains(wanted);
            case "fts_query" -> (name + " " + title).toLowerCase(Locale.ROOT).contains(wanted);
            case "nummernkreis" -> id.substring(1).startsWith(value);
            case "freigabe_status" -> Integer.toString(status).equals(value);
            case "xdf_version" -> xdfVersion.equals(value);
            case "is_latest" -> latest == Boolean.parseBoolean(value);
            default -> false;
        };
    }

    Map<String, FimFile.Kind> sortedFiles() {
        return new TreeMap<>(files);
    }
}
