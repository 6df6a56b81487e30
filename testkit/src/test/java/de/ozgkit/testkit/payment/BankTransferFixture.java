// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.payment;

import de.ozgkit.payment.KassenzeichenCheckDigit;
import de.ozgkit.payment.connector.BankTransferAccount;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.Callback.Channel;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.PaymentConnector;
import de.ozgkit.testkit.PaymentCase;
import de.ozgkit.testkit.PaymentFixture;
import java.util.List;
import java.util.Optional;

/** Bank transfers: made up here, without a call or a page, and seen by the cash office only. */
final class BankTransferFixture implements PaymentFixture {

    private final LogBook log = new LogBook();
    private final PaymentConnector connector = BankTransferAccount.with(
                    "Stadt Königsfelde", "DE89 3704 0044 0532 0130 00")
            .checkDigit(KassenzeichenCheckDigit.hkr())
            .build();

    @Override
    public PaymentConnector connector(Setup setup) {
        return connector;
    }

    @Override
    public Optional<String> excuse(PaymentCase which) {
        return switch (which) {
            case START_LOST,
                    START_UNAVAILABLE,
                    START_SLOW,
                    START_BROKEN,
                    START_HUGE,
                    START_DOWN,
                    START_REFUSED -> Optional.of("local");
            case CHECK_UNAVAILABLE, CHECK_DOWN, CHECK_REFUSED -> Optional.of("local");
            case FOREIGN_PAGE -> Optional.of("pageless");
            case QUERY_UNAVAILABLE, QUERY_LOST, QUERY_SLOW, QUERY_BROKEN, QUERY_HUGE, QUERY_DOWN -> Optional.of(
                    "offline");
            case UNKNOWN_STATUS, OTHER_AMOUNT, CANCELLED, FAILED, PAID_AFTER_CANCELLED -> Optional.of("offline");
            case CALLBACK_GENUINE,
                    CALLBACK_FORGED,
                    CALLBACK_OF_ANOTHER,
                    CALLBACK_OTHER_AMOUNT,
                    CALLBACK_TWICE,
                    CALLBACK_ORDER,
                    CALLBACK_AT_ONCE,
                    CALLBACK_NONSENSE -> Optional.of("offline");
            default -> Optional.empty();
        };
    }

    @Override
    public void disturb(Call call, Disturbance how) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void tell(Lie lie) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void calm() {
        // There is nothing that could be disturbed.
    }

    @Override
    public void move(Move move, PaymentAttempt attempt) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Callback> message(Message kind, Channel channel, PaymentAttempt attempt) {
        return Optional.empty();
    }

    @Override
    public int payable() {
        return 0;
    }

    @Override
    public List<String> secrets() {
        return List.of();
    }

    @Override
    public String log() {
        return log.text();
    }

    @Override
    public void close() {
        log.close();
    }
}
