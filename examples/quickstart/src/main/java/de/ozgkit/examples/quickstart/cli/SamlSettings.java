// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The configuration of a registration, as properties. Paths begin at the folder of the file. The passwords stay out of all texts. */
record SamlSettings(Properties all, Path folder) {

    static final String PROFILE = "profile";
    static final String ENTITY_ID = "entityId";
    static final String REGISTERED_ENTITY_ID = "registeredEntityId";
    static final String ACS = "acs";
    static final String METADATA = "metadata";
    static final String METADATA_URL = "metadataUrl";
    static final String METADATA_PINS = "metadataFingerprints";
    static final String KEYS = "keys";
    static final String CERTIFICATE = "certificate";
    static final String PRIVATE_KEY = "privateKey";
    static final String PASSWORD = "keysPassword";
    static final String NEXT_KEYS = "nextKeys";
    static final String NEXT_PASSWORD = "nextKeysPassword";
    static final String SERVICE_ID = "serviceId";
    static final String DISPLAY_NAME = "displayName";

    private static final Set<String> KNOWN = Set.copyOf(List.of(
            PROFILE,
            ENTITY_ID,
            REGISTERED_ENTITY_ID,
            ACS,
            METADATA,
            METADATA_URL,
            METADATA_PINS,
            KEYS,
            CERTIFICATE,
            PRIVATE_KEY,
            PASSWORD,
            NEXT_KEYS,
            NEXT_PASSWORD,
            SERVICE_ID,
            DISPLAY_NAME));

    Optional<String> text(String name) {
        return Optional.ofNullable(all.getProperty(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    Optional<Path> path(String name) {
        return text(name).map(folder::resolve);
    }

    char[] password(String name) {
        return all.getProperty(name, "").toCharArray();
    }

    Set<String> unknown() {
        Set<String> unknown = new TreeSet<>(all.stringPropertyNames());
        unknown.removeAll(KNOWN);
        return unknown;
    }

    @Override
    public String toString() {
        return "SamlSettings[" + all.stringPropertyNames() + "]";
    }
}
