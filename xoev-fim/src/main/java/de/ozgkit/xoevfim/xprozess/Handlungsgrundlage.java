// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import org.jspecify.annotations.Nullable;

/**
 * A legal base.
 *
 * <p>Source: XProzess 2.0, type Handlungsgrundlage.
 *
 * @since 0.1
 */
public class Handlungsgrundlage extends XoevElement {

    /** name 1 */
    public @Nullable String name;

    /** art 1: code list urn:xoev-de:mv:em:codeliste:xprozess:handlungsgrundlagenart */
    public @Nullable Code art;

    /** uri 0..1 */
    public @Nullable String uri;
}
