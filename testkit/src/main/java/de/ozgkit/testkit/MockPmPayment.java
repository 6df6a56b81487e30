// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.core.Money;
import de.ozgkit.core.Tokens;
import de.ozgkit.testkit.internal.paypage.PayBook;
import de.ozgkit.testkit.internal.paypage.PayPages;
import de.ozgkit.testkit.internal.paypage.PortalNotifier;
import de.ozgkit.testkit.internal.pmpayment.PmRules;
import de.ozgkit.testkit.internal.pmpayment.PmSignature;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The payment platform pmPayment (classic interface) on this machine: takes signed start calls, shows a payment page that works with and
 * without JavaScript, notifies the portal, sends the payer back with a signed form, and answers status calls. As strict as the notes: a wrong
 * hash is answered with the platform's own words. Takes any municipality and procedure with the one salt.
 *
 * <pre>{@code
 * MockPmPayment pay = MockPmPayment.withSalt("secret".toCharArray()).start();
 * pay.next("/payment/secure", Fault.lostAnswer());      // the payment is opened, but nobody hears of it
 * pay.pay(pay.transactions().get(0).txid());            // somebody paid, and the portal is notified
 * }</pre>
 *
 * @since 0.1
 */
public final class MockPmPayment extends MockPeer {

    /** The secret of a mock that was given none. It protects nothing. */
    public static final String SALT = "mock-pmpayment";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String METHOD = "creditcard";

    private final PmSignature signature;
    private final PayBook<PmTransaction> book;
    private final Clock clock;
    private final Tokens tokens;
    private final PortalNotifier notifier = new PortalNotifier();
    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    private final AtomicLong toldCents = new AtomicLong();
    private final AtomicBoolean nextFails = new AtomicBoolean();
    private volatile Notify notify = Notify.BEFORE_RETURN;
    private volatile boolean statusAsNumber;
    private volatile @Nullable URI toldPage;

    /** A mock on a free port that shares the secret {@link #SALT} with the portal. */
    public MockPmPayment() {
        this(withSalt(SALT.toCharArray()));
    }

    private MockPmPayment(Builder options) {
        super(options.port);
        this.signature = new PmSignature(options.salt);
        this.book = new PayBook<>(
                PmTransaction.class,
                PmTransaction::txid,
                options.state == null ? null : options.state.resolve("pmpayment.jsonl"));
        this.clock = options.clock;
        this.tokens = options.tokens;
        route("POST", "/payment/secure", this::open);
        route("GET", "/payment/status/{ags}/{txid}", this::status);
        page("GET", "/paypage/{key}", this::show);
        page("POST", "/paypage/{key}", this::press);
        page("GET", "/paypage/assets/weiter.js", request -> PayPages.script());
        page("GET", "/paypage/assets/seite.css", request -> PayPages.style());
    }

    /** A mock whose accounts all have this salt. */
    public static Builder withSalt(char[] salt) {
        return new Builder(salt);
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

    /**
     * A notification that was sent.
     *
     * @param status the portal's HTTP status; 0 if there was no answer, or if the address is not on this machine
     */
    public record Notice(String txid, int status) {}

    // what a test can ask

    /** All payments in the order of their opening. */
    public List<PmTransaction> transactions() {
        return book.all();
    }

    /** All notifications sent so far. */
    public List<Notice> notices() {
        return List.copyOf(notices);
    }

    /** The form that the payer's browser would carry back now, with its hash. */
    public Map<String, String> returnForm(String txid) {
        PmTransaction transaction = known(txid);
        Map<String, String> form = callback(transaction);
        form.put("hash", signature.ofReturn(form));
        return form;
    }

    /** The form of a notification, which has no hash. */
    public Map<String, String> notifyForm(String txid) {
        PmTransaction transaction = known(txid);
        Map<String, String> form = callback(transaction);
        form.put("procedure", transaction.procedure());
        return form;
    }

    // what a test can make happen

    /** When the portal is notified from now on. */
    public void notifications(Notify when) {
        this.notify = when;
    }

    /** Writes the status as a JSON number instead of text from now on; the real platform does either. */
    public void statusAsNumber(boolean asNumber) {
        this.statusAsNumber = asNumber;
    }

    /** Tells another amount than was ordered in all callbacks from now on, signed as usual; 0 for the right one. */
    public void tellAmount(long cents) {
        toldCents.set(cents);
    }

    /** Tells this address of the payment page from now on; null for the right one. */
    public void tellPage(@Nullable URI page) {
        this.toldPage = page;
    }

    /** The next payer who presses "Bezahlen" is refused by the card company. */
    public void nextPaymentFails() {
        nextFails.set(true);
    }

    /** The payment arrives, whatever happened before, and the portal is notified. */
    public void pay(String txid) {
        settle(txid, PmTransaction.PAID, METHOD);
    }

    /** The payer turns back, and the portal is notified. */
    public void cancel(String txid) {
        settle(txid, PmTransaction.ENDED, "");
    }

    /** The payment fails, and the portal is notified. */
    public void fail(String txid) {
        settle(txid, PmTransaction.ENDED, METHOD);
    }

    /** Notifies the portal now. */
    public void notifyPortal(String txid) {
        send(known(txid), 1);
    }

    @Override
    protected void onReset() {
        notices.clear();
        toldCents.set(0);
        nextFails.set(false);
        notify = Notify.BEFORE_RETURN;
        statusAsNumber = false;
        toldPage = null;
    }

    // the interface

    private PeerResponse open(PeerRequest request) {
        Map<String, String> form = request.form();
        Optional<String> fault = PmRules.fault(form);
        if (fault.isPresent()) {
            return refused(fault.get());
        }
        if (!signature.fitsStart(form)) {
            return refused("ungültiger Hashwert");
        }
        PmTransaction transaction = new PmTransaction(
                form.getOrDefault("txid", tokens.uuid().toString()),
                form.getOrDefault("ags", ""),
                Long.parseLong(form.getOrDefault("amount", "")),
                form.getOrDefault("procedure", ""),
                form.getOrDefault("desc", ""),
                Optional.ofNullable(form.get("accountingRecord")),
                Optional.ofNullable(form.get("notifyURL")),
                Optional.ofNullable(form.get("redirectURL")),
                PmTransaction.IN_PROGRESS,
                "",
                TIME.format(LocalDateTime.now(clock.withZone(ZONE))),
                tokens.token());
        if (!book.add(transaction)) {
            return refused("txid bereits vergeben");
        }
        URI page = toldPage;
        URI url = page == null ? uri("/paypage/" + transaction.pageKey()) : page;
        return PeerResponse.json("{\"url\": \"" + url + "\", \"txid\": \"" + transaction.txid() + "\"}");
    }

    private static PeerResponse refused(String text) {
        return PeerResponse.text(text).withStatus(400);
    }

    private PeerResponse status(PeerRequest request) {
        Optional<PmTransaction> found = book.find(request.variable("txid"))
                .filter(transaction -> transaction.ags().equals(request.variable("ags")));
        if (found.isEmpty()) {
            return PeerResponse.status(404);
        }
        int status = found.get().status();
        String value = statusAsNumber ? Integer.toString(status) : "\"" + status + "\"";
        return PeerResponse.json(
                "{\"status\": " + value + ", \"timestamp\": \"" + found.get().createdAt() + "\"}");
    }

    // the pages

    private PeerResponse show(PeerRequest request) {
        return byPage(request).map(this::show).orElseGet(PayPages::unknown);
    }

    private PeerResponse show(PmTransaction transaction) {
        if (transaction.status() != PmTransaction.IN_PROGRESS) {
            return back(transaction);
        }
        PayPages.Bill bill = new PayPages.Bill(
                Money.cents(transaction.cents()),
                transaction.desc(),
                "Amtlicher Gemeindeschlüssel " + transaction.ags(),
                transaction.pageKey());
        return PayPages.show(PayPages.pay(bill), "");
    }

    private PeerResponse press(PeerRequest request) {
        Optional<PmTransaction> found = byPage(request);
        if (found.isEmpty()) {
            return PayPages.unknown();
        }
        PmTransaction transaction = found.get();
        String action = request.form().getOrDefault("action", "");
        if (action.equals("later")) {
            return PayPages.later(transaction.redirectUrl().orElse(""));
        }
        if (transaction.status() == PmTransaction.IN_PROGRESS && action.equals("pay")) {
            int result = nextFails.getAndSet(false) ? PmTransaction.ENDED : PmTransaction.PAID;
            settle(transaction.txid(), result, METHOD);
        } else if (transaction.status() == PmTransaction.IN_PROGRESS && action.equals("cancel")) {
            cancel(transaction.txid());
        }
        return show(known(transaction.txid()));
    }

    private Optional<PmTransaction> byPage(PeerRequest request) {
        String key = request.variable("key");
        return book.first(transaction -> transaction.pageKey().equals(key));
    }

    private PeerResponse back(PmTransaction transaction) {
        if (transaction.redirectUrl().isEmpty()) {
            return PayPages.over();
        }
        String target = transaction.redirectUrl().get();
        boolean paid = transaction.status() == PmTransaction.PAID;
        return PayPages.show(PayPages.back(paid, target, returnForm(transaction.txid())), target);
    }

    private void settle(String txid, int status, String method) {
        PmTransaction after = book.change(txid, transaction -> transaction.with(status, method));
        if (notify != Notify.NEVER) {
            send(after, notify == Notify.TWICE_AT_ONCE ? 2 : 1);
        }
    }

    private void send(PmTransaction transaction, int times) {
        transaction.notifyUrl().ifPresent(url -> notifier.post(URI.create(url), notifyForm(transaction.txid()), times)
                .forEach(status -> notices.add(new Notice(transaction.txid(), status))));
    }

    private PmTransaction known(String txid) {
        return book.find(txid)
                .orElseThrow(() -> new IllegalArgumentException("No payment with the txid " + txid + " was opened"));
    }

    private Map<String, String> callback(PmTransaction transaction) {
        long told = toldCents.get();
        return new LinkedHashMap<>(transaction.callback(told == 0 ? transaction.cents() : told));
    }

    /**
     * Sets up {@link MockPmPayment}.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final char[] salt;
        private int port;
        private @Nullable Path state;
        private Clock clock = Clock.systemUTC();
        private Tokens tokens = Tokens.secure();

        private Builder(char[] salt) {
            this.salt = salt.clone();
        }

        /** On this port instead of a free one. */
        public Builder port(int number) {
            this.port = number;
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
        public MockPmPayment start() {
            return new MockPmPayment(this);
        }
    }
}
