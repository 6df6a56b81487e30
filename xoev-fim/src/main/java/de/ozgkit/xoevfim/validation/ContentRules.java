// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

/** What a standard asks for beyond its schema, seen while the document passes by. */
interface ContentRules {

    /** At the start of an element. */
    default void start(Scan at) {}

    /** At the end of an element; the text is that since its last child. */
    default void end(Scan at, String text) {}

    /** At the end of the document. */
    default void finish(Scan at) {}

    /** The namespace under which the schema shall see the current element. */
    default String namespace(Scan at) {
        return at.namespace();
    }

    /** The local name under which the schema shall see the current element. */
    default String name(Scan at) {
        return at.name();
    }

    /** No rules. */
    static ContentRules none() {
        return new ContentRules() {};
    }
}
