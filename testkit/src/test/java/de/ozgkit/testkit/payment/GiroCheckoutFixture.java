// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.payment;

import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.payment.connector.GiroCheckout;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.Callback.Channel;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.PaymentConnector;
import de.ozgkit.testkit.GiroTransaction;
import de.ozgkit.testkit.MockGiroCheckout;
import de.ozgkit.testkit.PaymentCase;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** GiroCheckout and its mock, by a payment page or by one method. */
final class GiroCheckoutFixture extends MockFixture {

    private static final String PASSWORD = "Projektgeheimnis-Größe-4711";

    private final Way way;
    private final MockGiroCheckout mock;

    /** Where the payer goes. */
    enum Way {
        /** To a page where the method is chosen. */
        PAGE,
        /** To the one method of the project. */
        METHOD
    }

    GiroCheckoutFixture(Way way) {
        this(
                way,
                MockGiroCheckout.withPassword(PASSWORD.toCharArray())
                        .projects("1234567/1234")
                        .start());
    }

    private GiroCheckoutFixture(Way way, MockGiroCheckout mock) {
        super(
                mock,
                Map.of(
                        Call.START,
                        way == Way.PAGE ? MockGiroCheckout.PAGE : MockGiroCheckout.START,
                        Call.QUERY,
                        MockGiroCheckout.STATUS,
                        Call.REFUND,
                        MockGiroCheckout.REFUND,
                        Call.CHECK,
                        MockGiroCheckout.STATUS),
                PASSWORD);
        this.way = way;
        this.mock = mock;
    }

    @Override
    PaymentConnector connect(Setup setup, Duration patience) {
        String password = setup == Setup.WRONG_SECRET ? "anderes-geheimnis" : PASSWORD;
        GiroCheckout.Builder builder = GiroCheckout.with("1234567", "1234", password.toCharArray())
                .base(setup == Setup.UNREACHABLE ? nobody() : mock.uri())
                .accounting(Map.of("kassenzeichen", "4200000000061"))
                .http(HttpGateway.to("GiroCheckout")
                        .timeout(patience)
                        .maxBytes(65_536)
                        .build());
        return way == Way.PAGE ? builder.build() : builder.method("creditcard").build();
    }

    @Override
    public Optional<String> excuse(PaymentCase which) {
        return Optional.empty();
    }

    @Override
    public void tell(Lie lie) {
        switch (lie) {
            case FOREIGN_PAGE -> mock.tellPage(URI.create("https://bezahlen.example/"));
            case UNKNOWN_STATUS -> mock.tellResult(7777);
            case OTHER_AMOUNT -> mock.tellAmount(70);
        }
    }

    @Override
    public void calm() {
        super.calm();
        mock.notifications(MockGiroCheckout.Notify.NEVER);
    }

    @Override
    public void move(Move move, PaymentAttempt attempt) {
        switch (move) {
            case PAY -> mock.pay(attempt.reference());
            case CANCEL -> mock.cancel(attempt.reference());
            case FAIL -> mock.fail(attempt.reference());
        }
    }

    @Override
    public Optional<Callback> message(Message kind, Channel channel, PaymentAttempt attempt) {
        mock.tellAmount(kind == Message.OTHER_AMOUNT ? 70 : 0);
        Map<String, String> fields = new HashMap<>(mock.message(attempt.reference()));
        mock.tellAmount(0);
        if (kind == Message.FORGED) {
            fields.put("gcResultPayment", "4000");
        }
        return Optional.of(new Callback(channel, fields));
    }

    @Override
    public int payable() {
        return (int) mock.transactions().stream()
                .filter(transaction -> transaction.result() == GiroTransaction.OPEN)
                .count();
    }
}
