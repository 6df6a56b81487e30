// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.schema;

import de.ozgkit.xoevfim.genericode.Genericode;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import java.util.Arrays;
import java.util.Optional;

/** The standards that we know, told by the namespace of the root. */
public enum Standard {
    XZUFI_2_1_0("http://xoev.de/schemata/xzufi/2_1_0"),
    XZUFI_2_2_0("http://xoev.de/schemata/xzufi/2_2_0"),
    XZUFI_2_3_0("http://xoev.de/schemata/xzufi/2_3_0"),
    XZUFI_2_3_1("http://xoev.de/schemata/xzufi/2_3_1"),
    XDATENFELDER_2(XDatenfelder.NAMESPACE_2),
    XDATENFELDER_3(XDatenfelder.NAMESPACE_3),
    XPROZESS_2("http://www.regierung-mv.de/xprozess/2"),
    GENERICODE(Genericode.NAMESPACE),
    /** Whatever the user brought a schema for. */
    OTHER("");

    /** The name that stands for the root of an XZuFi message, whose real name is not confirmed. */
    public static final String XZUFI_ROOT = "nachricht";

    public final String namespace;

    Standard(String namespace) {
        this.namespace = namespace;
    }

    public static Optional<Standard> of(String namespace) {
        return Arrays.stream(values())
                .filter(s -> s != OTHER && s.namespace.equals(namespace))
                .findFirst();
    }

    public boolean isXZuFi() {
        return name().startsWith("XZUFI");
    }

    public boolean isXDatenfelder() {
        return this == XDATENFELDER_2 || this == XDATENFELDER_3;
    }

    /** Whether a file may have any size, because it is a long row of small things. */
    public boolean isStreamed() {
        return isXZuFi() || this == GENERICODE;
    }

    /** Whether our notes know all of its elements. */
    public boolean isFullyKnown() {
        return this == XDATENFELDER_2 || this == GENERICODE;
    }
}
