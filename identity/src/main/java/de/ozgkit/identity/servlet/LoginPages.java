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
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The addresses of the accounts: away to them, back from them, log-out, metadata, script. */
final class LoginPages {

    /** A response of 256 KiB, as much as is read, with every character of base64 written in percent form. */
    private static final long MAX_BODY = 3 * 256 * 1024L + 1024;

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String CANCELLED =
            "Sie haben die Anmeldung abgebrochen. Sie können es jederzeit noch einmal versuchen.";
    private static final String WRONG_WAY = "Diese Adresse kann so nicht aufgerufen werden.";

    private final List<Account> accounts;
    private final Protection protection;
    private final Sessions sessions;
    private final Answers answers;
    private final UnaryOperator<Login> asking;
    private final Tokens tokens;
    private final String home;

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
    }

    /** Whether the address was one of these; then it is answered. */
    boolean handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = request.getRequestURI();
        for (Account account : accounts) {
            if (address.equals(account.acs())) {
                if (isMethod("POST", request, response)) {
                    complete(account, request, response);
                }
            } else if (address.equals(account.logout())) {
                if (isMethod("POST", request, response)) {
                    logOut(account, request, response);
                }
            } else if (address.equals(account.login())) {
                if (isMethod("GET", request, response)) {
                    begin(account, request, response);
                }
            } else if (address.equals(account.metadata())) {
                answers.text(response, "application/samlmetadata+xml", account.konto().metadata());
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
            LoginRequest away = account.konto().begin(asking.apply(login(level, who).returningTo(target)), browser);
            response.addHeader("Set-Cookie", account.cookie().set(browser));
            answers.page(response, away.headers(), away.page(account.script()));
        } catch (OzgException e) {
            answers.failure(response, e, again(account, target));
        }
    }

    private static Login login(TrustLevel level, Optional<SignedIn> who) {
        return who.map(SignedIn::identity)
                .filter(identity -> identity.key().isPresent())
                .map(identity -> Login.stepUp(level, identity))
                .orElseGet(() -> Login.atLeast(level));
    }

    private void complete(Account account, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!isForm(request, response)) {
            return;
        }
        try {
            LoginOutcome outcome = account.konto()
                    .complete(
                            only(request, "SAMLResponse"),
                            only(request, "RelayState"),
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

    private void welcome(
            Account account, Authenticated in, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(request, SignedIn.of(in, account));
        response.addHeader("Set-Cookie", account.cookie().delete());
        answers.goTo(response, in.returnTo());
    }

    private void logOut(Account account, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isFromHere(account, request)) {
            answers.notice(response, Notice.of(HttpServletResponse.SC_FORBIDDEN, WRONG_WAY));
            return;
        }
        sessions.end(request);
        answers.goTo(response, home);
    }

    /** Whether one of our own pages sent the form. Origin is "null" where the page tells no referrer. */
    private static boolean isFromHere(Account account, HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        return origin == null || origin.equals("null") || origin.equals(account.origin());
    }

    private boolean isMethod(String method, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getMethod().equals(method)) {
            return true;
        }
        response.setHeader("Allow", method);
        answers.notice(response, Notice.of(HttpServletResponse.SC_METHOD_NOT_ALLOWED, WRONG_WAY));
        return false;
    }

    /** Looks at the body before a byte of it is read. What belongs into it must not stand in the address, which ends up in logs. */
    private boolean isForm(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String type = request.getContentType();
        int problem = 0;
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(FORM)) {
            problem = HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
        } else if (request.getContentLengthLong() < 0) {
            problem = HttpServletResponse.SC_LENGTH_REQUIRED;
        } else if (request.getContentLengthLong() > MAX_BODY) {
            problem = HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        } else if (request.getQueryString() != null) {
            problem = HttpServletResponse.SC_BAD_REQUEST;
        }
        if (problem != 0) {
            answers.notice(response, Notice.of(problem, WRONG_WAY));
        }
        return problem == 0;
    }

    /** The value of a field that may stand in the form once. */
    private static @Nullable String only(HttpServletRequest request, String field) {
        String[] values = request.getParameterValues(field);
        return values != null && values.length == 1 ? values[0] : null;
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
            return Optional.of(
                    protection.of(URLDecoder.decode(inside, StandardCharsets.UTF_8)).orElse(TrustLevel.BASIC));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String again(Account account, String target) {
        return account.login() + "?returnTo=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
    }
}
