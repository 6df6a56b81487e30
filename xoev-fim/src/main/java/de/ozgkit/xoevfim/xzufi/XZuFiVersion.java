// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The versions of XZuFi that are known here. All are read into the same message classes.
 *
 * <p>The namespaces of 2.3.0 and 2.3.1 follow the pattern of the others and are not confirmed; neither is the case of the names that only
 * 2.3.1 has. Choosing {@link #V2_3_1} for writing accepts that.
 *
 * @since 0.1
 */
public enum XZuFiVersion {
    /** Read only: reports, and exports of the LeiKa. */
    V2_1_0("2.1.0", false),
    V2_2_0("2.2.0", true),
    /** Read only. */
    V2_3_0("2.3.0", false),
    V2_3_1("2.3.1", true);

    private static final String ANY = "http://xoev.de/schemata/xzufi/";

    private final String number;
    private final boolean writable;
    private final String namespace;

    XZuFiVersion(String number, boolean writable) {
        this.number = number;
        this.writable = writable;
        this.namespace = ANY + number.replace('.', '_');
    }

    /** As people write it, such as {@code 2.2.0}. */
    public String number() {
        return number;
    }

    /** The namespace of its elements. */
    public String namespace() {
        return namespace;
    }

    /** Whether messages of this version can be written. */
    public boolean writable() {
        return writable;
    }

    /** The version with this namespace, if it is known here. */
    public static Optional<XZuFiVersion> ofNamespace(String namespace) {
        for (XZuFiVersion version : values()) {
            if (version.namespace.equals(namespace)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    static boolean isAny(String namespace) {
        return namespace.startsWith(ANY);
    }

    /** Shows a document of any version as one of 2.2.0, for which the classes are made, and remembers what it was. */
    static final class AsModel implements UnaryOperator<String> {

        private @Nullable XZuFiVersion version;

        @Override
        public String apply(String namespace) {
            if (namespace.equals(XZuFi.NAMESPACE)) {
                version = version == null ? V2_2_0 : version;
                return XZuFi.NAMESPACE;
            }
            if (!isAny(namespace)) {
                return namespace;
            }
            Optional<XZuFiVersion> found = ofNamespace(namespace);
            version = version == null ? found.orElse(null) : version;
            return found.isPresent() ? XZuFi.NAMESPACE : namespace;
        }

        /** The version of the first element that belongs to one. */
        Optional<XZuFiVersion> version() {
            return Optional.ofNullable(version);
        }
    }
}
