// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import de.ozgkit.core.ConfigurationException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads single variables and complains about them by name. */
record Variables(Map<String, String> all) {

    Optional<String> text(String name) {
        return Optional.ofNullable(all.get(name)).map(String::trim).filter(value -> !value.isEmpty());
    }

    Optional<Path> path(String name) {
        return text(name).map(Path::of);
    }

    int number(String name, int otherwise, int least, int most) {
        String expected = "a whole number from " + least + " to " + most;
        try {
            int value = text(name).map(Integer::valueOf).orElse(otherwise);
            if (value < least || value > most) {
                throw wrong(name, expected);
            }
            return value;
        } catch (NumberFormatException e) {
            throw wrong(name, expected);
        }
    }

    boolean flag(String name, boolean otherwise) {
        return switch (text(name).orElse(Boolean.toString(otherwise)).toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name, "true or false");
        };
    }

    /** A value that must be there. */
    String required(String name, String expected) {
        return text(name).orElseThrow(() -> wrong(name, expected));
    }

    static URI origin(String name, String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // falls through to the one message below
        }
        throw wrong(name, "an address such as https://portal.example.de");
    }

    static ConfigurationException wrong(String name, String expected) {
        return new ConfigurationException(
                "portal.config", "The environment variable " + name + " is set wrongly; it expects " + expected);
    }
}
