// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v3;

import de.ozgkit.xoevfim.xoev.Code;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import org.jspecify.annotations.Nullable;

/**
 * A document profile (letter D).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Dokumentsteckbrief extends AllgemeineAngaben {

    /** istAbstrakt 1 */
    public @Nullable Boolean istAbstrakt;

    /** dokumentart 1 */
    public @Nullable Code dokumentart;

    /** bezeichnung 1 */
    public @Nullable String bezeichnung;

    /** hilfetext 0..1 */
    public @Nullable String hilfetext;
}
