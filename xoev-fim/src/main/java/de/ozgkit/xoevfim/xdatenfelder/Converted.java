// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import de.ozgkit.xoevfim.Finding;
import java.util.List;

/**
 * A message in the other version, and what that version has no place for.
 *
 * @param message the message
 * @param losses one finding for each thing lost or changed in meaning, with the id of the element and its line in the source; empty if the
 *     way back would give the same again
 * @param <M> the version converted to
 * @since 0.1
 */
public record Converted<M extends XDatenfelderMessage>(M message, List<Finding> losses) {

    public Converted {
        losses = List.copyOf(losses);
    }
}
