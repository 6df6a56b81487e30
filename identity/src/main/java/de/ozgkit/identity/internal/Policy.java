// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

/**
 * What may be otherwise than in production for messages that were recorded elsewhere, long ago: see {@link Recorded}, the only one who makes
 * another than {@link #STRICT}.
 *
 * @param sha1 whether signatures over SHA-1 count
 * @param plain whether the assertion may come unencrypted
 * @param anyRequest whether the request that was answered is unknown
 * @param anyLevel whether an unknown level counts as the lowest
 */
record Policy(boolean sha1, boolean plain, boolean anyRequest, boolean anyLevel) {

    static final Policy STRICT = new Policy(false, false, false, false);
}
