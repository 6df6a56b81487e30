// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.apply;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.examples.serviceportal.catalogue.Catalogue;
import de.ozgkit.examples.serviceportal.catalogue.Offer;
import de.ozgkit.examples.serviceportal.catalogue.Office;
import de.ozgkit.examples.serviceportal.catalogue.Place;
import de.ozgkit.examples.serviceportal.catalogue.Places;
import de.ozgkit.examples.serviceportal.signin.SignIns;
import de.ozgkit.examples.serviceportal.signin.SignedIn;
import de.ozgkit.examples.serviceportal.web.Link;
import de.ozgkit.examples.serviceportal.web.Page;
import de.ozgkit.examples.serviceportal.web.Ui;
import de.ozgkit.examples.serviceportal.web.Views;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.form.Answers;
import de.ozgkit.xoevfim.form.FieldPath;
import de.ozgkit.xoevfim.form.FormField;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applying: start, one page after the other, check, send. */
public final class ApplyPages {

    private final Places places;
    private final Catalogue catalogue;
    private final Processes processes;
    private final Drafts drafts;
    private final Submissions submissions;
    private final Uploads uploads;
    private final SignIns signIns;
    private final Views views;

    public ApplyPages(
            Places places,
            Catalogue catalogue,
            Processes processes,
            Drafts drafts,
            Submissions submissions,
            SignIns signIns,
            Views views) {
        this.places = places;
        this.catalogue = catalogue;
        this.processes = processes;
        this.drafts = drafts;
        this.submissions = submissions;
        this.uploads = new Uploads(drafts);
        this.signIns = signIns;
        this.views = views;
    }

    public void register(RoutesConfig routes) {
        routes.get("/{place}/antrag/{process}", this::begin);
        routes.get("/antrag/{draft}/pruefen", this::check);
        routes.post("/antrag/{draft}/senden", this::send);
        routes.get("/antrag/{draft}/{step}", this::ask);
        routes.post("/antrag/{draft}/{step}", this::answer);
    }

    /** One draft with all that its pages need. */
    private record Work(Draft draft, Place place, ServiceProcess process, List<Step> steps) {

        /** The address of a step. */
        String path(Step step) {
            return draft.path() + "/" + step.path();
        }

        Work with(Draft changed) {
            return new Work(changed, place, process, FormSteps.of(process.form(), changed));
        }

        Optional<Step> step(String path) {
            return steps.stream()
                    .filter(step -> step.path().toString().equals(path))
                    .findFirst();
        }
    }

    private void begin(Context ctx) {
        Place place = places.find(ctx.pathParam("place")).orElseThrow(NotFoundResponse::new);
        ServiceProcess process = processes
                .find(ctx.pathParam("process"))
                .filter(found -> offered(found, place))
                .orElseThrow(NotFoundResponse::new);
        SignedIn person = signIns.require(ctx, process.level());
        Draft draft = drafts.resumeOrBegin(place.slug(), process.slug(), person.key(), prefilled(process, person));
        Work work = work(draft);
        ctx.redirect(work.path(work.steps().get(0)), HttpStatus.SEE_OTHER);
    }

    private boolean offered(ServiceProcess process, Place place) {
        return process.serviceId()
                .map(service -> catalogue
                        .find(place, service)
                        .flatMap(offer -> offer.applyPath())
                        .isPresent())
                .orElse(true);
    }

    private static Answers prefilled(ServiceProcess process, SignedIn person) {
        Answers answers = Answers.none();
        for (Map.Entry<FieldPath, String> entry : process.prefill().entrySet()) {
            String known = person.account().get(entry.getValue());
            if (known != null) {
                answers = answers.with(entry.getKey(), known);
            }
        }
        return process.form().normalise(answers);
    }

    private void ask(Context ctx) {
        Work work = work(ctx);
        if (work.draft().submitted()) {
            alreadySent(ctx, work);
            return;
        }
        Step step = work.step(ctx.pathParam("step")).orElseThrow(NotFoundResponse::new);
        show(ctx, work, step, List.of());
    }

    private void answer(Context ctx) {
        Work before = work(ctx);
        if (before.draft().submitted()) {
            alreadySent(ctx, before);
            return;
        }
        Step step = before.step(ctx.pathParam("step")).orElseThrow(NotFoundResponse::new);
        Answers answers =
                Inputs.apply(before.process().form(), step, before.draft().answers(), ctx.formParamMap());
        Uploads.Taken taken = uploads.take(ctx, before.draft(), step, answers);
        Work after = before.with(before.draft().with(taken.answers()));
        drafts.save(after.draft());
        List<Finding> findings = taken.refused().isEmpty() ? findings(after, step) : taken.refused();
        if (!findings.isEmpty()) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(ctx, after, step, findings);
        } else {
            goOn(ctx, after, step);
        }
    }

    private void goOn(Context ctx, Work work, Step step) {
        if (ctx.formParam("mehr") != null && step.more().isPresent()) {
            Step.More more = step.more().get();
            drafts.save(work.draft().opening(more.first(), more.next()));
            ctx.redirect(work.draft().path() + "/" + more.page(), HttpStatus.SEE_OTHER);
        } else if (ctx.formParam("zurueck") != null
                || position(work, step) + 1 == work.steps().size()) {
            ctx.redirect(work.draft().path() + "/pruefen", HttpStatus.SEE_OTHER);
        } else {
            ctx.redirect(work.path(work.steps().get(position(work, step) + 1)), HttpStatus.SEE_OTHER);
        }
    }

    private void show(Context ctx, Work work, Step step, List<Finding> findings) {
        int position = position(work, step);
        boolean toCheck = ctx.queryParam("zurueck") != null || ctx.formParam("zurueck") != null;
        String back = toCheck
                ? work.draft().path() + "/pruefen"
                : position == 0 ? work.place().path() : work.path(work.steps().get(position - 1));
        boolean single = step.questions().size() == 1
                && step.questions().get(0).field().kind() != FormField.Kind.NOTE
                && !step.questions().get(0).field().occurs().repeats();
        List<QuestionView> questions = step.questions().stream()
                .flatMap(question -> QuestionView.of(question, work.draft().answers(), findings, single).stream())
                .toList();
        StepView view = new StepView(
                work.process().title(),
                step.title(),
                step.help().filter(help -> !single).orElse(""),
                single,
                questions,
                problems(questions),
                work.path(step),
                back,
                toCheck,
                step.more().isPresent(),
                position + 1,
                work.steps().size());
        Page page = page(ctx, work, step.title()).withError(!findings.isEmpty());
        views.show(ctx, "pages/question.jte", page, Map.of("step", view));
    }

    private void check(Context ctx) {
        Work work = work(ctx);
        if (work.draft().submitted()) {
            alreadySent(ctx, work);
            return;
        }
        showCheck(ctx, work, findings(work), Optional.empty());
    }

    private void showCheck(Context ctx, Work work, List<Finding> findings, Optional<String> problem) {
        List<Link> problems = new ArrayList<>(problems(work, findings));
        problem.ifPresent(text -> problems.add(new Link(text, "")));
        Optional<Fee> fee = work.process().fee();
        CheckView view = new CheckView(
                work.process().title(),
                work.place().officialName(),
                sections(work),
                problems,
                amount(work).map(Money::toString),
                fee.map(Fee::text).orElse(""),
                fee.map(Fee::legalBasis).orElse(""),
                work.draft().path() + "/senden",
                work.path(work.steps().get(work.steps().size() - 1)));
        Page page = page(ctx, work, "Angaben prüfen und absenden").withError(!problems.isEmpty());
        views.show(ctx, "pages/check.jte", page, Map.of("check", view));
    }

    private static List<CheckView.Section> sections(Work work) {
        return ReadBack.of(work.steps(), work.draft().answers()).stream()
                .map(section -> new CheckView.Section(
                        section.step().title(),
                        section.lines().stream()
                                .map(line -> new Ui.Answer(
                                        line.label(), line.value(), work.path(section.step()) + "?zurueck=pruefen"))
                                .toList()))
                .toList();
    }

    private static List<Ui.Problem> problems(List<QuestionView> questions) {
        return questions.stream()
                .filter(question -> question.field().error().isPresent())
                .map(question -> new Ui.Problem(
                        question.field().id(), question.field().error().get()))
                .toList();
    }

    private void send(Context ctx) {
        Work work = work(ctx);
        List<Finding> findings = work.draft().submitted() ? List.of() : findings(work);
        if (!findings.isEmpty()) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            showCheck(ctx, work, findings, Optional.empty());
            return;
        }
        try {
            submissions.send(work.draft(), work.process(), work.place(), office(work));
        } catch (RejectedException e) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            showCheck(ctx, work, List.of(), Optional.of(e.publicText()));
            return;
        }
        ctx.redirect("/vorgang/" + work.draft().id() + "/eingegangen", HttpStatus.SEE_OTHER);
    }

    /** What the place of this draft takes. */
    private Optional<Money> amount(Work work) {
        return work.process().fee().flatMap(fee -> offer(work)).map(Offer::fee).filter(amount -> !amount.isZero());
    }

    private Optional<Offer> offer(Work work) {
        return work.process().serviceId().flatMap(service -> catalogue.find(work.place(), service));
    }

    /** Back after sending: no second application, but the way to the first one. */
    private void alreadySent(Context ctx, Work work) {
        views.show(
                ctx,
                "pages/alreadySent.jte",
                page(ctx, work, "Dieser Antrag ist schon abgeschickt"),
                Map.of(
                        "path",
                        "/vorgang/" + work.draft().id(),
                        "title",
                        work.process().title()));
    }

    private String office(Work work) {
        return offer(work).stream()
                .flatMap(offer -> offer.offices().stream())
                .map(Office::name)
                .findFirst()
                .orElse(work.process().office());
    }

    private static List<Finding> findings(Work work) {
        return work.process().form().validate(work.draft().answers()).errors();
    }

    private static List<Finding> findings(Work work, Step step) {
        return findings(work).stream()
                .filter(finding ->
                        step.questions().stream().anyMatch(question -> Inputs.isAbout(finding.path(), question.path())))
                .toList();
    }

    /** For the check page: a sentence and the page on which to mend it. */
    private static List<Link> problems(Work work, List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Link(
                        finding.text(),
                        work.steps().stream()
                                .filter(step -> step.questions().stream()
                                        .anyMatch(question -> Inputs.isAbout(finding.path(), question.path())))
                                .findFirst()
                                .map(step -> work.path(step) + "?zurueck=pruefen")
                                .orElse(work.path(work.steps().get(0)))))
                .toList();
    }

    private Page page(Context ctx, Work work, String heading) {
        return views.page(ctx, heading).at(work.place());
    }

    private static int position(Work work, Step step) {
        for (int i = 0; i < work.steps().size(); i++) {
            if (work.steps().get(i).path().equals(step.path())) {
                return i;
            }
        }
        return 0;
    }

    private Work work(Context ctx) {
        SignedIn person = signIns.require(ctx, TrustLevel.BASIC);
        Draft draft = caseId(ctx.pathParam("draft"))
                .flatMap(id -> drafts.find(id, person.key()))
                .orElseThrow(NotFoundResponse::new);
        Work work = work(draft);
        signIns.require(ctx, work.process().level());
        return work;
    }

    private Work work(Draft draft) {
        Place place = places.find(draft.place()).orElseThrow(NotFoundResponse::new);
        ServiceProcess process = processes.find(draft.process()).orElseThrow(NotFoundResponse::new);
        return new Work(draft, place, process, FormSteps.of(process.form(), draft));
    }

    private static Optional<CaseId> caseId(String text) {
        try {
            return Optional.of(CaseId.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
