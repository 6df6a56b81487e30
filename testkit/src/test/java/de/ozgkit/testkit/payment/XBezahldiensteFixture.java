// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.payment;

import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.payment.connector.XBezahldienste;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.Callback.Channel;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.PaymentConnector;
import de.ozgkit.testkit.MockXBezahldienste;
import de.ozgkit.testkit.PaymentCase;
import de.ozgkit.testkit.TestAuthority;
import de.ozgkit.testkit.XbTransaction;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** XBezahldienste and its mock, by one of the three ways to prove who we are. */
final class XBezahldiensteFixture extends MockFixture {

    private static final String SECRET = "s3cret&=%Größe-0815";
    private static final String CLIENT = "portal";

    private final Way way;
    private final MockXBezahldienste mock;
    private final TestAuthority authority;

    /** How the connector proves who it is. */
    enum Way {
        /** As epay21, with its peculiarities. */
        BASIC,
        /** As pmPayment; a start that is repeated is answered with the first payment. */
        OAUTH2,
        /** As ePayBL. */
        MUTUAL_TLS
    }

    XBezahldiensteFixture(Way way) {
        this(way, new TestAuthority());
    }

    private XBezahldiensteFixture(Way way, TestAuthority authority) {
        this(way, authority, mock(way, authority));
    }

    private XBezahldiensteFixture(Way way, TestAuthority authority, MockXBezahldienste mock) {
        super(
                mock,
                Map.of(
                        Call.START, MockXBezahldienste.START,
                        Call.QUERY, MockXBezahldienste.TRANSACTION,
                        Call.CHECK, MockXBezahldienste.STATUS),
                SECRET,
                "s3cret");
        this.way = way;
        this.authority = authority;
        this.mock = mock;
    }

    private static MockXBezahldienste mock(Way way, TestAuthority authority) {
        return switch (way) {
            case BASIC -> MockXBezahldienste.withBasic(CLIENT, SECRET.toCharArray())
                    .bookingData("haushaltsstelle")
                    .epay21()
                    .start();
            case OAUTH2 -> MockXBezahldienste.withOAuth2(CLIENT, SECRET.toCharArray())
                    .start();
            case MUTUAL_TLS -> MockXBezahldienste.withMutualTls(authority)
                    .accounts("hundesteuer/05562032")
                    .start();
        };
    }

    @Override
    PaymentConnector connect(Setup setup, Duration patience) {
        boolean right = setup != Setup.WRONG_SECRET;
        URI base = setup == Setup.UNREACHABLE ? nobody() : mock.base();
        String secret = right ? SECRET : "another-secret";
        XBezahldienste.Builder builder = XBezahldienste.with(base, "hundesteuer", "05562032")
                .accounting(Map.of("haushaltsstelle", "1100.2600"))
                .timeout(patience)
                .http(HttpGateway.to("payment service").maxBytes(65_536).trust(List.of(authority.certificate())));
        return switch (way) {
            case BASIC -> builder.basic(CLIENT, secret.toCharArray()).build();
            case OAUTH2 -> builder.oauth2(base.resolve(MockXBezahldienste.TOKEN), CLIENT, secret.toCharArray())
                    .build();
            case MUTUAL_TLS -> builder.clientKey(
                            secret((right ? authority : new TestAuthority()).client("Stadt Musterhausen")))
                    .build();
        };
    }

    @Override
    public Optional<String> excuse(PaymentCase which) {
        return Optional.empty();
    }

    @Override
    public void tell(Lie lie) {
        switch (lie) {
            case FOREIGN_PAGE -> mock.tellPage(URI.create("https://bezahlen.example/"));
            case UNKNOWN_STATUS -> mock.tellStatus("XYZ");
            case OTHER_AMOUNT -> mock.tellAmount(70);
        }
    }

    @Override
    public void calm() {
        super.calm();
        mock.answerRepetitions(way == Way.OAUTH2);
    }

    @Override
    public void move(Move move, PaymentAttempt attempt) {
        String id = attempt.providerReference().orElseThrow();
        switch (move) {
            case PAY -> mock.pay(id);
            case CANCEL -> mock.cancel(id);
            case FAIL -> mock.fail(id);
        }
    }

    /** The browser comes back with empty hands; whoever brings something made it up. */
    @Override
    public Optional<Callback> message(Message kind, Channel channel, PaymentAttempt attempt) {
        return switch (kind) {
            case GENUINE -> channel == Channel.RETURN ? Optional.of(new Callback(channel, Map.of())) : Optional.empty();
            case FORGED -> Optional.of(new Callback(channel, Map.of("status", "PAYED", "paymentMethod", "PAYPAL")));
            case OTHER_AMOUNT -> Optional.of(new Callback(channel, Map.of("status", "PAYED", "grosAmount", "0.70")));
        };
    }

    @Override
    public int payable() {
        return (int) mock.transactions().stream()
                .filter(transaction -> transaction.status().equals(XbTransaction.INITIAL))
                .count();
    }
}
