// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.quality;

import de.ozgkit.xoevfim.xoev.Code;
import org.jspecify.annotations.Nullable;

/** Texts and codes as rules like them: never null, without white space around. */
final class Texts {

    private Texts() {}

    static String of(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    static String of(@Nullable Code code) {
        return code == null ? "" : code.value();
    }
}
