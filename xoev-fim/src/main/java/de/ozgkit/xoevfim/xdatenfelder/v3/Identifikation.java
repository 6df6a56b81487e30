// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v3;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import org.jspecify.annotations.Nullable;

/**
 * Id (a letter and 11 digits) and version of an element.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Identifikation extends XoevElement {

    /** id 1 */
    public @Nullable String id;

    /** version 0..1, such as 1.0.0 */
    public @Nullable String version;
}
