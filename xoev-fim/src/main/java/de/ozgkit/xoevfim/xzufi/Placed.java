// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

/**
 * A change, and from where to go on once it is done.
 *
 * @param change the change
 * @param next the position behind it
 * @since 0.1
 */
public record Placed(Transfer change, Position next) {}
