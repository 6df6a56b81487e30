// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.pay;

import de.ozgkit.examples.serviceportal.catalogue.Place;
import de.ozgkit.examples.serviceportal.web.Words;
import de.ozgkit.payment.connector.BankTransferAccount;
import de.ozgkit.payment.spi.PaymentConnector;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The places whose fees are paid by bank transfer instead of at a payment platform.
 *
 * @param ibans of their accounts, by the slug of the place
 */
public record TransferAccounts(Map<String, String> ibans) {

    private static final Duration PAYABLE_WITHIN = Duration.ofDays(14);

    public TransferAccounts {
        ibans = Map.copyOf(ibans);
    }

    /** Whether the place takes its fees this way. */
    boolean has(String slug) {
        return ibans.containsKey(slug);
    }

    /** The account of the place, if it takes its fees this way. */
    public Optional<PaymentConnector> of(Place place) {
        return Optional.ofNullable(ibans.get(place.slug())).map(iban -> account(place.officialName(), iban));
    }

    /** @throws de.ozgkit.core.ConfigurationException if the IBAN cannot be right */
    public static PaymentConnector account(String name, String iban) {
        return BankTransferAccount.with(name, iban)
                .payableWithin(PAYABLE_WITHIN)
                .build();
    }

    /** The last day for a transfer that was asked for at this time. */
    static String lastDay(Instant asked) {
        return Words.date(asked.plus(PAYABLE_WITHIN).atZone(Words.HERE).toLocalDate());
    }
}
