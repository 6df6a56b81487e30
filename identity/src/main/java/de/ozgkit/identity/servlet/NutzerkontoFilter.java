// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.servlet;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.Nutzerkonto;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Logs citizens in and guards paths of a servlet application. Map it to {@code /*}, before everything that must not be reached without a
 * log-in. The addresses of an account are neighbours of the one that its responses are posted to; with {@code /saml/acs} they are
 *
 * <ul>
 *   <li>{@code GET /saml/login?returnTo=/hund} begins a log-in, at the level that the path to return to needs
 *   <li>{@code POST /saml/acs} takes the account's answer
 *   <li>{@code POST /saml/logout} ends the session, and that at the account where it has a single log-out
 *   <li>{@code /saml/slo} takes log-outs from the account; give this address to {@link Nutzerkonto.Builder#singleLogout}
 *   <li>{@code GET /saml/metadata} shows what to hand in at the account
 * </ul>
 *
 * <p>Whoever asks for a guarded path without a log-in, or with one of a lower level, is led to the account and back. Behind the filter
 * {@link SignedIn#of} and {@code getUserPrincipal()} tell who it is, and {@code isUserInRole("HIGH")} how surely. The session gets a new id
 * at every log-in and ends as {@link de.ozgkit.identity.SessionLimit} says. The account's answer is a POST from another site, without the
 * session's cookie if that is {@code SameSite=Lax}, as it should be: keep a citizen's draft in the database, not in the session.
 *
 * <p>A log-out that begins at the account ends the session of the browser that carries it, if the session's cookie comes along: it does
 * with a redirect, and not with a POST where that cookie is {@code Lax}.
 *
 * <p>On many nodes the container's sessions must be shared or sticky; everything between request and response is in the
 * {@link de.ozgkit.identity.LoginState}. A proxy in front must not change paths. Requests whose path can be read in two ways
 * ({@code ;}, {@code //}, encoded slashes) are refused. Thread-safe.
 *
 * @since 0.1
 */
public final class NutzerkontoFilter implements Filter {

    static final String ATTRIBUTE = SignedIn.class.getName();

    private static final String UNREADABLE = "Diese Adresse gibt es hier nicht.";

    private final List<Account> accounts;
    private final Protection protection;
    private final Optional<String> loginPage;
    private final String home;
    private final Sessions sessions;
    private final Answers answers;
    private final LoginPages pages;

    private NutzerkontoFilter(Builder from) {
        this.accounts = List.copyOf(from.accounts);
        this.protection = new Protection(from.paths);
        this.loginPage = Optional.ofNullable(from.loginPage);
        this.home = from.home;
        this.sessions = new Sessions(from.clock);
        this.answers = new Answers(from.notices, from.tokens);
        this.pages = new LoginPages(accounts, protection, sessions, answers, from.asking, from.tokens, home);
    }

    /**
     * Begins to describe a filter for an account.
     *
     * @throws ConfigurationException with code {@code saml.setup} if the path of its address for responses has one part only
     */
    public static Builder with(Nutzerkonto account) {
        return new Builder().account(account);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest in && response instanceof HttpServletResponse out) {
            filter(in, out, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!Protection.isPlain(request.getRequestURI())) {
            answers.notice(response, Notice.of(HttpServletResponse.SC_BAD_REQUEST, UNREADABLE));
            return;
        }
        if (pages.handle(request, response)) {
            return;
        }
        Optional<TrustLevel> needed = protection.of(path(request));
        Optional<SignedIn> who = sessions.current(request);
        if (needed.isPresent()) {
            response.setHeader("Cache-Control", "no-store");
            if (who.filter(one -> one.level().atLeast(needed.get())).isEmpty()) {
                toLogin(request, response, who);
                return;
            }
        }
        who.ifPresent(one -> request.setAttribute(ATTRIBUTE, one));
        chain.doFilter(
                who.<ServletRequest>map(one -> new SignedInRequest(request, one))
                        .orElse(request),
                response);
    }

    /** The path inside the application as the container reads it: decoded, and what the application's own mapping goes by. */
    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    private void toLogin(HttpServletRequest request, HttpServletResponse response, Optional<SignedIn> who)
            throws IOException {
        String mode = request.getHeader("Sec-Fetch-Mode");
        if (mode != null && !mode.equals("navigate")) {
            // A script asks; it must not be led through the account's pages.
            answers.notice(response, Notice.of(HttpServletResponse.SC_UNAUTHORIZED, "Bitte melden Sie sich an."));
            return;
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String wanted = request.getMethod().equals("GET") ? request.getRequestURI() + query : home;
        String target = Login.isLocalPath(wanted) ? wanted : home;
        // Whoever is logged in proves it better at the same account; only others choose.
        String page = who.flatMap(one -> accounts.stream().filter(one::cameFrom).findFirst())
                .map(Account::login)
                .or(() -> loginPage)
                .orElseGet(() -> accounts.get(0).login());
        answers.goTo(response, page + "?returnTo=" + URLEncoder.encode(target, StandardCharsets.UTF_8));
    }

    /**
     * Puts a filter together.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final List<Account> accounts = new ArrayList<>();
        private final Map<String, TrustLevel> paths = new LinkedHashMap<>();
        private @Nullable String loginPage;
        private String home = "/";
        private UnaryOperator<Login> asking = UnaryOperator.identity();
        private Function<Notice, String> notices = Notice::plainPage;
        private Clock clock = Clock.systemUTC();
        private Tokens tokens = Tokens.secure();

        private Builder() {}

        /**
         * One more account; its responses must be posted to another folder, such as {@code /saml/business/acs}.
         *
         * @throws ConfigurationException with code {@code saml.setup} if the path of its address for responses has one part only
         */
        public Builder account(Nutzerkonto account) {
            accounts.add(Account.of(account));
            return this;
        }

        /**
         * Guards a path of the application and all below it. Of several that cover a path, the highest level counts; what none covers is
         * open.
         *
         * @param path such as {@code /antrag}; {@code /} for everything
         */
        public Builder protect(String path, TrustLevel level) {
            paths.put(path, level);
            return this;
        }

        /**
         * The application's own page on which citizens choose the account, needed where there are several. It is called with the parameter
         * {@code returnTo} and links to {@code …/login?returnTo=…} of each.
         */
        public Builder loginPage(String path) {
            this.loginPage = path;
            return this;
        }

        /** Where citizens go on after a log-out, and wherever the path to return to is not of this portal; {@code /} if not given. */
        public Builder home(String path) {
            this.home = path;
            return this;
        }

        /**
         * What every log-in asks for besides level and return path, such as {@code login -> login.allowingGuests()}. A step-up asks for the
         * same and for nobody but the person who is logged in.
         */
        public Builder asking(UnaryOperator<Login> asking) {
            this.asking = asking;
            return this;
        }

        /** The page, as HTML, that tells a citizen why there was no log-in; a plain one if not given. */
        public Builder notices(Function<Notice, String> page) {
            this.notices = page;
            return this;
        }

        /** What time it is for the limits of sessions; the system's clock if not given. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Where keys of browsers and numbers of notices come from; secure ones if not given. */
        public Builder tokens(Tokens tokens) {
            this.tokens = tokens;
            return this;
        }

        /**
         * The filter.
         *
         * @throws ConfigurationException with code {@code saml.setup} if paths contradict each other or are none
         */
        public NutzerkontoFilter build() {
            require(Login.isLocalPath(home), "home(..) takes a path of this portal");
            require(
                    accounts.stream().map(Account::folder).distinct().count() == accounts.size(),
                    "each account needs a folder of its own for its addresses");
            require(accounts.size() == 1 || loginPage != null, "with several accounts loginPage(..) is needed");
            require(
                    loginPage == null || new Protection(paths).of(loginPage).isEmpty(),
                    "loginPage(..) must be open to everybody");
            return new NutzerkontoFilter(this);
        }

        private static void require(boolean holds, String what) {
            if (!holds) {
                throw new ConfigurationException("saml.setup", what);
            }
        }
    }
}
