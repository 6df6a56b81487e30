// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.XoevElement;
import org.jspecify.annotations.Nullable;

/**
 * Who publishes a catalogue or library.
 *
 * <p>Source: XProzess 2.0, type Herausgeber.
 *
 * @since 0.1
 */
public class Herausgeber extends XoevElement {

    /** organisationsname 1 */
    public @Nullable String organisationsname;

    /** nutzungsbestimmungen 0..1 */
    public @Nullable String nutzungsbestimmungen;

    /** url 0..1 */
    public @Nullable String url;
}
