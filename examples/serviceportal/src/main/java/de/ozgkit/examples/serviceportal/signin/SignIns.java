// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.signin;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.examples.serviceportal.web.Session;
import de.ozgkit.examples.serviceportal.web.Sessions;
import de.ozgkit.examples.serviceportal.web.Views;
import de.ozgkit.identity.Identity;
import de.ozgkit.identity.LoginOutcome.Authenticated;
import de.ozgkit.identity.Person;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Remembers in the session who has logged in, and forgets it when the time is up. Thread-safe. */
public final class SignIns {

    private static final String VALUE = "person";
    private static final String USED = "person.used";
    /** The shortest idle time is five minutes. */
    private static final Duration USED_PRECISION = Duration.ofSeconds(15);

    private static final JsonMapper JSON = new JsonMapper();

    private final Sessions sessions;
    private final Clock clock;

    public SignIns(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Who is there, if anybody is and the time is not up. Counts as use: the log-in ends when this is not asked for too long. */
    public Optional<SignedIn> current(Context ctx) {
        return sessions.find(ctx).flatMap(this::current);
    }

    private Optional<SignedIn> current(Session session) {
        Optional<SignedIn> person = session.get(VALUE).map(json -> JSON.readValue(json, SignedIn.class));
        Instant now = clock.instant();
        Instant used = session.get(USED).map(Instant::parse).orElse(Instant.MIN);
        if (person.isPresent() && person.get().limit().isOver(used, now)) {
            forget(session);
            return Optional.empty();
        }
        if (person.isPresent() && used.isBefore(now.minus(USED_PRECISION))) {
            session.put(USED, now.toString());
        }
        return person;
    }

    private static void forget(Session session) {
        List.of(VALUE, USED, Views.PERSON).forEach(session::remove);
    }

    /** Who is there with at least this level; otherwise sends the browser to the log-in, which leads back to the address asked for. */
    public SignedIn require(Context ctx, TrustLevel level) {
        return current(ctx)
                .filter(person -> person.level().atLeast(level))
                .orElseThrow(
                        () -> new SignInNeeded(level, ctx.method().name().equals("GET") ? ctx.path() : "/postkorb"));
    }

    /** Begins a new session for the person, so that nothing known before is worth anything afterwards. */
    void remember(Context ctx, Authenticated login) {
        Identity who = login.identity();
        SignedIn signedIn = new SignedIn(
                who.key().orElseThrow(),
                who.displayName(),
                login.level(),
                login.session(),
                who.fold(SignIns::account, organisation -> Map.of()));
        Session session = sessions.rotate(ctx);
        session.put(VALUE, JSON.writeValueAsString(signedIn));
        session.put(USED, clock.instant().toString());
        session.put(Views.PERSON, who.displayName().isBlank() ? "Angemeldet" : who.displayName());
    }

    private static Map<String, String> account(Person person) {
        Map<String, String> known = new HashMap<>();
        person.givenName().ifPresent(value -> known.put("givenName", value));
        person.familyName().ifPresent(value -> known.put("familyName", value));
        person.birthDateText().ifPresent(value -> known.put("birthDate", value));
        person.mail().ifPresent(value -> known.put("mail", value));
        person.address().ifPresent(address -> {
            address.street().ifPresent(value -> known.put("street", value));
            address.postalCode().ifPresent(value -> known.put("postalCode", value));
            address.city().ifPresent(value -> known.put("city", value));
        });
        return known;
    }
}
