// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.mailbox;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.examples.serviceportal.apply.Draft;
import de.ozgkit.examples.serviceportal.apply.Drafts;
import de.ozgkit.examples.serviceportal.apply.Processes;
import de.ozgkit.examples.serviceportal.catalogue.Places;
import de.ozgkit.examples.serviceportal.signin.SignIns;
import de.ozgkit.examples.serviceportal.signin.SignedIn;
import de.ozgkit.examples.serviceportal.web.Files;
import de.ozgkit.examples.serviceportal.web.Page;
import de.ozgkit.examples.serviceportal.web.Ui;
import de.ozgkit.examples.serviceportal.web.Views;
import de.ozgkit.postbox.Attachment;
import de.ozgkit.postbox.AttachmentId;
import de.ozgkit.postbox.Case;
import de.ozgkit.postbox.Cases;
import de.ozgkit.postbox.Message;
import de.ozgkit.postbox.MessageId;
import de.ozgkit.postbox.NewMessage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The citizen's side after sending: overview, one application with timeline and conversation, one message. */
public final class MailboxPages {

    private final Cases cases;
    private final CaseViews caseViews;
    private final Drafts drafts;
    private final Processes processes;
    private final Places places;
    private final SignIns signIns;
    private final Views views;
    private final Tokens tokens;

    public MailboxPages(
            Cases cases,
            CaseViews caseViews,
            Drafts drafts,
            Processes processes,
            Places places,
            SignIns signIns,
            Views views,
            Tokens tokens) {
        this.cases = cases;
        this.caseViews = caseViews;
        this.drafts = drafts;
        this.processes = processes;
        this.places = places;
        this.signIns = signIns;
        this.views = views;
        this.tokens = tokens;
    }

    public void register(RoutesConfig routes) {
        routes.get("/postkorb", this::overview);
        routes.get("/postkorb/{message}", this::message);
        routes.post("/postkorb/{message}", this::open);
        routes.get("/vorgang/{case}", ctx -> show(ctx, own(ctx), Optional.empty(), ""));
        routes.get("/vorgang/{case}/eingegangen", this::confirmation);
        routes.post("/vorgang/{case}/nachricht", this::write);
        routes.get("/anhang/{attachment}", this::download);
    }

    private void overview(Context ctx) {
        String key = person(ctx).key();
        MailboxView view = new MailboxView(
                cases.postbox(key).messages().stream().map(MessageView::of).toList(),
                cases.ofApplicant(key).stream().map(caseViews::forCitizen).toList(),
                drafts.open(key).stream()
                        .flatMap(draft -> openDraft(draft).stream())
                        .toList());
        views.show(ctx, "pages/mailbox.jte", views.page(ctx, "Mein Postkorb"), Map.of("view", view));
    }

    private Optional<MailboxView.OpenDraft> openDraft(Draft draft) {
        return processes.find(draft.process()).flatMap(process -> places.find(draft.place())
                .map(place -> new MailboxView.OpenDraft(
                        process.title(),
                        place.name(),
                        place.path() + "/antrag/" + process.slug(),
                        drafts.daysLeft(draft))));
    }

    /** Says from whom it is and what opening means; the text is shown once it has been opened. */
    private void message(Context ctx) {
        Message message = uuid(ctx.pathParam("message"), MessageId::of)
                .flatMap(id -> cases.postbox(person(ctx).key()).find(id))
                .orElseThrow(NotFoundResponse::new);
        Page page = views.page(ctx, message.subject()).under("Mein Postkorb", "/postkorb");
        views.show(ctx, "pages/message.jte", page, Map.of("message", MessageView.of(message)));
    }

    private void open(Context ctx) {
        Message message = uuid(ctx.pathParam("message"), MessageId::of)
                .flatMap(id -> cases.postbox(person(ctx).key()).read(id))
                .orElseThrow(NotFoundResponse::new);
        ctx.redirect("/postkorb/" + message.id(), HttpStatus.SEE_OTHER);
    }

    private void show(Context ctx, Case application, Optional<String> problem, String typed) {
        Page page = views.page(ctx, application.serviceTitle() + " " + application.reference())
                .under("Mein Postkorb", "/postkorb")
                .withError(problem.isPresent());
        Ui.Field text = Ui.Field.of("text", "Ihre Nachricht").withValue(typed).withError(problem);
        Ui.Field files = Ui.Field.of("dateien", "Datei anhängen")
                .withHint("PDF, JPG oder PNG, höchstens 10 MB")
                .asOptional();
        List<Ui.Problem> problems =
                problem.stream().map(what -> new Ui.Problem("text", what)).toList();
        views.show(
                ctx,
                "pages/case.jte",
                page,
                Map.of(
                        "view",
                        caseViews.forCitizen(application).withProblems(problems),
                        "text",
                        text,
                        "files",
                        files,
                        "messageId",
                        tokens.uuid().toString()));
    }

    private void confirmation(Context ctx) {
        Page page = views.page(ctx, "Ihr Antrag ist eingegangen").under("Mein Postkorb", "/postkorb");
        views.show(ctx, "pages/received.jte", page, Map.of("view", caseViews.forCitizen(own(ctx))));
    }

    private void write(Context ctx) {
        Case application = own(ctx);
        String text = Optional.ofNullable(ctx.formParam("text")).orElse("");
        MessageId id = uuid(ctx.formParam("nachricht"), MessageId::of).orElseThrow(NotFoundResponse::new);
        try {
            NewMessage message =
                    Files.attachAll(NewMessage.of(id, application.id(), text), ctx.uploadedFiles("dateien"));
            if (message.text().isBlank() && message.attachments().isEmpty()) {
                ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
                show(ctx, application, Optional.of("Schreiben Sie einen Text oder wählen Sie eine Datei aus."), text);
                return;
            }
            cases.conversation().answer(application.applicantKey(), message);
        } catch (RejectedException e) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(ctx, application, Optional.of(e.publicText()), text);
            return;
        }
        ctx.redirect("/vorgang/" + application.id() + "#nachrichten", HttpStatus.SEE_OTHER);
    }

    private void download(Context ctx) {
        String key = person(ctx).key();
        AttachmentId id = uuid(ctx.pathParam("attachment"), AttachmentId::of).orElseThrow(NotFoundResponse::new);
        Attachment attachment = cases.ofApplicant(key).stream()
                .flatMap(application -> Stream.concat(
                        application.attachments().stream(),
                        cases.conversation().thread(application.id(), key).stream()
                                .flatMap(message -> message.attachments().stream())))
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundResponse::new);
        Files.send(ctx, attachment, cases.open(id, key).orElseThrow(NotFoundResponse::new));
    }

    private Case own(Context ctx) {
        String key = person(ctx).key();
        return uuid(ctx.pathParam("case"), CaseId::of)
                .flatMap(id -> cases.find(id, key))
                .orElseThrow(NotFoundResponse::new);
    }

    private SignedIn person(Context ctx) {
        return signIns.require(ctx, TrustLevel.BASIC);
    }

    private static <T> Optional<T> uuid(@Nullable String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(String.valueOf(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
