// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.core.Money;
import de.ozgkit.core.Tokens;
import de.ozgkit.testkit.internal.epaybl.EpayPage;
import de.ozgkit.testkit.internal.epaybl.KonnektorNotice;
import de.ozgkit.testkit.internal.epaybl.KonnektorRules;
import de.ozgkit.testkit.internal.paypage.PayBook;
import de.ozgkit.testkit.internal.paypage.PayPages;
import de.ozgkit.testkit.internal.paypage.PortalNotifier;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Konnektor of ePayBL on this machine: writes down claims, shows a payment page that works without JavaScript, notifies the portal by a
 * hashed message, sends the payer back, and answers what became of a Kassenzeichen. Strict about names, sums, texts and accounting. It
 * mirrors our own reading of an interface that nobody has published, and proves no conformity.
 *
 * <pre>{@code
 * MockEpayBl epay = MockEpayBl.with("secret".toCharArray()).mutualTls(authority).start();
 * epay.next(MockEpayBl.START, Fault.lostAnswer());              // the claim is written down, but nobody hears of it
 * epay.pay(epay.transactions().get(0).kassenzeichen());         // somebody paid, and the portal is notified
 * }</pre>
 *
 * @since 0.1
 */
public final class MockEpayBl extends MockPeer {

    /** The secret of a mock that was given none. It protects nothing. */
    public static final String SECRET = "mock-epaybl";

    private static final String ACCOUNT =
            "/epayment/fachverfahren/v1_0/mandanten/{mandant}/bewirtschafter/{bewirtschafter}";

    /** Where claims are written down. */
    public static final String START = ACCOUNT + "/buchungslisten";

    /** Where the state of a claim is read. */
    public static final String KASSENZEICHEN = ACCOUNT + "/kassenzeichen/{kassenzeichen}";

    /** Where the ways to pay are read. */
    public static final String METHODS = ACCOUNT + "/zahlverfahren";

    /** Where the health of an account is read. */
    public static final String STATUS = ACCOUNT + "/status";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final String WELL = "+0000";
    private static final String METHOD = "KREDITKARTE";

    private final Builder options;
    private final PayBook<EpayTransaction> book;
    private final KonnektorRules rules;
    private final PortalNotifier notifier = new PortalNotifier();
    private final EpayPage page = new EpayPage();
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<Integer> notified = new CopyOnWriteArrayList<>();
    private volatile Notify notify = Notify.BEFORE_RETURN;
    private volatile Encoding encoding = Encoding.JSON;
    private volatile String toldStatus = "";
    private volatile @Nullable String toldMethod;
    private volatile @Nullable BigDecimal toldBalance;
    private volatile @Nullable URI toldPage;

    /** A mock on a free port with {@link #SECRET}, without TLS. */
    public MockEpayBl() {
        this(with(SECRET.toCharArray()));
    }

    private MockEpayBl(Builder options) {
        super(options.port, options.authority);
        this.options = options;
        this.book = options.book();
        this.rules = new KonnektorRules(options.methods, options.released);
        numbers.set(book.all().size());
        route("POST", START, this::open);
        route("GET", KASSENZEICHEN, this::read);
        route("GET", METHODS, this::methods);
        route("GET", STATUS, request -> answer(account(request).orElse(WELL), Map.of()));
        page("GET", "/paypage/{key}", request -> byPage(request).map(page::show).orElseGet(PayPages::unknown));
        page("POST", "/paypage/{key}", request -> byPage(request)
                .map(claim -> page.press(claim, request.form().getOrDefault("action", ""), this::move))
                .orElseGet(PayPages::unknown));
        page("GET", "/paypage/assets/weiter.js", request -> PayPages.script());
        page("GET", "/paypage/assets/seite.css", request -> PayPages.style());
    }

    /** A mock that hashes its notifications with this secret. */
    public static Builder with(char[] notifySecret) {
        return new Builder(String.valueOf(notifySecret));
    }

    /** When the portal is notified. */
    public enum Notify {
        /** Before the payer's browser is sent back; the browser waits for the portal's answer. */
        BEFORE_RETURN,
        /** As before, but twice at the same moment. */
        TWICE_AT_ONCE,
        /** Only by {@link #notifyPortal}. */
        NEVER
    }

    /** How a notification is written; nobody knows which one the Konnektor uses. */
    public enum Encoding {
        /** A JSON object. */
        JSON,
        /** A JSON object in another one under {@code data}. */
        WRAPPED_JSON,
        /** A form. */
        FORM
    }

    // what a test can ask

    /** All claims in the order of their arrival. */
    public List<EpayTransaction> transactions() {
        return book.all();
    }

    /** What is to be configured as the base. */
    public URI base() {
        return options.authority == null ? uri() : secureUri();
    }

    /** What the portal answered to notifications: HTTP statuses, 0 for none. */
    public List<Integer> notified() {
        return List.copyOf(notified);
    }

    /** The fields of a notification about the claim as it stands, hashed. */
    public Map<String, String> notification(String kassenzeichen) {
        EpayTransaction claim = claim(kassenzeichen);
        boolean paid = claim.state().equals(EpayTransaction.PAID);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("mandant", claim.mandant());
        fields.put("bewirtschafter", claim.bewirtschafter());
        fields.put("zvgid", "0000-0000-0000-" + kassenzeichen.substring(kassenzeichen.length() - 4) + "-4401");
        fields.put("kassenzeichen", kassenzeichen);
        fields.put("tan", "TAN" + kassenzeichen.substring(kassenzeichen.length() - 3));
        fields.put("zvp", "GIROCHECKOUT");
        fields.put("zahlverfahren", claim.method().orElse(""));
        fields.put("aktivierung", Boolean.toString(paid));
        fields.put("status", paid ? "success" : "notify");
        fields.put("hash", KonnektorNotice.hash(fields.values(), options.secret));
        return fields;
    }

    // what a test can make happen

    /** The payment arrives, whatever happened before, and the portal is notified. */
    public void pay(String kassenzeichen) {
        move(claim(kassenzeichen), EpayTransaction.PAID);
    }

    /** The payer turns back, and the portal is notified. */
    public void cancel(String kassenzeichen) {
        move(claim(kassenzeichen), EpayTransaction.CANCELLED);
    }

    /** The money cannot be taken, and the portal is notified. */
    public void fail(String kassenzeichen) {
        move(claim(kassenzeichen), EpayTransaction.FAILED);
    }

    /** The next payer who presses "Bezahlen" is refused by the card company. */
    public void nextPaymentFails() {
        page.nextFails(true);
    }

    /** When the portal is notified from now on. */
    public void notifications(Notify when) {
        this.notify = when;
    }

    /** How notifications are written from now on. */
    public void encoding(Encoding how) {
        this.encoding = how;
    }

    /** Notifies the portal about the claim as it stands. */
    public void notifyPortal(String kassenzeichen) {
        send(claim(kassenzeichen), 1);
    }

    /** Tells this paypagestatus from now on; empty for the real one. */
    public void tellStatus(String status) {
        this.toldStatus = status;
    }

    /** Tells this bezahlverfahren from now on, empty for none of them; null for the real one. */
    public void tellMethod(@Nullable String method) {
        this.toldMethod = method;
    }

    /** Tells this saldo from now on; null for the real one. */
    public void tellBalance(@Nullable Money balance) {
        this.toldBalance = balance == null ? null : balance.euros();
    }

    /** Tells this address of the payment page from now on; null for the right one. */
    public void tellPage(@Nullable URI other) {
        this.toldPage = other;
    }

    @Override
    protected void onReset() {
        page.nextFails(false);
        notified.clear();
        notify = Notify.BEFORE_RETURN;
        encoding = Encoding.JSON;
        toldStatus = "";
        toldMethod = null;
        toldBalance = null;
        toldPage = null;
    }

    // the interface

    private PeerResponse open(PeerRequest request) {
        Optional<String> stranger = account(request);
        if (stranger.isPresent()) {
            return answer(stranger.get(), Map.of());
        }
        boolean json = request.header("Content-Type").orElse("").startsWith("application/json");
        Optional<JsonNode> body = json ? KonnektorRules.read(request.body()) : Optional.empty();
        String fault = body.map(rules::fault).orElse(Optional.of("-0501")).orElse("");
        if (!fault.isEmpty()) {
            return answer(fault, Map.of());
        }
        EpayTransaction claim = claim(request, body.orElseThrow());
        synchronized (book) {
            boolean used =
                    book.first(other -> other.number().equals(claim.number())).isPresent();
            if (used || !book.add(claim)) {
                return answer("-0531", Map.of());
            }
        }
        URI other = toldPage;
        String address = (other == null ? uri("/paypage/" + claim.pageKey()) : other).toString();
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("zahlvorgangsInfo", Map.of("rechnungUrls", Map.of("PAYPAGE", address)));
        if (options.atStart) {
            more.put("kassenzeichen", claim.kassenzeichen());
        }
        return answer(WELL, more);
    }

    private EpayTransaction claim(PeerRequest call, JsonNode body) {
        JsonNode addresses = body.path("fachverfahrendaten");
        return new EpayTransaction(
                String.format(Locale.ROOT, "42%011d", numbers.incrementAndGet()),
                body.path("transaktionsnummer").asString(),
                body.path("kunde").path("kundennummer").asString(),
                call.variable("mandant"),
                call.variable("bewirtschafter"),
                call.text(),
                Money.of(body.path("betrag").decimalValue()).cents(),
                body.path("beschreibung").asString(""),
                EpayTransaction.OPEN,
                Optional.empty(),
                addresses.path("notifyUrl").asString(),
                addresses.path("successUrl").asString(),
                addresses.path("errorUrl").asString(),
                addresses.path("cancelUrl").asString(),
                options.tokens.token());
    }

    private PeerResponse read(PeerRequest request) {
        Optional<EpayTransaction> found = book.find(request.variable("kassenzeichen"))
                .filter(claim -> claim.mandant().equals(request.variable("mandant"))
                        && claim.bewirtschafter().equals(request.variable("bewirtschafter")));
        if (found.isEmpty()) {
            return PeerResponse.status(404);
        }
        EpayTransaction claim = found.get();
        boolean paid = claim.state().equals(EpayTransaction.PAID);
        String method = toldMethod == null ? claim.method().orElse(null) : toldMethod;
        Map<String, @Nullable Object> more = new LinkedHashMap<>();
        more.put("paypagestatus", toldStatus.isEmpty() ? (paid ? "INAKTIV" : "AKTIV") : toldStatus);
        more.put("bezahlverfahren", method == null || method.isEmpty() ? null : method);
        BigDecimal balance = toldBalance;
        more.put("saldo", balance == null ? Money.cents(claim.cents()).euros() : balance);
        if (options.tellsNumber) {
            more.put("transaktionsnummer", claim.number());
        }
        return answer(WELL, Map.of("kassenzeichen", Map.of("zusatzdaten", more)));
    }

    private PeerResponse methods(PeerRequest request) {
        List<Map<String, Object>> methods = options.methods.stream()
                .sorted()
                .map(code -> Map.<String, Object>of(
                        "zahlverfahrencode",
                        code,
                        "minimalbetrag",
                        new BigDecimal("0.01"),
                        "maximalbetrag",
                        new BigDecimal("5000.00"),
                        "zvp",
                        true))
                .toList();
        return PeerResponse.json(JSON.writeValueAsString(Map.of("zahlverfahren", methods)));
    }

    /** The code for an account that is not known. */
    private Optional<String> account(PeerRequest request) {
        String account = request.variable("mandant") + "/" + request.variable("bewirtschafter");
        return options.accounts.isEmpty() || options.accounts.contains(account)
                ? Optional.empty()
                : Optional.of("-0305");
    }

    private static PeerResponse answer(String code, Map<String, ?> more) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ergebnis", Map.of("rc", code, "ergebnistext", code.equals(WELL) ? "OK" : "Abgelehnt"));
        answer.putAll(more);
        return PeerResponse.json(JSON.writeValueAsString(answer));
    }

    private Optional<EpayTransaction> byPage(PeerRequest request) {
        return book.first(claim -> claim.pageKey().equals(request.variable("key")));
    }

    private EpayTransaction claim(String kassenzeichen) {
        return book.find(kassenzeichen)
                .orElseThrow(() -> new IllegalArgumentException("There is no Kassenzeichen " + kassenzeichen));
    }

    private EpayTransaction move(EpayTransaction before, String state) {
        Optional<String> method = state.equals(EpayTransaction.PAID) ? Optional.of(METHOD) : Optional.empty();
        EpayTransaction after = book.change(before.kassenzeichen(), claim -> claim.in(state, method));
        if (notify != Notify.NEVER) {
            send(after, notify == Notify.TWICE_AT_ONCE ? 2 : 1);
        }
        return after;
    }

    private void send(EpayTransaction claim, int times) {
        Map<String, String> fields = notification(claim.kassenzeichen());
        URI target = URI.create(claim.notifyUrl());
        notified.addAll(
                encoding == Encoding.FORM
                        ? notifier.post(target, fields, times)
                        : notifier.post(
                                target,
                                "application/json",
                                KonnektorNotice.json(fields, encoding == Encoding.WRAPPED_JSON),
                                times));
    }

    /**
     * Sets up {@link MockEpayBl}.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final String secret;
        private @Nullable TestAuthority authority;
        private int port;
        private boolean atStart;
        private boolean tellsNumber;
        private Set<String> accounts = Set.of();
        private Set<String> methods = Set.of("KREDITKARTE", "PAYPAL", "UEBERWEISUNGVOR");
        private Set<String> released = Set.of();
        private @Nullable Path state;
        private Tokens tokens = Tokens.secure();

        private Builder(String secret) {
            this.secret = secret;
        }

        /** Lets in who has a certificate of the authority, at {@link MockEpayBl#base()}. Its pages are open to all. */
        public Builder mutualTls(TestAuthority issuer) {
            this.authority = issuer;
            return this;
        }

        /** On this port instead of a free one. The port for mutual TLS is always a free one. */
        public Builder port(int number) {
            this.port = number;
            return this;
        }

        /** Tells the Kassenzeichen in the answer to the start already, which nobody knows of the real one. */
        public Builder kassenzeichenAtStart() {
            this.atStart = true;
            return this;
        }

        /** Tells the caller's number with the state of a claim, which nobody knows of the real one. */
        public Builder tellsTransaction() {
            this.tellsNumber = true;
            return this;
        }

        /** Knows these accounts only, written {@code mandant/bewirtschafter}; any if not set. */
        public Builder accounts(String... known) {
            this.accounts = Set.of(known);
            return this;
        }

        /** Offers these ways to pay. */
        public Builder methods(String... codes) {
            this.methods = Set.of(codes);
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
        public MockEpayBl start() {
            return new MockEpayBl(this);
        }

        private PayBook<EpayTransaction> book() {
            return new PayBook<>(
                    EpayTransaction.class,
                    EpayTransaction::kassenzeichen,
                    state == null ? null : state.resolve("epaybl.jsonl"));
        }
    }
}
