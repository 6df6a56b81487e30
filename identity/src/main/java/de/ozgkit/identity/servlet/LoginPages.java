// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.servlet;

import de.ozgkit.core.OzgException;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.BrowserKey;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.LoginOutcome.Authenticated;
import de.ozgkit.identity.LoginRequest;
import de.ozgkit.identity.PersonAttribute;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The addresses of the accounts: away to them, back from them, log-out, metadata, script. */
final class LoginPages {

    private static final String CANCELLED =
            "Sie haben die Anmeldung abgebrochen. Sie können es jederzeit noch einmal versuchen.";

    private final List<Account> accounts;
    private final Protection protection;
    private final Sessions sessions;
    private final Answers answers;
    private final UnaryOperator<Login> asking;
    private final Tokens tokens;
    private final String home;
    private final Inbound inbound;
    private final LogOuts logOuts;

    LoginPages(
            List<Account> accounts,
            Protection protection,
            Sessions sessions,
            Answers answers,
            UnaryOperator<Login> asking,
            Tokens tokens,
            String home) {
        this.accounts = accounts;
        this.protection = protection;
        this.sessions = sessions;
        this.answers = answers;
        this.asking = asking;
        this.tokens = tokens;
        this.home = home;
        this.inbound = new Inbound(answers);
        this.logOuts = new LogOuts(sessions, answers, inbound, home);
    }

    /** Whether the address was one of these; then it is answered. */
    boolean handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = request.getRequestURI();
        for (Account account : accounts) {
            if (address.equals(account.acs())) {
                if (inbound.isMethod("POST", request, response)) {
                    complete(account, request, response);
                }
            } else if (address.equals(account.logout())) {
                if (inbound.isMethod("POST", request, response)) {
                    logOuts.begin(account, request, response);
                }
            } else if (address.equals(account.singleLogout())) {
                logOuts.handle(account, request, response);
            } else if (address.equals(account.login())) {
                if (inbound.isMethod("GET", request, response)) {
                    begin(account, request, response);
                }
            } else if (address.equals(account.metadata())) {
                answers.text(
                        response,
                        "application/samlmetadata+xml",
                        account.konto().metadata());
            } else if (address.equals(account.script())) {
                answers.text(response, "text/javascript; charset=UTF-8", LoginRequest.SCRIPT);
            } else {
                continue;
            }
            return true;
        }
        return false;
    }

    private void begin(Account account, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String target = target(request);
        TrustLevel level = level(target, request).orElse(TrustLevel.BASIC);
        Optional<SignedIn> who = sessions.current(request);
        if (who.filter(one -> one.level().atLeast(level)).isPresent()) {
            answers.goTo(response, target);
            return;
        }
        BrowserKey browser = account.cookie().keyOrFresh(browserCookie(account, request), tokens);
        try {
            LoginRequest away = account.konto().begin(login(level, who).returningTo(target), browser);
            response.addHeader("Set-Cookie", account.cookie().set(browser));
            answers.page(response, away.headers(), away.page(account.script()));
        } catch (OzgException e) {
            answers.failure(response, e, again(account, target));
        }
    }

    /** What the application asks for; of somebody who is logged in already, as a step-up of that very person. */
    private Login login(TrustLevel level, Optional<SignedIn> who) {
        Login wished = asking.apply(Login.atLeast(level));
        return who.map(SignedIn::identity)
                .filter(identity -> identity.key().isPresent())
                .map(identity -> new Login(
                        level,
                        wished.returnTo(),
                        withKey(wished.attributes()),
                        withKey(wished.required()),
                        wished.methods(),
                        false,
                        wished.language(),
                        Login.stepUp(level, identity).samePerson()))
                .orElse(wished);
    }

    private static Set<PersonAttribute> withKey(Set<PersonAttribute> some) {
        Set<PersonAttribute> all = new HashSet<>(some);
        all.add(PersonAttribute.KEY);
        return all;
    }

    private void complete(Account account, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!inbound.isForm(request, response)) {
            return;
        }
        try {
            LoginOutcome outcome = account.konto()
                    .complete(
                            Inbound.only(request, "SAMLResponse"),
                            Inbound.only(request, "RelayState"),
                            BrowserKey.of(browserCookie(account, request)));
            Optional<Notice> outside = outcome.fold(
                    in -> {
                        welcome(account, in, request, response);
                        return Optional.empty();
                    },
                    cancelled -> Optional.of(Notice.of(HttpServletResponse.SC_OK, CANCELLED)),
                    refused -> Optional.of(Notice.of(HttpServletResponse.SC_FORBIDDEN, refused.publicText())));
            if (outside.isPresent()) {
                answers.notice(response, outside.get().again(again(account, outcome.returnTo())));
            }
        } catch (OzgException e) {
            answers.failure(response, e, again(account, home));
        }
    }

    private void welcome(Account account, Authenticated in, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(request, SignedIn.of(in, account));
        response.addHeader("Set-Cookie", account.cookie().delete());
        answers.goTo(response, in.returnTo());
    }

    private static @Nullable String browserCookie(Account account, HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(account.cookie().name())) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    /** Where the citizen wants to go, if that is a path of this portal and not one of these here. */
    private String target(HttpServletRequest request) {
        String wanted = request.getParameter("returnTo");
        return wanted != null
                        && Login.isLocalPath(wanted)
                        && level(wanted, request).isPresent()
                        && accounts.stream().noneMatch(account -> account.owns(wanted))
                ? wanted
                : home;
    }

    /** The level that an address needs; empty if it cannot be read. */
    private Optional<TrustLevel> level(String address, HttpServletRequest request) {
        String path = address.split("[?#]", 2)[0];
        String context = request.getContextPath();
        if (!Protection.isPlain(path) || !path.startsWith(context)) {
            return Optional.empty();
        }
        try {
            String inside = path.substring(context.length()).replace("+", "%2B");
            return Optional.of(protection
                    .of(URLDecoder.decode(inside, StandardCharsets.UTF_8))
                    .orElse(TrustLevel.BASIC));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String again(Account account, String target) {
        return account.login() + "?returnTo=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
    }
}
