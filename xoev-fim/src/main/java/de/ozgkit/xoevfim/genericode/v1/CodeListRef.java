// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

/**
 * Names a code list.
 *
 * <p>Source: genericode 1.0, type CodeListRef.
 *
 * @since 0.1
 */
public final class CodeListRef extends DocumentRef {}
