// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.ozgkit.core.OzgException;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.testkit.Fault;
import java.time.Duration;
import java.util.Collections;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Gateways that give up early, and what comes of it. */
final class Gateways {

    static final int MOST_BYTES = 200_000;

    private static final HttpGateway ONCE =
            HttpGateway.to("peer").retries(0).maxBytes(MOST_BYTES).build();

    private Gateways() {}

    /** Asks once. */
    static HttpGateway gateway() {
        return ONCE;
    }

    /** Asks once and waits for half a second. */
    static HttpGateway impatient() {
        return HttpGateway.to("peer").retries(0).timeout(Duration.ofMillis(500)).build();
    }

    /** Often enough to outlast the JDK, which repeats a GET by itself when a connection breaks. */
    static Fault[] allTheTime(Fault fault) {
        return Collections.nCopies(20, fault).toArray(Fault[]::new);
    }

    /** The failure, which has this code and is worth another try or not, and says nothing of what the peer said. */
    static OzgException failure(String code, boolean retryable, ThrowingCallable call) {
        OzgException failure = catchThrowableOfType(OzgException.class, call);
        assertThat(failure).as("a failure %s", code).isNotNull();
        assertThat(failure.code()).as(failure.getMessage()).isEqualTo(code);
        assertThat(failure.retryable()).isEqualTo(retryable);
        assertThat(failure.getMessage()).doesNotContain("geheim");
        return failure;
    }
}
