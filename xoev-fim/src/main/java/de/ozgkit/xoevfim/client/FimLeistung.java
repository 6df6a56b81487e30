// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.xzufi.Leistung;
import de.ozgkit.xoevfim.xzufi.Transfer;
import de.ozgkit.xoevfim.xzufi.XZuFi;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the FIM portal says about a Leistung, read and as the file that it sent. Immutable; the objects that it gives are made anew each time.
 *
 * @param xzufi a bare object or a message of XZuFi, in whatever version
 * @since 0.1
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, and compared by content
public record FimLeistung(byte[] xzufi) {

    public FimLeistung {
        xzufi = xzufi.clone();
    }

    @Override
    public byte[] xzufi() {
        return xzufi.clone();
    }

    /** The file, to be read once, for instance by {@link XZuFi#reader()}. */
    public InputStream open() {
        return new ByteArrayInputStream(xzufi);
    }

    /**
     * The Leistung, the first one if there are several; empty if the file has other objects only. What does not keep to the standard is
     * left out; {@code XZuFi.reader().findings(..).stream(open())} tells what.
     *
     * @throws RejectedException {@code xzufi.version} if the file is of a version that is not known here, {@code xml.too_large} if one
     *     object has more than 16 MiB
     */
    public Optional<Leistung> leistung() {
        try (Stream<Transfer> changes = XZuFi.stream(open())) {
            return changes.map(change -> change.<Object>fold(Transfer.Schreibe::objekt, delete -> delete))
                    .filter(Leistung.class::isInstance)
                    .map(Leistung.class::cast)
                    .findFirst();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FimLeistung that && Arrays.equals(xzufi, that.xzufi);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(xzufi);
    }

    @Override
    public String toString() {
        return "FimLeistung[" + xzufi.length + " bytes]";
    }
}
