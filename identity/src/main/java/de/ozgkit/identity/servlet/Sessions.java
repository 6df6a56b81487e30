// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Who is logged in, kept in the container's session and forgotten when the limit of the level is reached. */
final class Sessions {

    private static final String WHO = SignedIn.class.getName();
    private static final String USED = WHO + ".used";

    /** How often the last use is written: each time would make every request a write on other nodes. */
    private static final Duration PRECISION = Duration.ofSeconds(5);

    private final Clock clock;

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /** Who is logged in, if the time is not up. This counts as use of the session. */
    Optional<SignedIn> current(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        try {
            return current(session);
        } catch (IllegalStateException e) {
            // Another request of this browser has just ended the session.
            return Optional.empty();
        }
    }

    /** Under a new session id, so that one known before is worth nothing. Nothing of another person's session stays. */
    void begin(HttpServletRequest request, SignedIn who) {
        HttpSession old = request.getSession(false);
        if (old != null && old.getAttribute(WHO) instanceof SignedIn former && !former.isSameAs(who)) {
            old.invalidate();
        }
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        session.setAttribute(WHO, who);
        session.setAttribute(USED, clock.instant());
        int idle = (int) who.limit().idle().toSeconds();
        int own = session.getMaxInactiveInterval();
        session.setMaxInactiveInterval(own > 0 ? Math.min(own, idle) : idle);
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private Optional<SignedIn> current(HttpSession session) {
        if (!(session.getAttribute(WHO) instanceof SignedIn who)
                || !(session.getAttribute(USED) instanceof Instant used)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (who.limit().isOver(used, now)) {
            session.invalidate();
            return Optional.empty();
        }
        if (!now.isBefore(used.plus(PRECISION))) {
            session.setAttribute(USED, now);
        }
        return Optional.of(who);
    }
}
