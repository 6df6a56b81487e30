// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/** A job is its name and its id. No data beside it is written or, much worse, deserialized. */
final class NoData implements Serializer {

    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        return null;
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] bytes) {
        return null;
    }
}
