// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.mailbox;

import de.ozgkit.examples.serviceportal.pay.Fees;
import de.ozgkit.examples.serviceportal.web.Ui;
import de.ozgkit.examples.serviceportal.web.Words;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.PaymentView;
import de.ozgkit.payment.Payments;
import de.ozgkit.postbox.Case;
import de.ozgkit.postbox.CaseEvent;
import de.ozgkit.postbox.CaseStatus;
import de.ozgkit.postbox.Cases;
import de.ozgkit.postbox.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what the pages show of an application. */
public final class CaseViews {

    private static final String UNOPENED =
            "Diese Nachricht haben Sie noch nicht geöffnet. Sie finden sie unter „Mein Postkorb“.";

    private final Cases cases;
    private final Payments payments;
    private final Fees fees;

    public CaseViews(Cases cases, Payments payments, Fees fees) {
        this.cases = cases;
        this.payments = payments;
        this.fees = fees;
    }

    /** As the citizen sees it. */
    public CaseView forCitizen(Case application) {
        return view(application, "/anhang/", true);
    }

    /** As the office sees it. */
    public CaseView forOffice(Case application) {
        return view(application, "/amt/vorgang/" + application.id() + "/anhang/", false);
    }

    private CaseView view(Case application, String filePath, boolean citizen) {
        List<CaseEvent> events = cases.timeline(application.id());
        Optional<Fees.Due> due = fees.of(application);
        Optional<PaymentView> payment = payments.of(application.id());
        boolean paid = payment.filter(PaymentView::isPaid).isPresent();
        return new CaseView(
                application.id(),
                application.serviceTitle(),
                application.reference(),
                application.office().title(),
                application.status(),
                Words.time(application.submittedAt()),
                expected(events),
                timeline(events, application.status()),
                thread(cases.conversation().thread(application.id()), filePath, citizen),
                application.answers().stream()
                        .map(answer -> new Ui.Answer(answer.label(), answer.value(), ""))
                        .toList(),
                MessageView.files(application.attachments(), filePath),
                payment(due, payment),
                due.map(d -> d.amount().toString()).orElse(""),
                due.filter(d -> !paid).map(d -> "/vorgang/" + application.id() + "/zahlung"),
                List.of());
    }

    private static String payment(Optional<Fees.Due> due, Optional<PaymentView> payment) {
        if (due.isEmpty()) {
            return "Keine Gebühr";
        }
        String amount = due.get().amount().toString();
        if (payment.isEmpty()) {
            return amount + ", noch nicht bezahlt";
        }
        if (payment.get().state() == PaymentState.REVIEW) {
            return amount + ", wird von der Stadtkasse geklärt";
        }
        return payment.get()
                .paidAt()
                .map(at -> amount + ", bezahlt am " + Words.time(at))
                .orElseGet(() -> switch (payment.get().state()) {
                    case FAILED, CANCELLED, EXPIRED -> amount + ", noch nicht bezahlt";
                    case AWAITING_TRANSFER -> amount + ", Überweisung wird erwartet";
                    case PARTLY_PAID -> amount + ", zum Teil bezahlt";
                    default -> amount + ", Zahlung wird geprüft";
                });
    }

    private static List<Ui.Step> timeline(List<CaseEvent> events, CaseStatus status) {
        List<Ui.Step> steps = new ArrayList<>();
        boolean over = status == CaseStatus.DECIDED || status == CaseStatus.CLOSED;
        for (int i = 0; i < events.size(); i++) {
            CaseEvent event = events.get(i);
            boolean last = i == events.size() - 1;
            boolean news = i == 0 || events.get(i - 1).status() != event.status();
            steps.add(new Ui.Step(
                    news ? event.status().germanName() : headline(event.text()),
                    news ? event.text() : "",
                    Words.time(event.at()),
                    !last || over,
                    last && !over));
        }
        if (!over) {
            String expected = expected(events);
            steps.add(new Ui.Step(
                    CaseStatus.DECIDED.germanName(),
                    "",
                    expected.isEmpty() ? "" : "voraussichtlich bis " + expected,
                    false,
                    false));
        }
        return steps;
    }

    private static String headline(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** The day that was promised last. */
    private static String expected(List<CaseEvent> events) {
        String expected = "";
        for (CaseEvent event : events) {
            expected = event.expected().map(Words::date).orElse(expected);
        }
        return expected;
    }

    private static List<Ui.Message> thread(List<Message> messages, String filePath, boolean citizen) {
        return messages.stream()
                .map(message -> new Ui.Message(
                        message.fromOffice() ? message.office().title() : citizen ? "Sie" : "Antragstellende Person",
                        message.fromOffice() ? message.kind().germanName() : "Nachricht",
                        Words.time(message.sentAt()),
                        hidden(message, citizen) ? UNOPENED : message.text(),
                        hidden(message, citizen) ? List.of() : MessageView.files(message.attachments(), filePath),
                        message.fromOffice() != citizen))
                .toList();
    }

    /** A message counts as read only when it was opened in the postbox; the thread must not give it away before. */
    private static boolean hidden(Message message, boolean citizen) {
        return citizen && message.unread();
    }
}
