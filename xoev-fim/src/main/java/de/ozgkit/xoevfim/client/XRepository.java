// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.OzgException;
import de.ozgkit.core.PeerException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.TransportException;
import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.genericode.CodeList;
import de.ozgkit.xoevfim.genericode.CodeLists;
import de.ozgkit.xoevfim.genericode.Genericode;
import de.ozgkit.xoevfim.internal.XmlInput;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The code lists and schemas of XRepository, kept on disk: one version of a list never changes and is fetched once; which version is the
 * valid one is asked once a day. If XRepository is out of reach, yesterday's answer is given and a warning says so. Thread-safe; several
 * processes may share a cache.
 *
 * <pre>{@code
 * XRepository lists = XRepository.at(XRepository.PRODUCTION).cache(Path.of("data/xrepository")).build();
 * FormModel form = FormModel.of(schema, lists);
 * }</pre>
 *
 * <p>Source: REST interface of www.xrepository.de; XÖV handbook for the form of the URNs.
 *
 * @since 0.1
 */
public final class XRepository implements CodeLists {

    /** The one that everybody uses. */
    public static final URI PRODUCTION = URI.create("https://www.xrepository.de");

    private static final Logger LOG = LoggerFactory.getLogger(XRepository.class);
    private static final String CODE = "xrepository";
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Pattern URN = Pattern.compile("urn:[\\p{L}\\p{M}\\p{N}:._-]{1,250}");

    private final Peer peer;
    private final Map<Resource, String> paths;
    private final FileCache cache;
    private final Clock clock;
    private final Consumer<Finding> findings;
    private volatile Instant quietUntil = Instant.MIN;

    private XRepository(Builder options) {
        this.peer = new Peer("XRepository", CODE, options.base, options.gateway());
        this.paths = new EnumMap<>(options.paths);
        this.cache = new FileCache(options.folder, CODE);
        this.clock = options.clock;
        this.findings = options.findings;
    }

    /** What is asked for, and where: {@code {urn}} and {@code {version}} are filled in, {@code {urn_version}} is both. */
    public enum Resource {
        /** Which version of a code list is valid today. */
        CURRENT_VERSION("/api/codeliste/{urn}/gueltigeVersion"),
        /** A code list in genericode. */
        CODE_LIST("/api/version_codeliste/{urn}_{version}/genericode"),
        /** The XML schemas of a standard, as ZIP. */
        SCHEMAS("/api/xrepository/{urn_version}:xmlschema");

        private final String path;

        Resource(String path) {
            this.path = path;
        }
    }

    /** Begins to describe where XRepository is; for all but tests {@link #PRODUCTION}. */
    public static Builder at(URI base) {
        return new Builder(base);
    }

    /**
     * The valid version of a code list; empty if XRepository does not know the list. At most a day old, unless a warning says otherwise.
     *
     * @param urn of the list, without a version
     * @throws RejectedException {@code xrepository.id} if it is no URN
     * @throws OzgException as the package says, if there is no older answer either
     */
    public Optional<String> currentVersion(String urn) {
        String id = urn(urn);
        String key = "version:" + id;
        Optional<CurrentVersion> known = cache.kept(key, ".version", CurrentVersion::read);
        Instant now = clock.instant();
        if (known.filter(answer -> answer.isFresh(now)).isPresent()) {
            return known.map(CurrentVersion::version);
        }
        if (known.isPresent() && now.isBefore(quietUntil)) {
            tellStale(id);
            return known.map(CurrentVersion::version);
        }
        try {
            Optional<String> version = askVersion(id);
            version.ifPresent(v -> cache.put(key, ".version", new CurrentVersion(now, v).write()));
            return version;
        } catch (TransportException | PeerException e) {
            if (known.isEmpty()) {
                throw e;
            }
            quietUntil = now.plus(PAUSE);
            LOG.warn("XRepository does not answer ({}): versions that are more than a day old are used", e.code());
            tellStale(id);
            return known.map(CurrentVersion::version);
        }
    }

    private void tellStale(String urn) {
        findings.accept(
                Finding.warning(
                        "xrepository.stale",
                        urn,
                        "XRepository antwortet nicht. Es gilt die zuletzt bekannte Version der Codeliste, die älter als einen Tag ist.",
                        "XRepository does not answer. The last known version of the code list is used, which is more than a day old."));
    }

    private Optional<String> askVersion(String urn) {
        URI uri = peer.uri(paths.getOrDefault(Resource.CURRENT_VERSION, ""), Map.of("urn", urn), Map.of());
        // Without the header it is XML.
        return peer.get(uri, "application/json, application/xml;q=0.5")
                .map(answer -> peer.reading(() -> CurrentVersion.of(urn, answer)));
    }

    /** The valid version of a code list; as {@link #currentVersion} and {@link #codeList(String, String)}. */
    public Optional<CodeList> codeList(String urn) {
        return currentVersion(urn).flatMap(version -> codeList(urn, version));
    }

    /**
     * One version of a code list; empty if XRepository does not have it.
     *
     * @param urn of the list, without the version
     * @throws RejectedException {@code xrepository.id} if URN or version have not their form
     * @throws OzgException as the package says, if it is not in the cache
     */
    public Optional<CodeList> codeList(String urn, String version) {
        String id = urn(urn);
        if (!CurrentVersion.FORM.matcher(version).matches()) {
            throw noId();
        }
        String exact = Normalizer.normalize(version, Normalizer.Form.NFC);
        String both = id + "_" + exact;
        return cache.get(
                both,
                ".xml",
                () -> fetch(Resource.CODE_LIST, Map.of("urn", id, "version", exact, "urn_version", both)),
                content -> peer.reading(() -> read(both, content)));
    }

    private Optional<byte[]> fetch(Resource resource, Map<String, String> places) {
        URI uri = peer.uri(paths.getOrDefault(resource, ""), places, Map.of());
        return peer.get(uri, resource == Resource.SCHEMAS ? Peer.ANY : Peer.XML).map(HttpAnswer::body);
    }

    private static CodeList read(String both, byte[] content) {
        CodeList list = Genericode.read(new ByteArrayInputStream(content));
        String own = Normalizer.normalize(list.canonicalVersionUri(), Normalizer.Form.NFC);
        String made = Normalizer.normalize(list.canonicalUri() + "_" + list.version(), Normalizer.Form.NFC);
        if (!both.equals(own) && !both.equals(made)) {
            // Kept for ever under this name, it would spoil every form.
            throw new RejectedException("genericode.other", "another code list came than was asked for");
        }
        return list;
    }

    /**
     * Finds a list for a form. What is no URN of a code list, as in schemas with lists of their editor, is not looked for.
     *
     * @throws OzgException as the package says: a form must not silently lose its choices because the network is down
     */
    @Override
    public Optional<CodeList> find(String canonicalUri, Optional<String> version) {
        if (!URN.matcher(canonicalUri).matches()
                || version.filter(v -> !CurrentVersion.FORM.matcher(v).matches())
                        .isPresent()) {
            return Optional.empty();
        }
        return version.isPresent() ? codeList(canonicalUri, version.get()) : codeList(canonicalUri);
    }

    /**
     * The official XML schemas of a standard, for {@code Validation.withSchemas}: a ZIP in the cache, which needs {@link Builder#cache};
     * empty if XRepository does not have them.
     *
     * @param urnAndVersion such as {@code urn:xoev-de:fim:standard:xzufi_2.2.0}
     * @throws RejectedException {@code xrepository.id} if it is no URN
     * @throws ConfigurationException {@code xrepository.cache} if there is no cache or the file cannot be kept in it
     */
    public Optional<Path> schemas(String urnAndVersion) {
        String id = urn(urnAndVersion);
        if (!cache.keepsFiles()) {
            throw new ConfigurationException(
                    "xrepository.cache", "schemas are kept as files: name a folder by cache(..)");
        }
        String key = id + ":xmlschema";
        Path file = cache.file(key, ".zip");
        boolean found = cache.get(
                        key,
                        ".zip",
                        () -> fetch(Resource.SCHEMAS, Map.of("urn_version", id)),
                        content -> peer.reading(() -> ZipFiles.check(content)))
                .isPresent();
        if (found && !Files.isRegularFile(file)) {
            throw new ConfigurationException(
                    "xrepository.cache", "the ZIP could not be kept; is the cache full or read-only?");
        }
        return found ? Optional.of(file) : Optional.empty();
    }

    private static String urn(String text) {
        String urn = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        if (!URN.matcher(urn).matches()) {
            throw noId();
        }
        return urn;
    }

    private static RejectedException noId() {
        return new RejectedException("xrepository.id", "a URN such as urn:de:... and a version are expected");
    }

    @Override
    public String toString() {
        return peer.toString();
    }

    /**
     * Sets up {@link XRepository}.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final URI base;
        private final Map<Resource, String> paths = new EnumMap<>(Resource.class);
        private @Nullable Path folder;
        private Clock clock = Clock.systemUTC();
        private Consumer<Finding> findings = finding -> {};
        private @Nullable HttpGateway http;

        private Builder(URI base) {
            this.base = Peer.base(CODE, base);
            for (Resource resource : Resource.values()) {
                paths.put(resource, resource.path);
            }
        }

        /** Keeps everything in this folder. Without one, every call asks XRepository. */
        public Builder cache(Path folder) {
            this.folder = folder;
            return this;
        }

        /**
         * Another path than today's.
         *
         * @throws ConfigurationException {@code xrepository.config} if it has other places in braces than today's
         */
        public Builder path(Resource resource, String path) {
            paths.put(resource, Peer.template(CODE, resource.path, path));
            return this;
        }

        /** Another clock than the system's. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Who is told when an answer is old because XRepository is out of reach; may be called by many threads. */
        public Builder findings(Consumer<Finding> findings) {
            this.findings = findings;
            return this;
        }

        /** Another gateway than the usual one (20 s, 64 MiB), for a proxy or own trust anchors. */
        public Builder http(HttpGateway gateway) {
            this.http = gateway;
            return this;
        }

        /** @throws ConfigurationException {@code xrepository.cache} if the folder cannot be created */
        public XRepository build() {
            return new XRepository(this);
        }

        private HttpGateway gateway() {
            return http != null
                    ? http
                    : HttpGateway.to("XRepository")
                            .maxBytes(XmlInput.DOCUMENT_BYTES)
                            .clock(clock)
                            .build();
        }
    }
}
