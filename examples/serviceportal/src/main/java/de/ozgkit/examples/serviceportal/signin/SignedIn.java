// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.signin;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.SessionLimit;
import java.util.Map;

/**
 * Somebody who has logged in, as the session remembers it. Its content is personal and not in {@link #toString}.
 *
 * @param key the account's pseudonym for this portal: what applications belong to
 * @param name for the header
 * @param level how surely the person is known
 * @param limit when this ends: the surer the person is known, the sooner
 * @param account what the account told, by the names that process files use for filling in
 */
public record SignedIn(String key, String name, TrustLevel level, SessionLimit limit, Map<String, String> account) {

    public SignedIn {
        account = Map.copyOf(account);
    }

    @Override
    public String toString() {
        return "SignedIn[" + level + "]";
    }
}
