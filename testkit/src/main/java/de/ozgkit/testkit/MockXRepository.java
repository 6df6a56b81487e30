// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.xoevfim.genericode.CodeList;
import de.ozgkit.xoevfim.genericode.Genericode;
import de.ozgkit.xoevfim.genericode.XoevMetadata;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * XRepository on this machine: code lists and schemas that the test puts in, under the addresses of the real one. What it does not have is
 * 404 with a German {@code meldung}, as there.
 *
 * <pre>{@code
 * repository.holds(MockXRepository.list("urn:de:test:hunderasse", "2", "01", "Dackel", "02", "Pudel"));
 * XRepository lists = XRepository.at(repository.uri()).build();
 * }</pre>
 *
 * @since 0.1
 */
public final class MockXRepository extends MockPeer {

    /** The route that tells the valid version, for {@link #requests(String)} and {@link #next(String, Fault...)}. */
    public static final String CURRENT_VERSION = "/api/codeliste/{urn}/gueltigeVersion";

    /** The route of the lists in genericode. */
    public static final String CODE_LIST = "/api/version_codeliste/{urn_version}/genericode";

    /** The route of the schemas. */
    public static final String SCHEMAS = "/api/xrepository/{urn_version_xmlschema}";

    private static final String SUFFIX = ":xmlschema";
    private static final String XML_NAMESPACE = "http://www.xoev.de/de/xrepository/framework/1/datenbereitstellung";

    private final Map<String, String> current = new ConcurrentHashMap<>();
    private final Map<String, byte[]> lists = new ConcurrentHashMap<>();
    private final Map<String, byte[]> schemas = new ConcurrentHashMap<>();

    /** An empty one on a free port. */
    public MockXRepository() {
        this(0);
    }

    /** An empty one on the given port; 0 for a free one. */
    public MockXRepository(int port) {
        super(port);
        route("GET", CURRENT_VERSION, this::currentVersion);
        route("GET", CODE_LIST, request -> found(lists.get(request.variable("urn_version")), "application/xml"));
        route("GET", SCHEMAS, this::schemas);
    }

    /** A list of codes and names, to be put in by {@link #holds(CodeList)}. */
    public static CodeList list(String urn, String version, String... codesAndNames) {
        if (codesAndNames.length % 2 != 0) {
            throw new IllegalArgumentException("a name for each code is expected");
        }
        List<Map<String, String>> rows = Stream.iterate(0, i -> i < codesAndNames.length, i -> i + 2)
                .map(i -> Map.of("code", codesAndNames[i], "name", codesAndNames[i + 1]))
                .toList();
        return new CodeList(
                urn.substring(urn.lastIndexOf(':') + 1),
                "",
                version,
                urn,
                urn + "_" + version,
                List.of(new CodeList.Column("code", "code", true), new CodeList.Column("name", "name", false)),
                List.of(new CodeList.Key("codeKey", List.of("code"), true)),
                rows,
                XoevMetadata.none());
    }

    /** Publishes a version of a code list, which is the valid one from now on. */
    public MockXRepository holds(CodeList list) {
        ByteArrayOutputStream genericode = new ByteArrayOutputStream();
        Genericode.write(list, genericode);
        return holds(list.canonicalUri(), list.version(), genericode.toByteArray());
    }

    /** Publishes any bytes as a version of a code list, which is the valid one from now on. */
    public MockXRepository holds(String urn, String version, byte[] genericode) {
        lists.put(urn + "_" + version, genericode.clone());
        current.put(urn, version);
        return this;
    }

    /** Withdraws a code list: no version of it is valid any longer. Its versions stay. */
    public MockXRepository withdraws(String urn) {
        current.remove(urn);
        return this;
    }

    /**
     * Publishes schemas of a standard as ZIP.
     *
     * @param files content by name
     */
    public MockXRepository publishes(String urnAndVersion, Map<String, String> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        schemas.put(urnAndVersion, out.toByteArray());
        return this;
    }

    @Override
    protected void onReset() {
        current.clear();
        lists.clear();
        schemas.clear();
    }

    private PeerResponse currentVersion(PeerRequest request) {
        String urn = request.variable("urn");
        String version = current.get(urn);
        if (version == null) {
            return unknown();
        }
        if (request.header("Accept").orElse("").contains("json")) {
            return PeerResponse.json(
                    "{\"kennung\": \"" + urn + "_" + version + "\", \"version\": \"" + version + "\"}");
        }
        return PeerResponse.xml("<dat:VersionCodeliste xmlns:dat=\"" + XML_NAMESPACE + "\"><dat:kennung>" + urn + "_"
                + version + "</dat:kennung><dat:version>" + version + "</dat:version></dat:VersionCodeliste>");
    }

    private PeerResponse schemas(PeerRequest request) {
        String part = request.variable("urn_version_xmlschema");
        return part.endsWith(SUFFIX)
                ? found(schemas.get(part.substring(0, part.length() - SUFFIX.length())), "application/zip")
                : unknown();
    }

    private static PeerResponse found(byte @Nullable [] content, String type) {
        return content == null ? unknown() : PeerResponse.of(type, content);
    }

    private static PeerResponse unknown() {
        return PeerResponse.json("{\"meldung\": \"Es wurde kein Inhalt gefunden.\"}")
                .withStatus(404);
    }
}
