// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import org.jspecify.annotations.Nullable;

/** The script of a rule, which version 2 requires and editors leave empty. */
final class Scripts {

    /** The function without a statement that stands for no script. */
    static final String EMPTY = "function script() {\n\n}";

    private Scripts() {}

    static boolean isEmpty(@Nullable String script) {
        return Texts.orEmpty(script).replaceAll("\\s", "").matches("(functionscript\\(\\)\\{\\})?");
    }
}
