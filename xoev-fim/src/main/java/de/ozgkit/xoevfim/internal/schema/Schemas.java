// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.schema;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.xml.SafeXml;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** Compiled schemas by namespace: the user's, and ours where the user brought none. Thread-safe. */
public final class Schemas {

    static final SchemaFiles OWN_FILES = SchemaFiles.own();

    private static final Map<String, Schema> OWN = new ConcurrentHashMap<>();
    private static final Set<String> OWN_NAMES = names(OWN_FILES);

    private final Map<String, Schema> users;

    private Schemas(Map<String, Schema> users) {
        this.users = Map.copyOf(users);
    }

    public static Schemas standard() {
        return new Schemas(Map.of());
    }

    /** The same with those of a ZIP or folder, compiled at once so that a fault in them shows early. */
    public Schemas with(Path zipOrFolder) {
        SchemaFiles files = SchemaFiles.of(zipOrFolder);
        Map<String, Schema> all = new ConcurrentHashMap<>(users);
        files.namespaces()
                .filter(namespace -> !namespace.equals(XMLConstants.XML_NS_URI))
                .forEach(namespace -> all.put(namespace, compile(files, namespace)));
        return new Schemas(all);
    }

    public boolean isUsers(String namespace) {
        return users.containsKey(namespace);
    }

    public Optional<Schema> find(String namespace) {
        if (users.containsKey(namespace)) {
            return Optional.ofNullable(users.get(namespace));
        }
        if (Standard.of(namespace).isEmpty()
                || OWN_FILES.of(namespace).findAny().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(OWN.computeIfAbsent(namespace, n -> compile(OWN_FILES, n)));
    }

    /** Whether one of our own schemas has an element of this name. */
    public static boolean isKnown(String element) {
        return OWN_NAMES.contains(element);
    }

    /** All files of the namespace as one schema: several of them may declare roots. */
    private static Schema compile(SchemaFiles files, String namespace) {
        String driver = files.of(namespace)
                .map(path -> "<xs:include schemaLocation=\"" + escaped(path) + "\"/>")
                .collect(Collectors.joining(
                        "",
                        "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\""
                                + escaped(namespace) + "\">",
                        "</xs:schema>"));
        try {
            SchemaFactory factory = SafeXml.schemaFactory();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, SchemaFiles.SCHEME);
            factory.setResourceResolver(files);
            return factory.newSchema(new StreamSource(new StringReader(driver), SchemaFiles.SCHEME + ":/"));
        } catch (SAXException e) {
            throw new ConfigurationException(
                    "validation.schemas",
                    "the schemas of the namespace " + namespace
                            + " do not fit together; bring all files that they include",
                    e);
        }
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(" ", "%20");
    }

    private static Set<String> names(SchemaFiles files) {
        Pattern declaration = Pattern.compile("<xs:element name=\"([^\"]+)\"");
        Set<String> names = new HashSet<>();
        files.contents().forEach(file -> {
            Matcher matcher = declaration.matcher(new String(file, StandardCharsets.UTF_8));
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        });
        return names;
    }
}
