// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.spi;

import java.time.Duration;
import java.util.Set;

/**
 * Who a connector is.
 *
 * @param type the kind of platform, such as {@code pmpayment}
 * @param account the account at that platform, such as {@code pmpayment/05562032/hundesteuer}; the platform's references are unique within
 *     it. No secret: it is stored and logged
 * @param pageLifetime how long a payer may use a payment page; then a new attempt is made for who comes back
 * @since 0.1
 */
public record ConnectorProfile(String type, String account, Set<Capability> capabilities, Duration pageLifetime) {

    public ConnectorProfile {
        if (type.isBlank() || account.isBlank() || account.length() > 200) {
            throw new IllegalArgumentException("A connector has a type, and an account of 1 to 200 characters");
        }
        capabilities = Set.copyOf(capabilities);
        if (pageLifetime.isNegative() || pageLifetime.isZero()) {
            throw new IllegalArgumentException("The lifetime of a payment page is longer than nothing");
        }
    }
}
