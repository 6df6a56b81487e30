// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

/**
 * What a message may hold beyond what every account may send.
 *
 * @param business values with the structure of ELSTER's extension
 * @param cbc content encrypted with AES-CBC; only inside a signed response
 * @param sha1 signatures over SHA-1; only for recorded messages in tests
 */
record Admitted(boolean business, boolean cbc, boolean sha1) {

    static final Admitted STRICT = new Admitted(false, false, false);

    Admitted withoutCbc() {
        return new Admitted(business, false, sha1);
    }
}
