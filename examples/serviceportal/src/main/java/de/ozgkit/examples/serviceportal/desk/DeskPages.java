// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.desk;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.Tokens;
import de.ozgkit.examples.serviceportal.catalogue.Place;
import de.ozgkit.examples.serviceportal.catalogue.Places;
import de.ozgkit.examples.serviceportal.mailbox.CaseView;
import de.ozgkit.examples.serviceportal.mailbox.CaseViews;
import de.ozgkit.examples.serviceportal.web.Files;
import de.ozgkit.examples.serviceportal.web.Page;
import de.ozgkit.examples.serviceportal.web.Session;
import de.ozgkit.examples.serviceportal.web.Sessions;
import de.ozgkit.examples.serviceportal.web.Ui;
import de.ozgkit.examples.serviceportal.web.Views;
import de.ozgkit.postbox.Attachment;
import de.ozgkit.postbox.AttachmentId;
import de.ozgkit.postbox.Case;
import de.ozgkit.postbox.CaseStatus;
import de.ozgkit.postbox.Cases;
import de.ozgkit.postbox.Conversation;
import de.ozgkit.postbox.MessageId;
import de.ozgkit.postbox.NewEvent;
import de.ozgkit.postbox.NewMessage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The desk of an office: log-in, what has arrived, one application with question and decision. */
public final class DeskPages {

    private static final String CLERK = "desk.place";

    private final Cases cases;
    private final CaseViews caseViews;
    private final DeskChannel desk;
    private final Places places;
    private final Sessions sessions;
    private final Views views;
    private final Tokens tokens;
    private final DeskPassword password;

    public DeskPages(
            Cases cases,
            CaseViews caseViews,
            DeskChannel desk,
            Places places,
            Sessions sessions,
            Views views,
            Tokens tokens,
            DeskPassword password) {
        this.cases = cases;
        this.caseViews = caseViews;
        this.desk = desk;
        this.places = places;
        this.sessions = sessions;
        this.views = views;
        this.tokens = tokens;
        this.password = password;
    }

    public void register(RoutesConfig routes) {
        routes.exception(ClerkNeeded.class, (needed, ctx) -> ctx.redirect("/amt/anmelden", HttpStatus.SEE_OTHER));
        routes.get("/amt/anmelden", ctx -> showLogin(ctx, Optional.empty()));
        routes.post("/amt/anmelden", this::login);
        routes.get("/amt", this::inbox);
        routes.get("/amt/vorgang/{case}", ctx -> show(ctx, mine(ctx), Optional.empty()));
        routes.post("/amt/vorgang/{case}/pruefung", this::review);
        routes.post("/amt/vorgang/{case}/frage", ctx -> write(ctx, Conversation::ask));
        routes.post("/amt/vorgang/{case}/bescheid", ctx -> write(ctx, Conversation::decide));
        routes.get("/amt/vorgang/{case}/anhang/{attachment}", this::download);
    }

    /** Nobody, or nobody any more, sits at this desk. */
    private static final class ClerkNeeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ClerkNeeded() {
            super(null, null, false, false);
        }
    }

    private void showLogin(Context ctx, Optional<String> problem) {
        List<Ui.Option> options = places.all().stream()
                .map(place -> Ui.Option.of(place.slug(), place.officialName()))
                .toList();
        Page page = views.page(ctx, "Anmeldung für Ämter").withError(problem.isPresent());
        views.show(ctx, "pages/deskLogin.jte", page, Map.of("places", options, "problem", problem));
    }

    private void login(Context ctx) {
        Optional<Place> place = Optional.ofNullable(ctx.formParam("ort")).flatMap(places::find);
        DeskPassword.Answer answer = password.check(ctx.formParam("passwort"));
        if (answer != DeskPassword.Answer.RIGHT || place.isEmpty()) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            showLogin(
                    ctx,
                    Optional.of(
                            answer == DeskPassword.Answer.WAIT
                                    ? "Zu viele Versuche. Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal."
                                    : "Ort und Passwort passen nicht zusammen. Bitte prüfen Sie beides."));
            return;
        }
        Session session = sessions.rotate(ctx);
        session.put(CLERK, place.get().slug());
        ctx.redirect("/amt", HttpStatus.SEE_OTHER);
    }

    private void inbox(Context ctx) {
        Place place = place(ctx);
        List<CaseView> arrived = cases.at(place.ars()).stream()
                .filter(application -> desk.arrived(application.id()))
                .map(caseViews::forOffice)
                .toList();
        views.show(
                ctx,
                "pages/deskInbox.jte",
                views.page(ctx, "Eingang " + place.officialName()),
                Map.of("cases", arrived));
    }

    private void show(Context ctx, Case application, Optional<String> problem) {
        Page page = views.page(ctx, application.reference() + " " + application.serviceTitle())
                .under("Eingang", "/amt")
                .withError(problem.isPresent());
        String typed = Optional.ofNullable(ctx.formParam("text")).orElse("");
        String wrong = ctx.path().endsWith("/bescheid") ? "bescheid" : "frage";
        List<Ui.Problem> problems =
                problem.stream().map(what -> new Ui.Problem(wrong, what)).toList();
        Ui.Field question = text("frage", "Ihre Frage");
        Ui.Field notice = text("bescheid", "Ihre Entscheidung mit Begründung");
        boolean aboutNotice = wrong.equals("bescheid");
        views.show(
                ctx,
                "pages/deskCase.jte",
                page,
                Map.of(
                        "view", caseViews.forOffice(application).withProblems(problems),
                        "question",
                                aboutNotice
                                        ? question
                                        : question.withValue(typed).withError(problem),
                        "questionFiles", file("frage-datei"),
                        "notice", aboutNotice ? notice.withValue(typed).withError(problem) : notice,
                        "noticeFiles", file("bescheid-datei"),
                        "actionId", tokens.uuid().toString()));
    }

    private static Ui.Field text(String id, String label) {
        return new Ui.Field(id, "text", label, "", "", Optional.empty(), false, false);
    }

    private static Ui.Field file(String id) {
        return new Ui.Field(
                id,
                "dateien",
                "Datei anhängen",
                "PDF, JPG oder PNG, höchstens 10 MB",
                "",
                Optional.empty(),
                true,
                false);
    }

    private void review(Context ctx) {
        Case application = mine(ctx);
        attempt(ctx, application, () -> id(ctx.formParam("aktion"), MessageId::of)
                .ifPresent(action -> cases.record(NewEvent.of(
                        action.value(), application.id(), CaseStatus.IN_REVIEW, "Das Amt prüft Ihren Antrag."))));
    }

    private void write(Context ctx, BiConsumer<Conversation, NewMessage> send) {
        Case application = mine(ctx);
        String text = Optional.ofNullable(ctx.formParam("text")).orElse("");
        if (text.isBlank()) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(ctx, application, Optional.of("Schreiben Sie einen Text an die antragstellende Person."));
            return;
        }
        attempt(ctx, application, () -> {
            MessageId id = id(ctx.formParam("aktion"), MessageId::of).orElseThrow(NotFoundResponse::new);
            NewMessage message = NewMessage.of(id, application.id(), text);
            send.accept(cases.conversation(), Files.attachAll(message, ctx.uploadedFiles("dateien")));
        });
    }

    private void attempt(Context ctx, Case application, Runnable work) {
        try {
            work.run();
            ctx.redirect("/amt/vorgang/" + application.id(), HttpStatus.SEE_OTHER);
        } catch (RejectedException e) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(ctx, cases.find(application.id()).orElse(application), Optional.of(e.publicText()));
        }
    }

    private void download(Context ctx) {
        Case application = mine(ctx);
        AttachmentId id = id(ctx.pathParam("attachment"), AttachmentId::of).orElseThrow(NotFoundResponse::new);
        Attachment attachment = Stream.concat(
                        application.attachments().stream(),
                        cases.conversation().thread(application.id()).stream()
                                .flatMap(message -> message.attachments().stream()))
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundResponse::new);
        Files.send(ctx, attachment, cases.open(id).orElseThrow(NotFoundResponse::new));
    }

    private Place place(Context ctx) {
        return sessions.find(ctx)
                .flatMap(session -> session.get(CLERK))
                .flatMap(places::find)
                .orElseThrow(ClerkNeeded::new);
    }

    /** An application that lies on this desk; those of other authorities are not there. */
    private Case mine(Context ctx) {
        Place place = place(ctx);
        return id(ctx.pathParam("case"), CaseId::of)
                .filter(desk::arrived)
                .flatMap(cases::find)
                .filter(application -> application.office().authority().equals(place.ars()))
                .orElseThrow(NotFoundResponse::new);
    }

    private static <T> Optional<T> id(@Nullable String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(String.valueOf(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
