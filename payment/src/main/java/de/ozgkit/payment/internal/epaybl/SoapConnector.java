// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.epaybl;

import de.ozgkit.core.Money;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.CallbackResult;
import de.ozgkit.payment.spi.Capability;
import de.ozgkit.payment.spi.ConnectorProfile;
import de.ozgkit.payment.spi.Health;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.InitiationRequest;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.ProviderState;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** ePayBL by SOAP, with its own payment page (payment notes, 3.5). */
public final class SoapConnector {

    private static final String PREFIX = "payment.epaybl.";

    private final SoapSettings settings;
    private final SoapLink link;
    private final SoapCalls calls;

    public SoapConnector(SoapSettings settings, SoapLink link) {
        this.settings = settings;
        this.link = link;
        this.calls = new SoapCalls(settings);
    }

    /** A repeated start is safe, since ePayBL takes the number of a transaction only once. */
    public ConnectorProfile profile() {
        Set<Capability> capabilities = new HashSet<>(Set.of(Capability.QUERY, Capability.REPEATABLE_START));
        if (!settings.single()) {
            capabilities.add(Capability.LINE_ITEMS);
        }
        return new ConnectorProfile("epaybl-soap", settings.account(), capabilities, settings.pageLifetime());
    }

    // start

    public Initiation initiate(InitiationRequest request) {
        PaymentAttempt attempt = request.attempt();
        if (!Booking.isPayable(attempt)) {
            return new Initiation.Rejected(PREFIX + "calculation");
        }
        String number = EpayText.number(attempt);
        SoapLink.Session session = link.session();
        SoapLink.Reply customer = session.send(calls.createCustomer(number));
        if (customer.well().isEmpty()) {
            return known(session, request, customer);
        }
        SoapLink.Reply claim = session.send(calls.claim(attempt, number));
        // The customer was for this call only; ePayBL keeps one that has open claims by itself.
        session.send(calls.deleteCustomer(number));
        return claim.well().isPresent() ? page(request, claim.well().get()) : known(session, request, claim);
    }

    /** 8.3: a repetition is refused because of the first start; then the page of that one is still good. */
    private Initiation known(SoapLink.Session session, InitiationRequest request, SoapLink.Reply reply) {
        boolean repeated = reply.complaint()
                .filter(code -> code.remedy() == EpayCode.Remedy.READ_FIRST && code.refused()
                        || code.remedy() == EpayCode.Remedy.NEW_CUSTOMER
                        || code.kind() == EpayCode.Kind.CONFLICT)
                .isPresent();
        if (repeated) {
            Optional<SoapAnswer> first = session.send(calls.transaction(EpayText.number(request.attempt())))
                    .well()
                    .filter(answer -> kassenzeichen(answer).isPresent());
            if (first.isPresent()) {
                return page(request, first.get());
            }
        }
        return reply.refused() ? new Initiation.Rejected(reply.code()) : new Initiation.Unknown(reply.code());
    }

    private Initiation page(InitiationRequest request, SoapAnswer answer) {
        Optional<String> kassenzeichen = kassenzeichen(answer);
        if (kassenzeichen.isEmpty()) {
            return new Initiation.Unknown(PREFIX + "answer");
        }
        Money amount = request.attempt().amount();
        if (answer.isBroken("buchungsListe", "betrag")
                || answer.amount("buchungsListe", "betrag").stream().anyMatch(told -> !told.equals(amount))) {
            return new Initiation.Rejected(PREFIX + "mismatch");
        }
        String number = EpayText.number(request.attempt());
        Optional<URI> page = settings.pageHosts().check(calls.page(request, number, kassenzeichen.get()));
        return page.isPresent()
                ? new Initiation.Redirect(page.get(), number, kassenzeichen)
                : new Initiation.Rejected("payment.page.refused");
    }

    private static Optional<String> kassenzeichen(SoapAnswer answer) {
        return answer.at("buchungsListe", "kassenzeichen").filter(KonnektorAnswer::isKassenzeichen);
    }

    // state

    public ProviderState query(PaymentAttempt attempt) {
        SoapLink.Session session = link.session();
        Optional<String> known = attempt.paymentReference().filter(KonnektorAnswer::isKassenzeichen);
        if (known.isPresent()) {
            return state(session, attempt, known.get());
        }
        // The answer to the start was lost.
        SoapLink.Reply reply = session.send(calls.transaction(EpayText.number(attempt)));
        Optional<String> found = reply.well().flatMap(SoapConnector::kassenzeichen);
        if (found.isPresent()) {
            return state(session, attempt, found.get());
        }
        boolean unknown = reply.well().isPresent()
                || reply.complaint()
                        .filter(code -> code.refused() && code.kind() != EpayCode.Kind.CONFIG)
                        .isPresent();
        return unknown ? new ProviderState.NotFound() : new ProviderState.NoAnswer(reply.code());
    }

    private ProviderState state(SoapLink.Session session, PaymentAttempt attempt, String kassenzeichen) {
        SoapLink.Reply reply = session.send(calls.state(kassenzeichen));
        return reply.well()
                .map(answer -> new SoapState(answer, attempt, kassenzeichen).read())
                .orElseGet(() -> new ProviderState.NoAnswer(reply.code()));
    }

    // 3.5: there is no notification, and the way back tells nothing

    public CallbackResult callback(Callback callback) {
        boolean claimed = callback.channel() == Callback.Channel.RETURN
                && callback.field(SoapCalls.RESULT)
                        .filter(SoapCalls.SUCCESS::equals)
                        .isPresent();
        return new CallbackResult.Hint(false, claimed, Optional.empty(), Optional.empty());
    }

    // health

    public Health check() {
        SoapLink.Reply reply = link.session().send(calls.isAlive());
        if (reply.well().isPresent()) {
            return Health.ok("ePayBL knows this mandant and answers; what it books shows the first payment");
        }
        return Health.bad(
                reply.code(),
                reply.complaint()
                        .map(EpayCode::text)
                        .orElse(
                                "ePayBL gives no usable answer; check the address, the profile, the network and the key"));
    }
}
