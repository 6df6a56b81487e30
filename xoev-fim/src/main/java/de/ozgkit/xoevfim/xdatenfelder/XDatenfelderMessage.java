// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.genericode.CodeList;
import de.ozgkit.xoevfim.xoev.XoevElement;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A message of XDatenfelder, in one of the two versions that are in use.
 *
 * @since 0.1
 */
public sealed interface XDatenfelderMessage {

    /** What was noticed while reading; empty for a file that keeps to the standard. */
    List<Finding> findings();

    /**
     * The line at which an element of this message begins (schema, group, field, rule and whatever else has children), if it was read
     * from a file; empty for what was made or added later.
     */
    default OptionalInt line(@Nullable Object element) {
        return element instanceof XoevElement known ? known.zeile() : OptionalInt.empty();
    }

    /** Continues with the version that it is. */
    <R> R fold(Function<? super Version2, ? extends R> version2, Function<? super Version3, ? extends R> version3);

    /**
     * A message of XDatenfelder 2.0.
     *
     * @param message the content
     * @param codeLists the code lists found beside it, by their C-id
     * @param findings what was noticed while reading
     */
    record Version2(
            de.ozgkit.xoevfim.xdatenfelder.v2.Nachricht message,
            Map<String, CodeList> codeLists,
            List<Finding> findings)
            implements XDatenfelderMessage {

        public Version2 {
            codeLists = Map.copyOf(codeLists);
            findings = List.copyOf(findings);
        }

        @Override
        public <R> R fold(
                Function<? super Version2, ? extends R> version2, Function<? super Version3, ? extends R> version3) {
            return version2.apply(this);
        }
    }

    /**
     * A message of XDatenfelder 3.0.0.
     *
     * @param message the content
     * @param findings what was noticed while reading
     */
    record Version3(de.ozgkit.xoevfim.xdatenfelder.v3.Nachricht message, List<Finding> findings)
            implements XDatenfelderMessage {

        public Version3 {
            findings = List.copyOf(findings);
        }

        @Override
        public <R> R fold(
                Function<? super Version2, ? extends R> version2, Function<? super Version3, ? extends R> version3) {
            return version3.apply(this);
        }
    }
}
