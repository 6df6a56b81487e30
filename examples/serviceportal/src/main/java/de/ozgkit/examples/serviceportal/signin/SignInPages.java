// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.signin;

import de.ozgkit.core.RejectedException;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.examples.serviceportal.web.Page;
import de.ozgkit.examples.serviceportal.web.Sessions;
import de.ozgkit.examples.serviceportal.web.Views;
import de.ozgkit.identity.BrowserKey;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.LoginCookie;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.LoginRequest;
import de.ozgkit.identity.Nutzerkonto;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Log-in with the Nutzerkonto: choice, hand-over, the way back, log-out. */
public final class SignInPages {

    /** Where the account's answer is posted to, by the citizen's browser and from another site. */
    public static final String ACS = "/saml/acs";

    private static final String HOME = "/postkorb";
    private static final String CANCELLED =
            "Sie haben die Anmeldung abgebrochen. Sie können es jederzeit noch einmal versuchen.";

    private final Nutzerkonto account;
    private final String accountName;
    private final Sessions sessions;
    private final SignIns signIns;
    private final Views views;
    private final Tokens tokens;
    private final LoginCookie cookie;

    /** @param accountName what citizens call the account, such as "Servicekonto.NRW" */
    public SignInPages(
            Nutzerkonto account, String accountName, Sessions sessions, SignIns signIns, Views views, Tokens tokens) {
        this.account = account;
        this.accountName = accountName;
        this.sessions = sessions;
        this.signIns = signIns;
        this.views = views;
        this.tokens = tokens;
        this.cookie = LoginCookie.of(account.assertionConsumerService());
    }

    public void register(RoutesConfig routes) {
        routes.exception(
                SignInNeeded.class,
                (needed, ctx) -> ctx.redirect(
                        "/anmelden?niveau=" + needed.level().name().toLowerCase(Locale.ROOT) + "&ziel="
                                + encoded(needed.returnTo()),
                        HttpStatus.SEE_OTHER));
        routes.get("/anmelden", this::choose);
        routes.post("/anmelden", this::leave);
        routes.post(ACS, this::comeBack);
        routes.get("/saml/metadata", ctx -> ctx.contentType("application/samlmetadata+xml")
                .result(account.metadata()));
        routes.post("/abmelden", this::signOut);
        routes.get(
                "/abgemeldet",
                ctx -> views.show(ctx, "pages/signedOut.jte", views.page(ctx, "Sie sind abgemeldet"), Map.of()));
    }

    private void choose(Context ctx) {
        show(ctx, Optional.empty(), target(ctx.queryParam("ziel")), level(ctx.queryParam("niveau")));
    }

    private void show(Context ctx, Optional<String> problem, String target, TrustLevel level) {
        Page page = views.page(ctx, "Anmelden").withError(problem.isPresent());
        views.show(
                ctx,
                "pages/signIn.jte",
                page,
                Map.of(
                        "accountName", accountName,
                        "host", account.destination().getHost(),
                        "level", level,
                        "target", target,
                        "problem", problem));
    }

    /** Makes a signed request and shows the page that posts it, or leads on with it; without JavaScript the citizen presses the button. */
    private void leave(Context ctx) {
        String target = target(ctx.formParam("ziel"));
        TrustLevel level = level(ctx.formParam("niveau"));
        BrowserKey browser = cookie.keyOrFresh(ctx.cookie(cookie.name()), tokens);
        LoginRequest request = account.begin(Login.atLeast(level).returningTo(target), browser);
        ctx.res().addHeader("Set-Cookie", cookie.set(browser));
        if (request.redirect().isPresent()) {
            ctx.redirect(request.redirect().get().toString(), HttpStatus.SEE_OTHER);
            return;
        }
        URI destination = request.destination();
        views.show(
                ctx,
                "pages/handOver.jte",
                views.page(ctx, "Weiter zu " + accountName),
                Map.of("destination", destination, "host", destination.getHost(), "fields", request.fields()));
    }

    /** What must not be believed ends here: the citizen is not logged in, and reads how to go on. */
    private void comeBack(Context ctx) {
        try {
            LoginOutcome outcome = account.complete(
                    ctx.formParam("SAMLResponse"),
                    ctx.formParam("RelayState"),
                    BrowserKey.of(ctx.cookie(cookie.name())));
            outcome.fold(
                    in -> welcome(ctx, in),
                    cancelled -> stayOut(ctx, CANCELLED, cancelled),
                    refused -> stayOut(ctx, refused.publicText(), refused));
        } catch (RejectedException e) {
            ctx.status(HttpStatus.BAD_REQUEST);
            show(ctx, Optional.of(e.publicText()), HOME, TrustLevel.BASIC);
        }
    }

    private boolean welcome(Context ctx, LoginOutcome.Authenticated in) {
        signIns.remember(ctx, in);
        ctx.res().addHeader("Set-Cookie", cookie.delete());
        ctx.redirect(in.returnTo(), HttpStatus.SEE_OTHER);
        return true;
    }

    private boolean stayOut(Context ctx, String why, LoginOutcome outcome) {
        show(ctx, Optional.of(why), outcome.returnTo(), TrustLevel.BASIC);
        return false;
    }

    private void signOut(Context ctx) {
        sessions.end(ctx);
        ctx.redirect("/abgemeldet", HttpStatus.SEE_OTHER);
    }

    private static String target(@Nullable String wanted) {
        return wanted != null && Login.isLocalPath(wanted) ? wanted : HOME;
    }

    private static TrustLevel level(@Nullable String name) {
        for (TrustLevel level : TrustLevel.values()) {
            if (level.name().equalsIgnoreCase(String.valueOf(name))) {
                return level;
            }
        }
        return TrustLevel.BASIC;
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
