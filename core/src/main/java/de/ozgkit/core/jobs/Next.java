// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.jobs;

import java.time.Instant;

/**
 * What happens with a job after its handler has returned.
 *
 * @since 0.1
 */
public sealed interface Next {

    /** The job is finished and removed. */
    record Done() implements Next {}

    /** The job stays and is run again at that time; its count of failures begins anew. */
    record At(Instant time) implements Next {}

    /** The job is finished and removed. */
    static Next done() {
        return new Done();
    }

    /** The job is run again at that time, without counting as a failure. */
    static Next at(Instant time) {
        return new At(time);
    }
}
