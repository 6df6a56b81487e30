// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

/**
 * Names a set of code lists.
 *
 * <p>Source: genericode 1.0, type CodeListSetRef.
 *
 * @since 0.1
 */
public final class CodeListSetRef extends DocumentRef {}
