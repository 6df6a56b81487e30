// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.servlet;

import de.ozgkit.core.OzgException;
import de.ozgkit.identity.LogoutMessage;
import de.ozgkit.identity.LogoutOrder;
import de.ozgkit.identity.LogoutOutcome;
import de.ozgkit.identity.UnverifiedLogout;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Log-outs that begin here, and those that begin at the account. The session here ends first, whatever comes of the rest. */
final class LogOuts {

    private static final String ONLY_HERE = "Sie sind hier abgemeldet, aber vielleicht noch in Ihrem Nutzerkonto. Bitte"
            + " schließen Sie alle Fenster des Browsers.";

    private final Sessions sessions;
    private final Answers answers;
    private final Inbound inbound;
    private final String home;

    LogOuts(Sessions sessions, Answers answers, Inbound inbound, String home) {
        this.sessions = sessions;
        this.answers = answers;
        this.inbound = inbound;
        this.home = home;
    }

    void begin(Account account, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!inbound.isFromHere(account, request, response)) {
            return;
        }
        Optional<SignedIn> who = sessions.current(request).filter(one -> one.cameFrom(account));
        sessions.end(request);
        try {
            Optional<LogoutMessage> onward = who.flatMap(one -> account.konto().beginLogout(one.logout(), home));
            if (onward.isPresent()) {
                carry(account, onward.get(), response);
            } else {
                answers.goTo(response, home);
            }
        } catch (OzgException | IllegalArgumentException e) {
            // The account is another one by now, or cannot be asked.
            answers.notice(response, Notice.of(HttpServletResponse.SC_OK, ONLY_HERE));
        }
    }

    /** What the account sends: its answer, or a log-out of its own. */
    void handle(Account account, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean posted = request.getMethod().equals("POST");
        if (posted ? !inbound.isForm(request, response) : !inbound.isMethod("GET", request, response)) {
            return;
        }
        try {
            UnverifiedLogout message = posted
                    ? UnverifiedLogout.posted(form(request))
                    : UnverifiedLogout.redirected(
                            Optional.ofNullable(request.getQueryString()).orElse(""));
            if (message.isRequest()) {
                carry(account, account.konto().answerLogout(message, order -> end(order, account, request)), response);
                return;
            }
            LogoutOutcome outcome = account.konto().completeLogout(message);
            if (outcome.everywhere()) {
                answers.goTo(response, outcome.returnTo());
            } else {
                answers.notice(response, Notice.of(HttpServletResponse.SC_OK, ONLY_HERE));
            }
        } catch (OzgException e) {
            answers.failure(response, e, home);
        }
    }

    /** Ends the session of the browser that carries the order, if it is meant. Others cannot be reached through the servlet API. */
    private boolean end(LogoutOrder order, Account account, HttpServletRequest request) {
        boolean meant = sessions.current(request)
                .filter(one -> one.cameFrom(account) && order.means(one.logout()))
                .isPresent();
        if (meant) {
            sessions.end(request);
        }
        return meant;
    }

    private void carry(Account account, LogoutMessage message, HttpServletResponse response) throws IOException {
        answers.page(response, message.headers(), message.page(account.script()));
    }

    private static Map<String, List<String>> form(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Arrays.asList(entry.getValue())));
    }
}
