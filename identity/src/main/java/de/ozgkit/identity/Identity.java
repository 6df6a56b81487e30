// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who has logged in: a citizen or an organisation. Anything may be missing. Immutable; {@code toString()} shows no data.
 *
 * @since 0.1
 */
public sealed interface Identity permits Person, Organisation {

    /** The stable pseudonym at this service provider: the only thing to recognise somebody by. A guest has none. */
    Optional<String> key();

    /** What a page may greet with; empty text if nothing is known. */
    String displayName();

    /**
     * Everything that the account stated, by the name on the wire, also what nobody here reads. The parts of a structured value stand under
     * the name of the attribute, a slash and the name of the part. Not for logs.
     */
    Map<String, List<String>> raw();

    /** One of two answers, by who it is. */
    <T> T fold(Function<? super Person, ? extends T> person, Function<? super Organisation, ? extends T> organisation);
}
