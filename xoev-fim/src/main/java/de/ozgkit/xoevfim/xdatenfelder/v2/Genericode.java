// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v2;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;

/**
 * A container for a code list in genericode.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Genericode extends XoevElement {}
