// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.XoevElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A collection of process classes.
 *
 * <p>Source: XProzess 2.0, type Prozesskatalog.
 *
 * @since 0.1
 */
public class Prozesskatalog extends XoevElement {

    /** name 1 */
    public @Nullable String name;

    /** version 0..1 */
    public @Nullable String version;

    /** herausgeber 0..1 */
    public @Nullable Herausgeber herausgeber;

    /** verwaltungspolitischeKodierung 0..n: where it applies */
    public List<VerwaltungspolitischeKodierung> verwaltungspolitischeKodierung = new ArrayList<>();

    /** prozessklasse 0..n */
    public List<Prozessklasse> prozessklasse = new ArrayList<>();
}
