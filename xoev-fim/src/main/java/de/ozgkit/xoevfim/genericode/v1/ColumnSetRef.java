// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

/**
 * Names the columns of another document.
 *
 * <p>Source: genericode 1.0, type ColumnSetRef.
 *
 * @since 0.1
 */
public final class ColumnSetRef extends DocumentRef {}
