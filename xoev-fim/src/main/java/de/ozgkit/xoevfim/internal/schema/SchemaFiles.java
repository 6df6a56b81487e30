// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.schema;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.xml.SafeXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;

/** Schema files that know each other by path, by name and by namespace, and know nothing outside. */
final class SchemaFiles implements LSResourceResolver {

    /** The only place that a schema may refer to: this set. */
    static final String SCHEME = "ozgkit";

    private static final int MAX_FILES = 2_000;
    private static final long MAX_BYTES = 64L << 20;
    private static final String[] OWN = {
        "xoev-code.xsd",
        "xml.xsd",
        "xzufi-basis.xsd",
        "xzufi-2.1.0.xsd",
        "xzufi-2.2.0.xsd",
        "xzufi-2.3.1.xsd",
        "xdatenfelder-2.xsd",
        "xdatenfelder-3.xsd",
        "xprozess-2.xsd",
        "genericode-1.xsd"
    };

    /** By path, which begins with a slash. */
    private final Map<String, byte[]> content = new TreeMap<>();

    private final Map<String, String> namespaces = new TreeMap<>();
    private long bytes;

    private SchemaFiles() {}

    /** Those in our own jar. */
    static SchemaFiles own() {
        SchemaFiles files = new SchemaFiles();
        for (String name : OWN) {
            try (InputStream in = Objects.requireNonNull(SchemaFiles.class.getResourceAsStream(name), name)) {
                files.add(name, in);
            } catch (IOException e) {
                throw new ConfigurationException("validation.schemas", "our own schemas cannot be read", e);
            }
        }
        return files;
    }

    /** Those of a ZIP, as XRepository hands it out, or of a folder. */
    static SchemaFiles of(Path zipOrFolder) {
        SchemaFiles files = new SchemaFiles();
        try {
            if (Files.isDirectory(zipOrFolder)) {
                files.addFolder(zipOrFolder);
            } else {
                files.addZip(zipOrFolder);
            }
        } catch (IOException | RejectedException | IllegalArgumentException e) {
            throw new ConfigurationException(
                    "validation.schemas",
                    "the schemas in " + zipOrFolder.getFileName()
                            + " cannot be read; a ZIP or folder of well-formed .xsd files is expected",
                    e);
        }
        if (files.content.isEmpty()) {
            throw new ConfigurationException(
                    "validation.schemas", "there is no .xsd file in " + zipOrFolder.getFileName());
        }
        return files;
    }

    private void addFolder(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder, 10)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                try (InputStream in = Files.newInputStream(file)) {
                    add(folder.relativize(file).toString().replace('\\', '/'), in);
                }
            }
        }
    }

    private void addZip(Path zip) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            int entries = 0;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (++entries > MAX_FILES) {
                    throw new IOException("more than " + MAX_FILES + " entries");
                }
                if (!entry.isDirectory()) {
                    add(entry.getName().replace('\\', '/'), in);
                }
            }
        }
    }

    private void add(String name, InputStream in) throws IOException {
        if (!name.endsWith(".xsd")) {
            return;
        }
        byte[] file = in.readNBytes((int) (MAX_BYTES - bytes + 1));
        bytes += file.length;
        if (bytes > MAX_BYTES || content.size() >= MAX_FILES) {
            throw new IOException("more than " + MAX_BYTES + " bytes or " + MAX_FILES + " files");
        }
        String path = URI.create("/" + name.replace(" ", "%20")).normalize().getPath();
        content.put(path, file);
        namespaces.put(path, SafeXml.parse(file).getDocumentElement().getAttribute("targetNamespace"));
    }

    /** The paths of all files of a namespace. */
    Stream<String> of(String namespace) {
        return content.keySet().stream().filter(path -> namespace.equals(namespaces.get(path)));
    }

    /** Every namespace for which there is a file. */
    Stream<String> namespaces() {
        return namespaces.values().stream().filter(n -> !n.isEmpty()).distinct();
    }

    Stream<byte[]> contents() {
        return content.values().stream();
    }

    /**
     * What a schema includes or imports: by its path, else by its file name, else by its namespace, else from our own set. If it is
     * nowhere, an empty schema; a component that is then missing is the schema's fault, and nothing is fetched.
     */
    @Override
    public LSInput resolveResource(
            String type,
            @Nullable String namespace,
            @Nullable String publicId,
            @Nullable String location,
            @Nullable String base) {
        Optional<String> path = find(namespace, location, base);
        if (path.isPresent()) {
            return input(path.get(), content.get(path.get()));
        }
        SchemaFiles own = Schemas.OWN_FILES;
        return own.of(namespace == null ? "" : namespace)
                .filter(p -> p.equals("/xml.xsd") || p.equals("/xoev-code.xsd"))
                .findFirst()
                .map(p -> input("/own" + p, own.content.get(p)))
                .orElseGet(() ->
                        input("/missing/" + Integer.toHexString(Objects.hash(namespace, location)), empty(namespace)));
    }

    private Optional<String> find(@Nullable String namespace, @Nullable String location, @Nullable String base) {
        if (location != null) {
            String path = resolve(location, base);
            String name = path.substring(path.lastIndexOf('/'));
            Optional<String> found = content.containsKey(path)
                    ? Optional.of(path)
                    : content.keySet().stream()
                            .filter(p -> p.endsWith(name))
                            .filter(p -> namespace == null || namespace.equals(namespaces.get(p)))
                            .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return namespace == null ? Optional.empty() : of(namespace).findFirst();
    }

    private static String resolve(String location, @Nullable String base) {
        try {
            URI from = URI.create(base == null || !base.startsWith(SCHEME + ":") ? SCHEME + ":/" : base);
            String path = from.resolve(location.replace(" ", "%20")).normalize().getPath();
            return path == null || path.isEmpty() ? "/" : path;
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }

    private static byte[] empty(@Nullable String namespace) {
        String target = namespace == null ? "" : " targetNamespace=\"" + Schemas.escaped(namespace) + "\"";
        return ("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"" + target + "/>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static LSInput input(String path, byte @Nullable [] content) {
        DOMImplementationLS ls =
                (DOMImplementationLS) SafeXml.newDocument().getImplementation().getFeature("LS", "3.0");
        LSInput input = ls.createLSInput();
        input.setSystemId(SCHEME + ":" + path.replace(" ", "%20"));
        input.setByteStream(new ByteArrayInputStream(Objects.requireNonNull(content)));
        return input;
    }
}
