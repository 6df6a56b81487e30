// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v2;

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

    /** isReferenz 1 */
    public @Nullable Boolean isReferenz;

    /** dokumentart 1 */
    public String dokumentart = "";

    /** hilfetext 0..1 */
    public @Nullable String hilfetext;
}
