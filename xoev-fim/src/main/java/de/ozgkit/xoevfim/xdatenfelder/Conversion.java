// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage.Version2;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage.Version3;

/**
 * Turns XDatenfelder 2.0 into 3.0.0 and back. Whatever the other version cannot carry is told, nothing is dropped in silence; white space
 * around and inside of legal bases ({@code bezug}) and texts of nothing but white space do not count. The source is not changed. Thread-safe.
 *
 * <p>Source: rules of the FIM data field team for the conversion of XDatenfelder 2 into 3.
 *
 * @since 0.1
 */
public final class Conversion {

    private Conversion() {}

    /** {@link #toVersion3(Version2, ConversionOptions)} with {@link ConversionOptions#standard()}. */
    public static Converted<Version3> toVersion3(Version2 source) {
        return toVersion3(source, ConversionOptions.standard());
    }

    /**
     * The message in version 3. Code lists of FIM that were read with the source become choices inside of the fields, others stay
     * references.
     *
     * @throws de.ozgkit.core.RejectedException {@code xdatenfelder.no_counterpart} for a code list message, which version 3 does not have;
     *     {@code xdatenfelder.too_deep} or {@code xdatenfelder.too_large} for groups inside of themselves or millions of elements
     */
    public static Converted<Version3> toVersion3(Version2 source, ConversionOptions options) {
        return new ToVersion3(source, options).convert();
    }

    /** {@link #toVersion2(Version3, ConversionOptions)} with {@link ConversionOptions#standard()}. */
    public static Converted<Version2> toVersion2(Version3 source) {
        return toVersion2(source, ConversionOptions.standard());
    }

    /**
     * The message in version 2. Choices inside of fields become code lists beside it, named after the first field that has them:
     * {@code C60000319} with the URN {@code urn:de:fim:codeliste:c60000319} for {@code F60000000319}.
     *
     * @throws de.ozgkit.core.RejectedException {@code xdatenfelder.too_deep} or {@code xdatenfelder.too_large} for groups inside of
     *     themselves or millions of elements
     */
    public static Converted<Version2> toVersion2(Version3 source, ConversionOptions options) {
        return new ToVersion2(source, options).convert();
    }
}
