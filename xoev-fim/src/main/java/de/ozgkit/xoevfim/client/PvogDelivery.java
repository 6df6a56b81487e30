// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import de.ozgkit.xoevfim.xzufi.Transfer;
import de.ozgkit.xoevfim.xzufi.XZuFi;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * One part of what the Bereitstelldienst of the PVOG delivers. Whoever has worked it off stores {@link #nextIndex()} and goes on there after a
 * restart.
 *
 * @param index where this part begins
 * @param nextIndex where the next begins
 * @param last whether nothing comes after it today
 * @param xzufi a transfer message of XZuFi; empty if there was nothing
 * @since 0.1
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, and compared by content
public record PvogDelivery(long index, long nextIndex, boolean last, byte[] xzufi) {

    public PvogDelivery {
        xzufi = xzufi.clone();
    }

    @Override
    public byte[] xzufi() {
        return xzufi.clone();
    }

    /** The message, to be read once. */
    public InputStream open() {
        return new ByteArrayInputStream(xzufi);
    }

    /** The changes in their order; none if the part is empty. */
    public Stream<Transfer> changes() {
        return xzufi.length == 0 ? Stream.empty() : XZuFi.stream(open());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PvogDelivery that
                && index == that.index
                && nextIndex == that.nextIndex
                && last == that.last
                && Arrays.equals(xzufi, that.xzufi);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(index) * 31 + Arrays.hashCode(xzufi);
    }

    @Override
    public String toString() {
        return "PvogDelivery[" + index + " to " + nextIndex + (last ? ", last, " : ", ") + xzufi.length + " bytes]";
    }
}
