// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.pages;

import de.ozgkit.core.Tokens;
import de.ozgkit.core.sql.Database;
import de.ozgkit.core.sql.Migrations;
import de.ozgkit.examples.serviceportal.web.Page;
import de.ozgkit.examples.serviceportal.web.Ui;
import de.ozgkit.examples.serviceportal.web.Views;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The form by which anybody reports a barrier, as the accessibility law asks for it: without log-in, and with or without a mail address. */
public final class BarrierPages {

    private static final String PATH = "/barriere-melden";
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_MAIL = 254;
    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final Views views;
    private final Database database;
    private final Clock clock;
    private final Tokens tokens;

    public BarrierPages(Views views, Database database, Clock clock, Tokens tokens) {
        this.views = views;
        this.database = database;
        this.clock = clock;
        this.tokens = tokens;
        Migrations.of("serviceportal-barriers", BarrierPages.class, "001_barriers.sql")
                .apply(database.dataSource());
    }

    public void register(RoutesConfig routes) {
        routes.get(PATH, ctx -> ask(ctx, "", "", List.of()));
        routes.post(PATH, this::receive);
        routes.get(
                PATH + "/danke",
                ctx -> views.show(
                        ctx,
                        "pages/barrier-thanks.jte",
                        page(ctx, "Meldung gespeichert"),
                        Map.of("number", number(ctx))));
    }

    private void receive(Context ctx) {
        String text = field(ctx, "text");
        String mail = field(ctx, "mail");
        List<Ui.Problem> problems = new ArrayList<>();
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            problems.add(
                    new Ui.Problem(
                            "text",
                            "Beschreiben Sie, was nicht geht, zum Beispiel: Die Suche lässt sich nicht mit der Tastatur bedienen"));
        }
        if (!mail.isEmpty()
                && (mail.length() > LONGEST_MAIL || !MAIL.matcher(mail).matches())) {
            problems.add(new Ui.Problem(
                    "mail", "Geben Sie die E-Mail-Adresse so an: name@beispiel.de, oder lassen Sie das Feld leer"));
        }
        if (!problems.isEmpty()) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            ask(ctx, text, mail, problems);
            return;
        }
        UUID id = tokens.uuid();
        database.inTransaction(tx -> tx.update(
                "insert into ozg_portal_barrier (id, reported_at, description, mail) values (?, ?, ?, ?)",
                id,
                clock.instant(),
                text,
                mail));
        ctx.redirect(PATH + "/danke?nr=" + id.toString().substring(0, 8), HttpStatus.SEE_OTHER);
    }

    private void ask(Context ctx, String text, String mail, List<Ui.Problem> problems) {
        Ui.Field textField = Ui.Field.of("text", "Was geht nicht?")
                .withHint("Nennen Sie die Seite und was Sie dort tun wollten.")
                .withValue(text)
                .withError(problem(problems, "text"));
        Ui.Field mailField = Ui.Field.of("mail", "E-Mail-Adresse für eine Antwort")
                .withValue(mail)
                .withError(problem(problems, "mail"))
                .asOptional();
        Page page = page(ctx, "Barriere melden").withError(!problems.isEmpty());
        views.show(ctx, "pages/barrier.jte", page, Map.of("problems", problems, "text", textField, "mail", mailField));
    }

    private Page page(Context ctx, String heading) {
        return views.page(ctx, heading).under("Erklärung zur Barrierefreiheit", "/barrierefreiheit");
    }

    private static Optional<String> problem(List<Ui.Problem> problems, String id) {
        return problems.stream()
                .filter(p -> p.id().equals(id))
                .map(Ui.Problem::text)
                .findFirst();
    }

    private static String field(Context ctx, String name) {
        return Optional.ofNullable(ctx.formParam(name)).orElse("").trim();
    }

    private static String number(Context ctx) {
        return Optional.ofNullable(ctx.queryParam("nr"))
                .filter(nr -> nr.matches("[0-9a-f]{8}"))
                .orElse("");
    }
}
