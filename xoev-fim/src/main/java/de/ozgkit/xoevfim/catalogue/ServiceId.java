// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import de.ozgkit.xoevfim.xzufi.Identifikator;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The id of an object of the catalogue. The value alone is not unique: two editorial systems may give the same.
 *
 * @param agency who gave the id (schemeAgencyID), may be empty
 * @param scheme which kind of id (schemeID), may be empty
 * @param value the id itself
 * @since 0.1
 */
public record ServiceId(String agency, String scheme, String value) implements Comparable<ServiceId> {

    private static final int PARTS = 3;
    private static final Comparator<ServiceId> ORDER = Comparator.comparing(ServiceId::agency)
            .thenComparing(ServiceId::scheme)
            .thenComparing(ServiceId::value);

    /** Reads the flat form of the Portalverbund, agency, scheme and value joined by points, as {@link #toString} gives it. */
    public static ServiceId of(String flat) {
        String[] parts = flat.split("\\.", PARTS);
        return parts.length == PARTS ? new ServiceId(parts[0], parts[1], parts[2]) : new ServiceId("", "", flat);
    }

    /** The id of an object of XZuFi. */
    public static ServiceId of(Identifikator id) {
        return new ServiceId(text(id.schemeAgencyID), text(id.schemeID), text(id.value));
    }

    private static String text(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).orElse("");
    }

    @Override
    public int compareTo(ServiceId other) {
        return ORDER.compare(this, other);
    }

    /** For example {@code L100042.LB.101954}. */
    @Override
    public String toString() {
        return agency + "." + scheme + "." + value;
    }
}
