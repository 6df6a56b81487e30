// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.core.Money;
import de.ozgkit.core.Tokens;
import de.ozgkit.payment.connector.EpayBlSoap;
import de.ozgkit.testkit.internal.epaybl.EpayPage;
import de.ozgkit.testkit.internal.epaybl.SoapReply;
import de.ozgkit.testkit.internal.epaybl.SoapRequest;
import de.ozgkit.testkit.internal.epaybl.SoapRules;
import de.ozgkit.testkit.internal.paypage.PayBook;
import de.ozgkit.testkit.internal.paypage.PayPages;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * ePayBL by SOAP on this machine, in the profile of 2.x or 3.x: knows customers, writes down claims, shows a payment page that works without
 * JavaScript, sends the payer back without telling anything, and answers what became of a Kassenzeichen. Strict about the form of messages,
 * the order of parameters, sums, texts and accounting. It mirrors our own reading of an interface that nobody has published, and proves no
 * conformity.
 *
 * <pre>{@code
 * MockEpayBlSoap epay = MockEpayBlSoap.of(EpayBlSoap.Profile.V3).mutualTls(authority).start();
 * epay.refuse("anlegenKassenzeichen", "-0506");
 * epay.pay(epay.transactions().get(0).kassenzeichen());
 * }</pre>
 *
 * @since 0.1
 */
public final class MockEpayBlSoap extends MockPeer {

    /** Where calls go. */
    public static final String SERVICES = "/soap/services/PaymentServices";

    private static final String LOGIN = "/paypage/login.do";
    private static final String METHOD = "KREDITKARTE";
    private static final String FAULT = "fault";

    private final Builder options;
    private final boolean encoded;
    private final SoapReply reply;
    private final SoapRules rules;
    private final EpayPage page = new EpayPage();
    private final AtomicInteger numbers = new AtomicInteger();
    private final PayBook<EpayTransaction> book;
    private final Map<String, Boolean> customers = new ConcurrentHashMap<>();
    private final Map<String, String> scripted = new ConcurrentHashMap<>();
    private final Map<String, String> told = new ConcurrentHashMap<>();

    /** A mock of 2.x on a free port, without TLS. */
    public MockEpayBlSoap() {
        this(of(EpayBlSoap.Profile.V2));
    }

    private MockEpayBlSoap(Builder options) {
        super(options.port, options.authority);
        this.options = options;
        this.book = options.book();
        this.encoded = options.profile == EpayBlSoap.Profile.V2;
        this.reply = new SoapReply(encoded);
        this.rules = new SoapRules(encoded, options.released);
        numbers.set(book.all().size());
        route("POST", SERVICES, this::serve);
        page("GET", LOGIN, this::login);
        page("POST", "/paypage/{key}", this::press);
        page("GET", "/paypage/assets/weiter.js", request -> PayPages.script());
        page("GET", "/paypage/assets/seite.css", request -> PayPages.style());
    }

    /** A mock of this profile. */
    public static Builder of(EpayBlSoap.Profile profile) {
        return new Builder(profile);
    }

    // what a test can ask

    /** All claims in the order of their arrival. */
    public List<EpayTransaction> transactions() {
        return book.all();
    }

    /** What is to be configured as the address of the services. */
    public URI services() {
        return URI.create((options.authority == null ? uri() : secureUri()) + SERVICES);
    }

    /** What is to be configured as the payment page. */
    public URI paypage() {
        return uri("/paypage");
    }

    // what a test can make happen

    /** The payment arrives, whatever happened before. */
    public void pay(String kassenzeichen) {
        move(kassenzeichen, EpayTransaction.PAID);
    }

    /** The payer turns back. */
    public void cancel(String kassenzeichen) {
        move(kassenzeichen, EpayTransaction.CANCELLED);
    }

    /** The money cannot be taken. */
    public void fail(String kassenzeichen) {
        move(kassenzeichen, EpayTransaction.FAILED);
    }

    /** The next payer who presses "Bezahlen" is refused by the card company. */
    public void nextPaymentFails() {
        page.nextFails(true);
    }

    /** Refuses every call of the operation with this code, such as {@code -0506}, until the mock is reset. */
    public void refuse(String operation, String code) {
        scripted.put(operation, code);
    }

    /** Answers every call of the operation with a fault of SOAP, until the mock is reset. */
    public void fault(String operation) {
        scripted.put(operation, FAULT);
    }

    /** Tells this in every answer about a claim from now on, such as {@code saldo}; empty for nothing. */
    public void tell(String name, String value) {
        told.put(name, value);
    }

    @Override
    protected void onReset() {
        page.nextFails(false);
        scripted.clear();
        told.clear();
    }

    // the services

    private PeerResponse serve(PeerRequest call) {
        boolean xml = call.header("Content-Type").orElse("").startsWith("text/xml")
                && call.header("SOAPAction").isPresent();
        Optional<SoapRequest> read = xml ? SoapRequest.read(call.body(), encoded) : Optional.empty();
        if (read.isEmpty()) {
            return reply.fault("Client", "Die Nachricht ist fehlerhaft");
        }
        SoapRequest request = read.get();
        String operation = request.operation();
        String script = scripted.getOrDefault(operation, "");
        if (script.equals(FAULT)) {
            return reply.fault("Server", "Interner Fehler");
        }
        boolean bare = operation.equals("isAlive");
        if (!script.isEmpty()) {
            return reply.answer(operation, script, bare, "");
        }
        if (!options.mandants.isEmpty() && !options.mandants.contains(request.text("mandantNr"))) {
            return reply.answer(operation, "-0012", bare, "");
        }
        return switch (operation) {
            case "isAlive" -> reply.answer(operation, SoapReply.WELL, true, "");
            case "anlegenKunde" -> reply.answer(operation, create(request), false, "");
            case "loeschenKunde" -> reply.answer(operation, delete(request), false, "");
            case "anlegenKassenzeichen" -> claim(request, call);
            case "lesenTransaktion" -> transaction(request);
            default -> state(request);
        };
    }

    private String create(SoapRequest request) {
        Optional<String> fault = rules.customer(request);
        if (fault.isPresent()) {
            return fault.get();
        }
        Boolean known = customers.putIfAbsent(request.text("kunde", "EShopKundenNr"), true);
        return known == null || known ? SoapReply.WELL : "-0120";
    }

    private String delete(SoapRequest request) {
        return customers.replace(request.text("EShopKundenNr"), true, false) ? SoapReply.WELL : "-0199";
    }

    private PeerResponse claim(SoapRequest request, PeerRequest call) {
        Boolean customer = customers.get(request.text("eShopKundenNr"));
        Optional<String> fault =
                customer == null ? Optional.of("-0199") : customer ? rules.claim(request) : Optional.of("-0120");
        if (fault.isPresent()) {
            return reply.answer(request.operation(), fault.get(), false, "");
        }
        EpayTransaction fresh = new EpayTransaction(
                String.format(Locale.ROOT, "42%011d", numbers.incrementAndGet()),
                request.text("buchungsListe", "EShopTransaktionsNr"),
                request.text("eShopKundenNr"),
                request.text("mandantNr"),
                request.text("buchungsListe", "bewirtschafterNr"),
                call.text(),
                Money.of(new BigDecimal(request.text("buchungsListe", "betrag")))
                        .cents(),
                request.purpose(encoded),
                EpayTransaction.OPEN,
                Optional.empty(),
                "",
                "",
                "",
                "",
                options.tokens.token());
        synchronized (book) {
            if (byNumber(fresh.number()).isPresent() || !book.add(fresh)) {
                return reply.answer(request.operation(), "-0531", false, "");
            }
        }
        return reply.answer(request.operation(), SoapReply.WELL, false, list(fresh));
    }

    private PeerResponse transaction(SoapRequest request) {
        return byNumber(request.text("eShopTransaktionsNr"))
                .map(claim -> reply.answer(request.operation(), SoapReply.WELL, false, list(claim)))
                .orElseGet(() -> reply.answer(request.operation(), "-0530", false, ""));
    }

    private String list(EpayTransaction claim) {
        return reply.group(
                "buchungsListe",
                "BuchungsListe",
                reply.value("betrag", "decimal", euros(claim))
                        + reply.value("kassenzeichen", "string", claim.kassenzeichen()));
    }

    private PeerResponse state(SoapRequest request) {
        Optional<EpayTransaction> found = book.find(request.text("kassenzeichen"))
                .filter(claim -> claim.mandant().equals(request.text("mandantNr")));
        if (found.isEmpty()) {
            return reply.answer(request.operation(), "-0310", false, "");
        }
        EpayTransaction claim = found.get();
        boolean paid = claim.state().equals(EpayTransaction.PAID);
        Map<String, String> amounts = new LinkedHashMap<>();
        for (String name : List.of("betragHauptforderungen", "betragStornos", "betragZahlungseingaenge", "saldo")) {
            boolean whole = name.equals("betragHauptforderungen") || name.equals("saldo");
            amounts.put(name, told.getOrDefault(name, whole ? euros(claim) : "0.00"));
        }
        String customer = encoded ? "EShopKundennummer" : "EShopKundenNr";
        String status = told.getOrDefault("paypageStatus", paid ? "INAKTIV" : "AKTIV");
        return reply.answer(
                request.operation(),
                SoapReply.WELL,
                false,
                reply.value("kassenzeichen", "string", told.getOrDefault("kassenzeichen", claim.kassenzeichen()))
                        + reply.value(customer, "string", told.getOrDefault("EShopKundenNr", claim.customer()))
                        + reply.value(
                                "zahlverfahren",
                                "string",
                                told.getOrDefault(
                                        "zahlverfahren", claim.method().orElse("")))
                        + reply.amounts(amounts)
                        + reply.value("waehrung", "string", told.getOrDefault("waehrung", "EUR"))
                        + reply.group("paypageStatus", "Text", reply.value("code", "string", status)));
    }

    private static String euros(EpayTransaction claim) {
        return Money.cents(claim.cents()).euros().toPlainString();
    }

    private Optional<EpayTransaction> byNumber(String number) {
        return book.first(claim -> claim.number().equals(number));
    }

    private EpayTransaction move(String kassenzeichen, String state) {
        Optional<String> method = state.equals(EpayTransaction.PAID) ? Optional.of(METHOD) : Optional.empty();
        return book.change(kassenzeichen, claim -> claim.in(state, method));
    }

    // the page

    private PeerResponse login(PeerRequest request) {
        Map<String, String> query = request.query();
        Optional<EpayTransaction> found = book.find(query.getOrDefault("kassenzeichen", ""))
                .filter(claim -> claim.customer().equals(query.get("EShopKundenNr"))
                        && claim.mandant().equals(query.get("mandant")));
        String success = query.getOrDefault("backlinkSuccess", "");
        String abort = query.getOrDefault("backlinkAbort", "");
        if (found.isEmpty() || success.isEmpty() || abort.isEmpty()) {
            return PayPages.unknown();
        }
        return page.show(book.change(found.get().kassenzeichen(), claim -> claim.leadingBackTo(success, abort)));
    }

    private PeerResponse press(PeerRequest request) {
        String key = request.variable("key");
        return book.first(claim ->
                        claim.pageKey().equals(key) && !claim.successUrl().isEmpty())
                .map(claim -> page.press(
                        claim,
                        request.form().getOrDefault("action", ""),
                        (before, state) -> move(before.kassenzeichen(), state)))
                .orElseGet(PayPages::unknown);
    }

    /**
     * Sets up {@link MockEpayBlSoap}.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final EpayBlSoap.Profile profile;
        private @Nullable TestAuthority authority;
        private int port;
        private Set<String> mandants = Set.of();
        private Set<String> released = Set.of();
        private @Nullable Path state;
        private Tokens tokens = Tokens.secure();

        private Builder(EpayBlSoap.Profile profile) {
            this.profile = profile;
        }

        /** Lets in who has a certificate of the authority, at {@link MockEpayBlSoap#services()}. Its pages are open to all. */
        public Builder mutualTls(TestAuthority issuer) {
            this.authority = issuer;
            return this;
        }

        /** On this port instead of a free one. The port for mutual TLS is always a free one. */
        public Builder port(int number) {
            this.port = number;
            return this;
        }

        /** Knows these authorities only; any if not set. */
        public Builder mandants(String... known) {
            this.mandants = Set.of(known);
            return this;
        }

        /** Books on these budget items only; any if not set. */
        public Builder released(String... items) {
            this.released = Set.of(items);
            return this;
        }

        /** Keeps the claims in a file in this folder, so that they outlive the process. */
        public Builder state(Path folder) {
            this.state = folder;
            return this;
        }

        /** Another source of numbers than the secure one. */
        public Builder tokens(Tokens other) {
            this.tokens = other;
            return this;
        }

        /** Starts the server. */
        public MockEpayBlSoap start() {
            return new MockEpayBlSoap(this);
        }

        private PayBook<EpayTransaction> book() {
            return new PayBook<>(
                    EpayTransaction.class,
                    EpayTransaction::kassenzeichen,
                    state == null ? null : state.resolve("epaybl-soap.jsonl"));
        }
    }
}
