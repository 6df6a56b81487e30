// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode;

import java.util.Optional;

/**
 * Where code lists come from: a folder, a cache of XRepository, or none. Thread-safe if the form is built by many threads.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface CodeLists {

    /**
     * The code list with this URN, in this version if one is asked for.
     *
     * @param canonicalUri the URN without a version
     * @param version the version, or empty for the current one
     */
    Optional<CodeList> find(String canonicalUri, Optional<String> version);

    /** No code list at all. */
    static CodeLists none() {
        return (uri, version) -> Optional.empty();
    }
}
