// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.payment;

import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.payment.connector.PmPayment;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.Callback.Channel;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.PaymentConnector;
import de.ozgkit.testkit.Fault;
import de.ozgkit.testkit.MockPmPayment;
import de.ozgkit.testkit.PaymentCase;
import de.ozgkit.testkit.PeerResponse;
import de.ozgkit.testkit.PmTransaction;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** pmPayment and its mock. */
final class PmPaymentFixture extends MockFixture {

    private static final String SALT = "Zuckersalz-4711";
    private static final String STATUS = "/payment/status/{ags}/{txid}";

    private final MockPmPayment mock;

    PmPaymentFixture() {
        this(MockPmPayment.withSalt(SALT.toCharArray()).start());
    }

    private PmPaymentFixture(MockPmPayment mock) {
        super(mock, Map.of(Call.START, "/payment/secure", Call.QUERY, STATUS, Call.CHECK, STATUS), SALT);
        this.mock = mock;
    }

    @Override
    PaymentConnector connect(Setup setup, Duration patience) {
        String salt = setup == Setup.WRONG_SECRET ? "anderes-salz" : SALT;
        return PmPayment.with("05562032", "hundesteuer", salt.toCharArray())
                .base(setup == Setup.UNREACHABLE ? nobody() : mock.uri())
                .http(HttpGateway.to("pmPayment")
                        .timeout(patience)
                        .maxBytes(65_536)
                        .build())
                .build();
    }

    /** The status call tells no amount, and needs no salt: only a payment shows whether that is right. */
    @Override
    public Optional<String> excuse(PaymentCase which) {
        return switch (which) {
            case OTHER_AMOUNT -> Optional.of("amountless");
            case CHECK_REFUSED -> Optional.of("unauthenticated");
            default -> Optional.empty();
        };
    }

    @Override
    public void tell(Lie lie) {
        if (lie == Lie.FOREIGN_PAGE) {
            mock.tellPage(URI.create("https://bezahlen.example/"));
        } else if (lie == Lie.UNKNOWN_STATUS) {
            always(Call.QUERY, Fault.answer(PeerResponse.json("{\"status\": \"7\"}")));
        } else {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public void calm() {
        super.calm();
        mock.notifications(MockPmPayment.Notify.NEVER);
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
        Map<String, String> form = new HashMap<>(
                channel == Channel.RETURN
                        ? mock.returnForm(attempt.reference())
                        : mock.notifyForm(attempt.reference()));
        mock.tellAmount(0);
        if (kind == Message.FORGED) {
            form.put("status", "1");
            form.put("payment_method", "creditcard");
        }
        return Optional.of(new Callback(channel, form));
    }

    @Override
    public int payable() {
        return (int) mock.transactions().stream()
                .filter(transaction -> transaction.status() == PmTransaction.IN_PROGRESS)
                .count();
    }
}
