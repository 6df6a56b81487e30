// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.XoevElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A collection of processes.
 *
 * <p>Source: XProzess 2.0, type Prozessbibliothek.
 *
 * @since 0.1
 */
public class Prozessbibliothek extends XoevElement {

    /** name 1 */
    public @Nullable String name;

    /** version 0..1 */
    public @Nullable String version;

    /** herausgeber 0..1 */
    public @Nullable Herausgeber herausgeber;

    /** verwaltungspolitischeKodierung 0..n: where it applies */
    public List<VerwaltungspolitischeKodierung> verwaltungspolitischeKodierung = new ArrayList<>();

    /** prozess 0..n */
    public List<Prozess> prozess = new ArrayList<>();
}
