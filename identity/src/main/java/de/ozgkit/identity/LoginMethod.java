// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a citizen proves who he or she is. Source: interface description of BundID 10.2, chapter 9.
 *
 * @since 0.1
 */
public enum LoginMethod {
    /** User name and password: {@link de.ozgkit.core.TrustLevel#BASIC}. */
    USERNAME("Benutzername"),
    /** ELSTER certificate: {@link de.ozgkit.core.TrustLevel#SUBSTANTIAL}. */
    ELSTER("Elster"),
    /** Online identity card: {@link de.ozgkit.core.TrustLevel#HIGH}. */
    EID("eID"),
    /** A notified scheme of another country of the EU. */
    EIDAS("eIDAS"),
    /** Another German account, passed on by BundID. */
    FINK("FINK"),
    /** Certificate of the Bavarian account. */
    AUTHEGA("Authega"),
    /** The Ukrainian account; announced by BundID, not in use so far. */
    DIIA("Diia");

    private final String wireName;

    LoginMethod(String wireName) {
        this.wireName = wireName;
    }

    /** The name of this method in requests and in the attribute {@link PersonAttribute#PROVED_BY}. */
    public String wireName() {
        return wireName;
    }

    /** The method of that name in an attribute; empty for one that is not known here. */
    public static Optional<LoginMethod> of(String wireName) {
        return Arrays.stream(values())
                .filter(method -> method.wireName.equals(wireName))
                .findFirst();
    }
}
