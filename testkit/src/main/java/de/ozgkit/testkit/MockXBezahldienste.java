// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.core.Money;
import de.ozgkit.core.Tokens;
import de.ozgkit.testkit.internal.paypage.PayBook;
import de.ozgkit.testkit.internal.paypage.PayPages;
import de.ozgkit.testkit.internal.xbezahldienste.XbAnswer;
import de.ozgkit.testkit.internal.xbezahldienste.XbGate;
import de.ozgkit.testkit.internal.xbezahldienste.XbRules;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A payment service that speaks XBezahldienste 1.0.0, on this machine: opens payments, shows a payment page that works without JavaScript,
 * sends the payer back without telling anything, and answers what became of it. As strict as the notes: fields, characters, sums and
 * taxes are checked, members without a value are refused. It mirrors our own reading of the standard and proves no conformity.
 *
 * <pre>{@code
 * MockXBezahldienste pay = MockXBezahldienste.withOAuth2("portal", "secret".toCharArray()).start();
 * pay.next(MockXBezahldienste.START, Fault.lostAnswer());       // the payment is opened, but nobody hears of it
 * pay.pay(pay.transactions().get(0).transactionId());           // somebody paid
 * }</pre>
 *
 * @since 0.1
 */
public final class MockXBezahldienste extends MockPeer {

    /** The user of a mock that was given none. */
    public static final String USER = "mock-portal";

    /** The password of a mock that was given none. It protects nothing. */
    public static final String PASSWORD = "mock-xbezahldienste";

    /** Where payments are opened. */
    public static final String START = "/paymenttransaction/{originatorId}/{endPointId}";

    /** Where the state of a payment is read. */
    public static final String TRANSACTION = "/paymenttransaction/{originatorId}/{endPointId}/{transactionId}";

    /** Where the health of an account is read. */
    public static final String STATUS = "/status/{originatorId}/{endPointId}";

    /** Where tokens are to be had. */
    public static final String TOKEN = "/oauth2/token";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");
    private static final String METHOD = "CREDITCARD";

    private final Builder options;
    private final PayBook<XbTransaction> book;
    private final XbGate gate;
    private final XbRules rules;
    private final AtomicInteger paidSoFar = new AtomicInteger();
    private final AtomicBoolean nextFails = new AtomicBoolean();
    private volatile boolean repeatable;
    private volatile String toldStatus = "";
    private volatile String toldMethod = "";
    private volatile long toldCents;
    private volatile @Nullable URI toldPage;

    /** A mock on a free port that lets {@link #USER} in with {@link #PASSWORD}. */
    public MockXBezahldienste() {
        this(withBasic(USER, PASSWORD.toCharArray()));
    }

    private MockXBezahldienste(Builder options) {
        super(options.port, options.authority);
        this.options = options;
        this.book = options.book();
        this.gate = options.gate();
        this.rules = new XbRules(!options.epay21, options.bookingKeys);
        route("POST", START, this::open);
        route("GET", TRANSACTION, this::read);
        route("GET", STATUS, this::health);
        route("POST", TOKEN, gate::token);
        page("GET", "/paypage/{key}", this::show);
        page("POST", "/paypage/{key}", this::press);
        page("GET", "/paypage/assets/weiter.js", request -> PayPages.script());
        page("GET", "/paypage/assets/seite.css", request -> PayPages.style());
    }

    /** A mock that lets this user in, as epay21 does. */
    public static Builder withBasic(String user, char[] password) {
        Builder builder = new Builder();
        builder.basic = Optional.of(new XbGate.Credentials(user, String.valueOf(password)));
        return builder;
    }

    /** A mock that issues tokens to this client at {@link #TOKEN}, as pmPayment does. */
    public static Builder withOAuth2(String clientId, char[] clientSecret) {
        Builder builder = new Builder();
        builder.client = Optional.of(new XbGate.Credentials(clientId, String.valueOf(clientSecret)));
        return builder;
    }

    /** A mock that lets in who has a certificate of the authority, as ePayBL does, at {@link #secureUri()}. Its pages are open to all. */
    public static Builder withMutualTls(TestAuthority authority) {
        Builder builder = new Builder();
        builder.authority = authority;
        return builder;
    }

    // what a test can ask

    /** All payments in the order of their opening. */
    public List<XbTransaction> transactions() {
        return book.all();
    }

    /** What is to be configured as the base of the service. */
    public URI base() {
        return options.authority == null ? uri() : secureUri();
    }

    // what a test can make happen

    /** The payment arrives, whatever happened before. */
    public void pay(String transactionId) {
        String number = "42000000" + String.valueOf(10_000 + paidSoFar.incrementAndGet());
        String now = TIME.format(options.clock.instant().atOffset(ZoneOffset.UTC));
        book.change(transactionId, transaction -> transaction.payed(METHOD, number, now));
    }

    /** The payer turns back. */
    public void cancel(String transactionId) {
        book.change(transactionId, transaction -> transaction.ended(XbTransaction.CANCELED));
    }

    /** The payment service gives the payment up. */
    public void fail(String transactionId) {
        book.change(transactionId, transaction -> transaction.ended(XbTransaction.FAILED));
    }

    /** The next payer who presses "Bezahlen" is refused by the card company. */
    public void nextPaymentFails() {
        nextFails.set(true);
    }

    /**
     * Answers a start that is repeated with the payment it opened, instead of {@code PAYMENT_EXISTS}. The standard allows to read it
     * either way.
     */
    public void answerRepetitions(boolean withTheFirst) {
        this.repeatable = withTheFirst;
    }

    /** Tells this status from now on, whatever the real one is; empty for the real one. */
    public void tellStatus(String status) {
        this.toldStatus = status;
    }

    /** Tells this method of payment from now on; empty for the real one. */
    public void tellMethod(String method) {
        this.toldMethod = method;
    }

    /** Tells another amount than was ordered from now on; 0 for the right one. */
    public void tellAmount(long cents) {
        this.toldCents = cents;
    }

    /** Tells this address of the payment page from now on; null for the right one. */
    public void tellPage(@Nullable URI page) {
        this.toldPage = page;
    }

    /** No token that was issued is worth anything any more. */
    public void revokeTokens() {
        gate.revoke();
    }

    @Override
    protected void onReset() {
        nextFails.set(false);
        repeatable = false;
        toldStatus = "";
        toldMethod = "";
        toldCents = 0;
        toldPage = null;
    }

    // the interface

    private PeerResponse open(PeerRequest request) {
        Optional<PeerResponse> refusal = refusal(request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        boolean json = request.header("Content-Type").orElse("").startsWith("application/json");
        Optional<JsonNode> body = json ? XbRules.read(request.body()) : Optional.empty();
        String fault =
                body.map(rules::fault).orElse(Optional.of("VALIDATION_ERROR")).orElse("");
        if (!fault.isEmpty()) {
            return XbAnswer.problem(400, "Der PaymentRequest ist fehlerhaft.", fault);
        }
        XbTransaction fresh = transaction(request, body.orElseThrow());
        Optional<XbTransaction> known =
                book.first(transaction -> transaction.requestId().equals(fresh.requestId()));
        if (known.isEmpty() && book.add(fresh)) {
            return answer(fresh);
        }
        // A repetition may lead back to another address.
        boolean same = known.filter(first -> repeatable && first.cents() == fresh.cents())
                .isPresent();
        return same
                ? answer(known.orElseThrow())
                : XbAnswer.problem(400, "Zu dieser ID besteht schon ein PaymentRequest.", "PAYMENT_EXISTS");
    }

    private XbTransaction transaction(PeerRequest call, JsonNode request) {
        return new XbTransaction(
                "TX-" + options.tokens.token(),
                request.path("requestId").asString(),
                call.variable("originatorId"),
                call.variable("endPointId"),
                call.text(),
                Money.of(request.path("grosAmount").decimalValue()).cents(),
                request.path("purpose").asString(""),
                request.path("redirectUrl").asString(),
                XbTransaction.INITIAL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                options.tokens.token());
    }

    private PeerResponse read(PeerRequest request) {
        Optional<PeerResponse> refusal = refusal(request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return book.find(request.variable("transactionId"))
                .filter(transaction -> transaction.originatorId().equals(request.variable("originatorId"))
                        && transaction.endPointId().equals(request.variable("endPointId")))
                .map(this::answer)
                .orElseGet(() -> XbAnswer.problem(404, "Diese Transaktion gibt es nicht.", null));
    }

    private PeerResponse health(PeerRequest request) {
        return refusal(request).orElseGet(() -> XbAnswer.problem(200, "Alles in Ordnung.", null));
    }

    private Optional<PeerResponse> refusal(PeerRequest request) {
        if (!gate.admits(request)) {
            return Optional.of(XbAnswer.problem(403, "Keine Berechtigung.", "FORBIDDEN"));
        }
        String account = request.variable("originatorId") + "/" + request.variable("endPointId");
        return options.accounts.isEmpty() || options.accounts.contains(account)
                ? Optional.empty()
                : Optional.of(
                        XbAnswer.problem(400, "Diese Konfiguration gibt es nicht.", "NO_VALID_ORIGINATOR_OR_ENDPOINT"));
    }

    private PeerResponse answer(XbTransaction transaction) {
        boolean open = transaction.status().equals(XbTransaction.INITIAL);
        URI other = toldPage;
        URI page = other == null ? uri("/paypage/" + transaction.pageKey()) : other;
        String address = base() + "/paymenttransaction/" + transaction.originatorId() + "/" + transaction.endPointId()
                + "/" + transaction.transactionId();
        Optional<String> method = toldMethod.isEmpty()
                ? transaction.method()
                : transaction.method().map(real -> toldMethod);
        return XbAnswer.transaction(
                transaction,
                new XbAnswer.Told(
                        address,
                        open || options.epay21 ? page.toString() : null,
                        toldStatus.isEmpty() ? transaction.status() : toldStatus,
                        method,
                        toldCents == 0 ? Optional.empty() : Optional.of(toldCents)));
    }

    // the pages

    private PeerResponse show(PeerRequest request) {
        Optional<XbTransaction> found = byPage(request);
        if (found.isEmpty()) {
            return PayPages.unknown();
        }
        XbTransaction transaction = found.get();
        if (!transaction.status().equals(XbTransaction.INITIAL)) {
            return back(transaction);
        }
        PayPages.Bill bill = new PayPages.Bill(
                Money.cents(transaction.cents()),
                transaction.purpose(),
                transaction.originatorId() + " / " + transaction.endPointId(),
                transaction.pageKey());
        return PayPages.show(PayPages.pay(bill), transaction.redirectUrl());
    }

    private PeerResponse press(PeerRequest request) {
        Optional<XbTransaction> found = byPage(request);
        if (found.isEmpty()) {
            return PayPages.unknown();
        }
        XbTransaction transaction = found.get();
        String action = request.form().getOrDefault("action", "");
        if (action.equals("later")) {
            return PayPages.later(transaction.redirectUrl());
        }
        if (transaction.status().equals(XbTransaction.INITIAL) && action.equals("pay")) {
            if (nextFails.getAndSet(false)) {
                fail(transaction.transactionId());
            } else {
                pay(transaction.transactionId());
            }
        } else if (transaction.status().equals(XbTransaction.INITIAL) && action.equals("cancel")) {
            cancel(transaction.transactionId());
        }
        return back(transaction);
    }

    private Optional<XbTransaction> byPage(PeerRequest request) {
        String key = request.variable("key");
        return book.first(transaction -> transaction.pageKey().equals(key));
    }

    private static PeerResponse back(XbTransaction transaction) {
        return PeerResponse.redirect(URI.create(transaction.redirectUrl())).header("Referrer-Policy", "no-referrer");
    }

    /**
     * Sets up {@link MockXBezahldienste}.
     *
     * @since 0.1
     */
    public static final class Builder {

        private Optional<XbGate.Credentials> basic = Optional.empty();
        private Optional<XbGate.Credentials> client = Optional.empty();
        private @Nullable TestAuthority authority;
        private int port;
        private boolean epay21;
        private Set<String> accounts = Set.of();
        private Set<String> bookingKeys = Set.of();
        private Duration tokenLifetime = Duration.ofHours(1);
        private @Nullable Path state;
        private Clock clock = Clock.systemUTC();
        private Tokens tokens = Tokens.secure();

        private Builder() {}

        /** On this port instead of a free one. The port for mutual TLS is always a free one. */
        public Builder port(int number) {
            this.port = number;
            return this;
        }

        /** Knows these accounts only, written {@code originator/endpoint}; any if not set. */
        public Builder accounts(String... known) {
            this.accounts = Set.of(known);
            return this;
        }

        /** Needs these booking data for every item. */
        public Builder bookingData(String... keys) {
            this.bookingKeys = Set.of(keys);
            return this;
        }

        /** With what is peculiar to epay21: it refuses data of the payer, and tells the address of the page after the end, too. */
        public Builder epay21() {
            this.epay21 = true;
            return this;
        }

        /** How long a token lives; an hour if not set. */
        public Builder tokenLifetime(Duration lifetime) {
            this.tokenLifetime = lifetime;
            return this;
        }

        /** Keeps the payments in a file in this folder, so that they outlive the process. */
        public Builder state(Path folder) {
            this.state = folder;
            return this;
        }

        /** Another clock than the system's. */
        public Builder clock(Clock other) {
            this.clock = other;
            return this;
        }

        /** Another source of numbers than the secure one. */
        public Builder tokens(Tokens other) {
            this.tokens = other;
            return this;
        }

        /** Starts the server. */
        public MockXBezahldienste start() {
            return new MockXBezahldienste(this);
        }

        private PayBook<XbTransaction> book() {
            return new PayBook<>(
                    XbTransaction.class,
                    XbTransaction::transactionId,
                    state == null ? null : state.resolve("xbezahldienste.jsonl"));
        }

        private XbGate gate() {
            return new XbGate(basic, client, tokenLifetime, clock, tokens);
        }
    }
}
