// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import java.time.Duration;

/**
 * What goes wrong with one call at a mock, as it does with real peers and real networks.
 *
 * <pre>{@code
 * pay.next(Fault.lostAnswer());          // the next call is handled, but its answer never arrives
 * pay.next(Fault.unavailable(Duration.ofSeconds(1)), Fault.unavailable(Duration.ofSeconds(1)));   // the next two
 * }</pre>
 *
 * @since 0.1
 */
public sealed interface Fault {

    /** See {@link Fault#lostAnswer()}. */
    record LostAnswer() implements Fault {}

    /** See {@link Fault#unavailable}. */
    record Unavailable(Duration retryAfter) implements Fault {}

    /** See {@link Fault#delay}. */
    record Delay(Duration time) implements Fault {}

    /** See {@link Fault#reset()}. */
    record Reset() implements Fault {}

    /** See {@link Fault#garbage()}. */
    record Garbage() implements Fault {}

    /** See {@link Fault#tooManyRequests}. */
    record TooManyRequests(Duration retryAfter) implements Fault {}

    /** See {@link Fault#answer}. */
    record Answer(PeerResponse response) implements Fault {}

    /** The peer does what it was asked, but the connection breaks before the answer: the caller cannot know. */
    static Fault lostAnswer() {
        return new LostAnswer();
    }

    /** The peer does nothing and answers 503 with {@code Retry-After} in whole seconds. */
    static Fault unavailable(Duration retryAfter) {
        return new Unavailable(retryAfter);
    }

    /** The peer does what it was asked and answers only after that time. */
    static Fault delay(Duration time) {
        return new Delay(time);
    }

    /** The peer does nothing and the connection breaks. */
    static Fault reset() {
        return new Reset();
    }

    /** The peer does what it was asked, but answers with bytes that make no sense, with status and headers as usual. */
    static Fault garbage() {
        return new Garbage();
    }

    /** The peer does nothing and answers 429 with {@code Retry-After} in whole seconds. */
    static Fault tooManyRequests(Duration retryAfter) {
        return new TooManyRequests(retryAfter);
    }

    /** The peer does nothing and answers this: an error page, half a document, far too much of it. */
    static Fault answer(PeerResponse response) {
        return new Answer(response);
    }
}
