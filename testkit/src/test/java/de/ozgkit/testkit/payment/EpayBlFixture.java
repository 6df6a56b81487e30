// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.payment;

import de.ozgkit.core.Money;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.payment.connector.EpayBl;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.Callback.Channel;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.PaymentConnector;
import de.ozgkit.testkit.EpayTransaction;
import de.ozgkit.testkit.MockEpayBl;
import de.ozgkit.testkit.PaymentCase;
import de.ozgkit.testkit.TestAuthority;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Konnektor of ePayBL and its mock, by mutual TLS. */
final class EpayBlFixture extends MockFixture {

    private static final String SECRET = "geheimes-salz-4711";

    private final Learned learned;
    private final MockEpayBl mock;
    private final TestAuthority authority;

    /** From where the Kassenzeichen is learned. */
    enum Learned {
        /** From the answer to the start. */
        AT_START,
        /** From the notification, and nothing can be asked before. */
        BY_NOTIFICATION
    }

    EpayBlFixture(Learned learned) {
        this(learned, new TestAuthority());
    }

    private EpayBlFixture(Learned learned, TestAuthority authority) {
        this(learned, authority, mock(learned, authority));
    }

    private EpayBlFixture(Learned learned, TestAuthority authority, MockEpayBl mock) {
        super(
                mock,
                Map.of(
                        Call.START, MockEpayBl.START,
                        Call.QUERY, MockEpayBl.KASSENZEICHEN,
                        Call.CHECK, MockEpayBl.STATUS),
                SECRET);
        this.learned = learned;
        this.authority = authority;
        this.mock = mock;
        calm();
    }

    private static MockEpayBl mock(Learned learned, TestAuthority authority) {
        MockEpayBl.Builder builder =
                MockEpayBl.with(SECRET.toCharArray()).mutualTls(authority).released("1100260000");
        return (learned == Learned.AT_START ? builder.kassenzeichenAtStart() : builder.tellsTransaction()).start();
    }

    @Override
    PaymentConnector connect(Setup setup, Duration patience) {
        TestAuthority issuer = setup == Setup.WRONG_SECRET ? new TestAuthority() : authority;
        return EpayBl.with(
                        setup == Setup.UNREACHABLE ? nobody() : mock.base(),
                        "B000004",
                        "BW100001",
                        SECRET.toCharArray())
                .clientKey(secret(issuer.client("Stadt Musterhausen")))
                .methods("KREDITKARTE", "PAYPAL")
                .accounting(Map.of("haushaltsstelle", "1100260000", "objektnummer", "4711"))
                .timeout(patience)
                .http(HttpGateway.to("ePayBL").maxBytes(65_536).trust(List.of(authority.certificate())))
                .build();
    }

    /** No state but paid and not paid is known: what was left stays PENDING until the page runs out. A notification tells no amount. */
    @Override
    public Optional<String> excuse(PaymentCase which) {
        return switch (which) {
            case CANCELLED, FAILED -> Optional.of("stateless");
            case CALLBACK_OTHER_AMOUNT -> Optional.of("amountless");
            default -> Optional.empty();
        };
    }

    @Override
    public void tell(Lie lie) {
        switch (lie) {
            case FOREIGN_PAGE -> mock.tellPage(URI.create("https://bezahlen.example/"));
            case UNKNOWN_STATUS -> mock.tellStatus("XYZ");
            case OTHER_AMOUNT -> mock.tellBalance(Money.cents(70));
        }
    }

    @Override
    public void calm() {
        super.calm();
        mock.notifications(MockEpayBl.Notify.NEVER);
    }

    @Override
    public void move(Move move, PaymentAttempt attempt) {
        String kassenzeichen = claim(attempt).kassenzeichen();
        switch (move) {
            case PAY -> mock.pay(kassenzeichen);
            case CANCEL -> mock.cancel(kassenzeichen);
            case FAIL -> mock.fail(kassenzeichen);
        }
    }

    /** What the browser brings tells nothing, and before the notification nothing can be asked. */
    @Override
    public Optional<Callback> message(Message kind, Channel channel, PaymentAttempt attempt) {
        if (channel == Channel.RETURN) {
            return learned == Learned.AT_START
                    ? Optional.of(new Callback(channel, Map.of("ergebnis", "erfolg")))
                    : Optional.empty();
        }
        Map<String, String> fields =
                new HashMap<>(mock.notification(claim(attempt).kassenzeichen()));
        if (kind == Message.FORGED) {
            fields.put("status", "success");
            fields.put("zahlverfahren", "PAYPAL");
        }
        return Optional.of(new Callback(channel, fields));
    }

    private EpayTransaction claim(PaymentAttempt attempt) {
        String number = attempt.providerReference().orElseThrow();
        return mock.transactions().stream()
                .filter(claim -> claim.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public int payable() {
        return (int)
                mock.transactions().stream().filter(EpayTransaction::payable).count();
    }
}
