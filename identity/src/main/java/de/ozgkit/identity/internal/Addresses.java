// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import java.net.URI;
import java.util.Set;

/** Which addresses personal data may be sent to. */
public final class Addresses {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Addresses() {}

    /** Whether an address is https, or http on this machine itself. */
    public static boolean secure(URI address) {
        String host = address.getHost();
        return host != null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && LOOPBACK.contains(host)));
    }
}
