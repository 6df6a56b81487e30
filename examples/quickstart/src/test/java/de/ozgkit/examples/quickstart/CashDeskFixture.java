// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.PaymentConnector;
import de.ozgkit.testkit.Fault;
import de.ozgkit.testkit.PaymentCase;
import de.ozgkit.testkit.PaymentFixture;
import de.ozgkit.testkit.PeerResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the contract needs to look into the cash desk and to disturb it. */
final class CashDeskFixture implements PaymentFixture {

    private static final URI NOBODY = URI.create("http://127.0.0.1:1");
    private static final int OFTEN = 10;

    private final MockCashDesk desk = new MockCashDesk();
    private volatile Duration patience = Duration.ofSeconds(15);
    private volatile long lie;

    // tag::fixture
    @Override
    public PaymentConnector connector(Setup setup) {
        String secret = setup == Setup.WRONG_SECRET ? "ein-anderes" : MockCashDesk.SECRET;
        URI base = setup == Setup.UNREACHABLE ? NOBODY : desk.uri();
        HttpGateway http =
                HttpGateway.to("our-desk").timeout(patience).maxBytes(65_536).build();
        return new OurCashDesk("4711", secret, base, http);
    }

    @Override
    public Optional<String> excuse(PaymentCase which) {
        return Optional.empty(); // else a reason, such as "the desk tells no amount"
    }

    @Override
    public void move(Move move, PaymentAttempt attempt) {
        String status =
                switch (move) {
                    case PAY -> "paid";
                    case CANCEL -> "cancelled";
                    case FAIL -> "failed";
                };
        desk.states.put(attempt.reference(), status);
    }

    @Override
    public void disturb(Call call, Disturbance how) {
        Fault fault =
                switch (how) {
                    case LOST -> Fault.lostAnswer();
                    case UNAVAILABLE -> Fault.unavailable(Duration.ofMinutes(1));
                    case SLOW -> Fault.delay(Duration.ofMillis(900));
                    case BROKEN -> Fault.garbage();
                    case HUGE -> Fault.answer(PeerResponse.of("application/json", new byte[2_000_000]));
                };
        patience = how == Disturbance.SLOW ? Duration.ofMillis(300) : patience;
        always(call, fault);
    }
    // end::fixture

    private void always(Call call, Fault fault) {
        String route =
                switch (call) {
                    case START -> "/payments";
                    case QUERY, REFUND -> "/payments/{number}";
                    case CHECK -> "/health";
                };
        desk.next(route, Collections.nCopies(OFTEN, fault).toArray(new Fault[0]));
    }

    @Override
    public void tell(Lie told) {
        switch (told) {
            case FOREIGN_PAGE -> desk.page = "https://bezahlen.example/";
            case UNKNOWN_STATUS -> desk.states.replaceAll((number, status) -> "verbucht");
            case OTHER_AMOUNT -> {
                lie = 1;
                desk.cents.replaceAll((number, cents) -> cents + lie);
            }
        }
    }

    @Override
    public void calm() {
        desk.reset();
        desk.page = "";
        desk.cents.replaceAll((number, cents) -> cents - lie);
        lie = 0;
        patience = Duration.ofSeconds(15);
    }

    @Override
    public Optional<Callback> message(Message kind, Callback.Channel channel, PaymentAttempt attempt) {
        String number = attempt.reference();
        String cents = Long.toString(attempt.amount().cents() + (kind == Message.OTHER_AMOUNT ? 1 : 0));
        String status = desk.states.get(number);
        Map<String, String> fields = new HashMap<>(Map.of("number", number, "cents", cents, "status", status));
        fields.put("signature", OurCashDesk.signature(MockCashDesk.SECRET, number, cents, status));
        if (kind == Message.FORGED) {
            fields.put("status", "paid");
        }
        return Optional.of(new Callback(channel, fields));
    }

    @Override
    public int payable() {
        return Collections.frequency(desk.states.values(), "open");
    }

    @Override
    public List<String> secrets() {
        return List.of(MockCashDesk.SECRET);
    }

    @Override
    public String log() {
        return "";
    }

    @Override
    public void close() {
        desk.close();
    }
}
