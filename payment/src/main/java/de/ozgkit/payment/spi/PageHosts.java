// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.spi;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The hosts to which a platform may send payers. A payer is never sent anywhere else, whatever the platform answers.
 *
 * @param names host names in lower case
 * @since 0.1
 */
public record PageHosts(Set<String> names) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int LONGEST = 2082;

    public PageHosts {
        names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** These hosts. */
    public static PageHosts of(String... names) {
        return new PageHosts(Set.of(names));
    }

    /** The address of a payment page, if it is one: absolute, https (http only to this machine), on one of the hosts, without user info. */
    public Optional<URI> check(String page) {
        if (page.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(page);
            return allowed(uri) ? Optional.of(uri) : Optional.empty();
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean allowed(URI uri) {
        String scheme = uri.getScheme();
        String host = uri.getHost();
        if (scheme == null || host == null || uri.getRawUserInfo() != null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        boolean secure = scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http") && LOOPBACK.contains(name);
        return secure && names.contains(name);
    }
}
