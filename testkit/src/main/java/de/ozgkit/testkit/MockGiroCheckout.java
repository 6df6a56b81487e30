// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.core.Money;
import de.ozgkit.core.Tokens;
import de.ozgkit.testkit.internal.girocheckout.GcRules;
import de.ozgkit.testkit.internal.girocheckout.GcRules.Call;
import de.ozgkit.testkit.internal.girocheckout.GcSignature;
import de.ozgkit.testkit.internal.paypage.PayBook;
import de.ozgkit.testkit.internal.paypage.PayPages;
import de.ozgkit.testkit.internal.paypage.PortalNotifier;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The payment platform GiroCheckout on this machine: opens payments by one method and on a payment page, lets a person pay without
 * JavaScript, notifies the portal by GET, sends the payer back with the same signed fields, tells the state and sends money back. As strict
 * as the notes: fields, their form and the hash are checked, and every answer is signed. It mirrors our own reading and proves no conformity.
 *
 * <pre>{@code
 * MockGiroCheckout pay = MockGiroCheckout.withPassword("secret".toCharArray()).start();
 * pay.next(MockGiroCheckout.PAGE, Fault.lostAnswer());          // the page is opened, but nobody hears of it
 * pay.pay(pay.transactions().get(0).merchantTxId());            // somebody paid, and the portal is notified
 * }</pre>
 *
 * @since 0.1
 */
public final class MockGiroCheckout extends MockPeer {

    /** The password of a mock that was given none. It protects nothing. */
    public static final String PASSWORD = "mock-girocheckout";

    /** Where payments by one method are opened. */
    public static final String START = "/transaction/start";

    /** Where payment pages are opened. */
    public static final String PAGE = "/paypage/init";

    /** Where the state of a payment is read. */
    public static final String STATUS = "/transaction/status";

    /** Where money is sent back. */
    public static final String REFUND = "/transaction/refund";

    private static final int UNAUTHENTICATED = 5000;
    private static final int WRONG_HASH = 5002;
    private static final int MERCHANT_TX_ID = 5022;
    private static final int AMOUNT = 5030;
    private static final int NOT_FOUND = 5034;

    private final GcSignature signature;
    private final PayBook<GiroTransaction> book;
    private final Set<String> projects;
    private final Tokens tokens;
    private final PortalNotifier notifier = new PortalNotifier();
    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    private final Set<String> refunds = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean nextFails = new AtomicBoolean();
    private volatile Notify notify = Notify.BEFORE_RETURN;
    private volatile long toldCents;
    private volatile int toldResult;
    private volatile String toldHash = "";
    private volatile @Nullable URI toldPage;

    /** A mock on a free port that shares the password {@link #PASSWORD} with the portal. */
    public MockGiroCheckout() {
        this(withPassword(PASSWORD.toCharArray()));
    }

    private MockGiroCheckout(Builder options) {
        super(options.port);
        this.signature = new GcSignature(options.password);
        this.projects = options.projects;
        this.tokens = options.tokens;
        this.book = new PayBook<>(
                GiroTransaction.class,
                GiroTransaction::merchantTxId,
                options.state == null ? null : options.state.resolve("girocheckout.jsonl"));
        route("POST", START, request -> answer(Call.START, request));
        route("POST", PAGE, request -> answer(Call.PAGE, request));
        route("POST", STATUS, request -> answer(Call.STATUS, request));
        route("POST", REFUND, request -> answer(Call.REFUND, request));
        page("GET", "/paypage/{key}", this::show);
        page("POST", "/paypage/{key}", this::press);
        page("GET", "/paypage/assets/weiter.js", request -> PayPages.script());
        page("GET", "/paypage/assets/seite.css", request -> PayPages.style());
    }

    /** A mock whose projects all have this password. */
    public static Builder withPassword(char[] password) {
        return new Builder(password);
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
    public record Notice(String merchantTxId, int status) {

        /** Whether the platform would send it again: anything but 200 and 400. */
        public boolean willBeRepeated() {
            return status != 200 && status != 400;
        }
    }

    // what a test can ask

    /** All payments in the order of their opening. */
    public List<GiroTransaction> transactions() {
        return book.all();
    }

    /** All notifications sent so far. */
    public List<Notice> notices() {
        return List.copyOf(notices);
    }

    /** The signed fields that a notification and the payer's browser carry now. */
    public Map<String, String> message(String merchantTxId) {
        GiroTransaction transaction = known(merchantTxId);
        Map<String, String> fields =
                new LinkedHashMap<>(transaction.message(toldCents == 0 ? transaction.cents() : toldCents));
        fields.put("gcHash", signature.of(String.join("", fields.values())));
        return fields;
    }

    // what a test can make happen

    /** When the portal is notified from now on. */
    public void notifications(Notify when) {
        this.notify = when;
    }

    /** Tells another amount than was ordered from now on, signed as usual; 0 for the right one. */
    public void tellAmount(long cents) {
        this.toldCents = cents;
    }

    /** Tells this code of every payment from now on when asked; 0 for the right one. */
    public void tellResult(int code) {
        this.toldResult = code;
    }

    /** Signs every answer with this hash from now on; empty for the right one. */
    public void tellHash(String hash) {
        this.toldHash = hash;
    }

    /** Tells this address of the payment page from now on; null for the right one. */
    public void tellPage(@Nullable URI page) {
        this.toldPage = page;
    }

    /** The next payer who presses "Bezahlen" is refused. */
    public void nextPaymentFails() {
        nextFails.set(true);
    }

    /** The payment arrives, whatever happened before, and the portal is notified. */
    public void pay(String merchantTxId) {
        end(merchantTxId, GiroTransaction.PAID);
    }

    /** The payer turns back, and the portal is notified. */
    public void cancel(String merchantTxId) {
        end(merchantTxId, GiroTransaction.CANCELLED);
    }

    /** The payment fails, and the portal is notified. */
    public void fail(String merchantTxId) {
        end(merchantTxId, GiroTransaction.REJECTED);
    }

    /** The payment gets this code, such as 4500, and the portal is notified. */
    public void end(String merchantTxId, int code) {
        book.change(merchantTxId, transaction -> transaction.with(code, transaction.refunded()));
        if (notify != Notify.NEVER) {
            send(merchantTxId, notify == Notify.TWICE_AT_ONCE ? 2 : 1);
        }
    }

    /** Notifies the portal now. */
    public void notifyPortal(String merchantTxId) {
        send(merchantTxId, 1);
    }

    /** Sends the notifications again whose last answer was neither 200 nor 400; the real platform does so every 30 minutes, 10 times. */
    public void repeatNotifications() {
        Map<String, Notice> last = new LinkedHashMap<>();
        notices.forEach(notice -> last.put(notice.merchantTxId(), notice));
        last.values().stream().filter(Notice::willBeRepeated).forEach(notice -> send(notice.merchantTxId(), 1));
    }

    @Override
    protected void onReset() {
        notices.clear();
        nextFails.set(false);
        notify = Notify.BEFORE_RETURN;
        toldCents = 0;
        toldResult = 0;
        toldHash = "";
        toldPage = null;
    }

    // the interface

    private PeerResponse answer(Call call, PeerRequest request) {
        Map<String, String> form = request.form();
        String project = form.getOrDefault("merchantId", "") + "/" + form.getOrDefault("projectId", "");
        if (!projects.isEmpty() && !projects.contains(project)) {
            return PeerResponse.json("{\"rc\":" + UNAUTHENTICATED + ",\"msg\":\"authentication failed\"}");
        }
        if (!signature.fits(call.order(), form)) {
            return refusal(WRONG_HASH);
        }
        int fault = GcRules.fault(call, form, request.text());
        if (fault != GcRules.WELL) {
            return refusal(fault);
        }
        return switch (call) {
            case START, PAGE -> open(call == Call.PAGE, form);
            case STATUS -> status(form);
            case REFUND -> refund(form);
        };
    }

    private PeerResponse signed(String json) {
        return PeerResponse.json(json).header("hash", toldHash.isEmpty() ? signature.of(json) : toldHash);
    }

    private PeerResponse refusal(int code) {
        return signed("{\"rc\":" + code + ",\"msg\":\"refused\"}");
    }

    private PeerResponse open(boolean page, Map<String, String> form) {
        String reference = tokens.uuid().toString();
        String back = form.getOrDefault("urlRedirect", "");
        GiroTransaction transaction = new GiroTransaction(
                form.getOrDefault("merchantTxId", ""),
                form.getOrDefault("merchantId", ""),
                form.getOrDefault("projectId", ""),
                page,
                reference,
                page ? tokens.uuid().toString() : reference,
                Long.parseLong(form.getOrDefault("amount", "")),
                form.getOrDefault("purpose", ""),
                Optional.ofNullable(form.get("kassenzeichen")),
                Optional.ofNullable(form.get(page ? "notifyUrl" : "urlNotify")),
                form.getOrDefault("successUrl", back),
                form.getOrDefault("backUrl", back),
                form.getOrDefault("failUrl", back),
                GiroTransaction.OPEN,
                0,
                tokens.token());
        if (!book.add(transaction)) {
            return refusal(MERCHANT_TX_ID);
        }
        URI other = toldPage;
        URI address = other == null ? uri("/paypage/" + transaction.pageKey()) : other;
        return signed("{\"rc\":0,\"msg\":\"\",\"reference\":\"" + reference + "\",\"" + (page ? "url" : "redirect")
                + "\":\"" + address + "\"}");
    }

    private Optional<GiroTransaction> named(Map<String, String> form) {
        return book.first(transaction -> transaction.reference().equals(form.get("reference"))
                && transaction.projectId().equals(form.get("projectId"))
                && form.getOrDefault("txreference", transaction.payment()).equals(transaction.payment()));
    }

    private PeerResponse status(Map<String, String> form) {
        Optional<GiroTransaction> found = named(form);
        if (found.isEmpty()) {
            return refusal(NOT_FOUND);
        }
        GiroTransaction transaction = found.get();
        int code = toldResult == 0 ? transaction.result() : toldResult;
        boolean open = code == GiroTransaction.OPEN;
        return signed("{\"rc\":0,\"msg\":\"\",\"reference\":\""
                + (open ? transaction.reference() : transaction.payment())
                + "\",\"merchantTxId\":\"" + transaction.merchantTxId()
                + "\",\"backendTxId\":\"884.1\",\"amount\":\"" + (toldCents == 0 ? transaction.cents() : toldCents)
                + "\",\"currency\":\"EUR\"" + (open ? "" : ",\"resultPayment\":\"" + code + "\"") + "}");
    }

    private PeerResponse refund(Map<String, String> form) {
        Optional<GiroTransaction> found =
                named(form).filter(transaction -> transaction.result() == GiroTransaction.PAID);
        if (found.isEmpty()) {
            return refusal(NOT_FOUND);
        }
        String number = form.getOrDefault("merchantTxId", "");
        long cents = Long.parseLong(form.getOrDefault("amount", ""));
        String id = found.get().merchantTxId();
        synchronized (refunds) {
            if (book.find(id).orElseThrow().refunded() + cents > found.get().cents()) {
                return refusal(AMOUNT);
            }
            if (!refunds.add(number)) {
                return refusal(MERCHANT_TX_ID);
            }
            book.change(id, transaction -> transaction.with(transaction.result(), transaction.refunded() + cents));
        }
        return signed("{\"rc\":0,\"msg\":\"\",\"reference\":\"" + tokens.uuid() + "\",\"referenceParent\":\""
                + found.get().payment() + "\",\"merchantTxId\":\"" + number
                + "\",\"backendTxId\":\"885.1\",\"amount\":\""
                + cents + "\",\"currency\":\"EUR\",\"resultPayment\":\"4000\"}");
    }

    // the pages

    private PeerResponse show(PeerRequest request) {
        Optional<GiroTransaction> found = byPage(request);
        if (found.isEmpty()) {
            return PayPages.unknown();
        }
        GiroTransaction transaction = found.get();
        if (transaction.result() != GiroTransaction.OPEN) {
            return back(transaction);
        }
        PayPages.Bill bill = new PayPages.Bill(
                Money.cents(transaction.cents()),
                transaction.purpose(),
                "GiroCheckout-Projekt " + transaction.projectId(),
                transaction.pageKey());
        return PayPages.show(PayPages.pay(bill), transaction.successUrl());
    }

    private PeerResponse press(PeerRequest request) {
        Optional<GiroTransaction> found = byPage(request);
        if (found.isEmpty()) {
            return PayPages.unknown();
        }
        GiroTransaction transaction = found.get();
        String action = request.form().getOrDefault("action", "");
        if (action.equals("later")) {
            return PayPages.later(transaction.backUrl());
        }
        boolean open = transaction.result() == GiroTransaction.OPEN;
        if (open && action.equals("pay")) {
            end(
                    transaction.merchantTxId(),
                    nextFails.getAndSet(false) ? GiroTransaction.REJECTED : GiroTransaction.PAID);
        } else if (open && action.equals("cancel")) {
            cancel(transaction.merchantTxId());
        }
        return back(known(transaction.merchantTxId()));
    }

    private Optional<GiroTransaction> byPage(PeerRequest request) {
        String key = request.variable("key");
        return book.first(transaction -> transaction.pageKey().equals(key));
    }

    private PeerResponse back(GiroTransaction transaction) {
        URI target = transaction.result() == GiroTransaction.OPEN
                ? URI.create(transaction.back())
                : PortalNotifier.with(transaction.back(), message(transaction.merchantTxId()));
        return PeerResponse.redirect(target).header("Referrer-Policy", "no-referrer");
    }

    private void send(String merchantTxId, int times) {
        Map<String, String> fields = message(merchantTxId);
        known(merchantTxId).notifyUrl().ifPresent(url -> notifier.get(PortalNotifier.with(url, fields), times)
                .forEach(status -> notices.add(new Notice(merchantTxId, status))));
    }

    private GiroTransaction known(String merchantTxId) {
        return book.find(merchantTxId)
                .orElseThrow(() -> new IllegalArgumentException("No payment " + merchantTxId + " was opened"));
    }

    /**
     * Sets up {@link MockGiroCheckout}.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final char[] password;
        private int port;
        private Set<String> projects = Set.of();
        private @Nullable Path state;
        private Tokens tokens = Tokens.secure();

        private Builder(char[] password) {
            this.password = password.clone();
        }

        /** On this port instead of a free one. */
        public Builder port(int number) {
            this.port = number;
            return this;
        }

        /** Knows these projects only, written {@code merchant/project}; any if not set. Others get an answer without a hash. */
        public Builder projects(String... known) {
            this.projects = Set.of(known);
            return this;
        }

        /** Keeps the payments in a file in this folder, so that they outlive the process. */
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
        public MockGiroCheckout start() {
            return new MockGiroCheckout(this);
        }
    }
}
