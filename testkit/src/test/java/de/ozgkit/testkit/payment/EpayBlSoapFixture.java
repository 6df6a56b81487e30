// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.payment;

import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.payment.connector.EpayBlSoap;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.Callback.Channel;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.PaymentConnector;
import de.ozgkit.testkit.EpayTransaction;
import de.ozgkit.testkit.Fault;
import de.ozgkit.testkit.MockEpayBlSoap;
import de.ozgkit.testkit.PaymentCase;
import de.ozgkit.testkit.TestAuthority;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ePayBL by SOAP and its mock, by mutual TLS. */
final class EpayBlSoapFixture extends MockFixture {

    private final EpayBlSoap.Profile profile;
    private final MockEpayBlSoap mock;
    private final TestAuthority authority;

    EpayBlSoapFixture(EpayBlSoap.Profile profile) {
        this(profile, new TestAuthority());
    }

    private EpayBlSoapFixture(EpayBlSoap.Profile profile, TestAuthority authority) {
        this(
                profile,
                authority,
                MockEpayBlSoap.of(profile)
                        .mutualTls(authority)
                        .released("1100260000")
                        .start());
    }

    private EpayBlSoapFixture(EpayBlSoap.Profile profile, TestAuthority authority, MockEpayBlSoap mock) {
        super(
                mock,
                Map.of(
                        Call.START, MockEpayBlSoap.SERVICES,
                        Call.QUERY, MockEpayBlSoap.SERVICES,
                        Call.CHECK, MockEpayBlSoap.SERVICES));
        this.profile = profile;
        this.authority = authority;
        this.mock = mock;
    }

    @Override
    PaymentConnector connect(Setup setup, Duration patience) {
        TestAuthority issuer = setup == Setup.WRONG_SECRET ? new TestAuthority() : authority;
        return EpayBlSoap.with(
                        profile,
                        setup == Setup.UNREACHABLE ? nobody() : mock.services(),
                        mock.paypage(),
                        "1610000000",
                        "42")
                .clientKey(secret(issuer.client("Stadt Musterhausen")))
                .accounting(Map.of("haushaltsstelle", "1100260000", "objektnummer", "4711"))
                .timeout(patience)
                .http(HttpGateway.to("ePayBL").maxBytes(65_536).trust(List.of(authority.certificate())))
                .build();
    }

    /**
     * No state but paid and not paid is known: what was left stays PENDING until the page runs out. The page's address is set up, not
     * answered.
     */
    @Override
    public Optional<String> excuse(PaymentCase which) {
        return switch (which) {
            case CANCELLED, FAILED -> Optional.of("stateless");
            case FOREIGN_PAGE -> Optional.of("configured");
            default -> Optional.empty();
        };
    }

    /** The customer is created undisturbed, so that it is the claim itself that goes wrong. */
    @Override
    public void disturb(Call call, Disturbance how) {
        if (call == Call.START) {
            mock.next(MockEpayBlSoap.SERVICES, Fault.delay(Duration.ofMillis(1)));
        }
        super.disturb(call, how);
    }

    @Override
    public void tell(Lie lie) {
        switch (lie) {
            case FOREIGN_PAGE -> throw new UnsupportedOperationException();
            case UNKNOWN_STATUS -> mock.tell("paypageStatus", "XYZ");
            case OTHER_AMOUNT -> mock.tell("betragHauptforderungen", "0.70");
        }
    }

    @Override
    public void move(Move move, PaymentAttempt attempt) {
        String kassenzeichen = attempt.paymentReference().orElseThrow();
        switch (move) {
            case PAY -> mock.pay(kassenzeichen);
            case CANCEL -> mock.cancel(kassenzeichen);
            case FAIL -> mock.fail(kassenzeichen);
        }
    }

    /** The browser comes back with a word that proves nothing; whoever brings more made it up. */
    @Override
    public Optional<Callback> message(Message kind, Channel channel, PaymentAttempt attempt) {
        return switch (kind) {
            case GENUINE -> channel == Channel.RETURN
                    ? Optional.of(new Callback(channel, Map.of("ergebnis", "erfolg")))
                    : Optional.empty();
            case FORGED -> Optional.of(new Callback(channel, Map.of("ergebnis", "erfolg", "paypageStatus", "INAKTIV")));
            case OTHER_AMOUNT -> Optional.of(new Callback(channel, Map.of("ergebnis", "erfolg", "betrag", "0.70")));
        };
    }

    @Override
    public int payable() {
        return (int)
                mock.transactions().stream().filter(EpayTransaction::payable).count();
    }
}
