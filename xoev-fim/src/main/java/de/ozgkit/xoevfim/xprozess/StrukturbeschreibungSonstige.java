// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.XoevElement;

/**
 * Steps in another notation: one element of any kind, found in {@code weitere}.
 *
 * <p>Source: XProzess 2.0, element strukturbeschreibungSonstige of type Strukturbeschreibung.
 *
 * @since 0.1
 */
public class StrukturbeschreibungSonstige extends XoevElement {}
