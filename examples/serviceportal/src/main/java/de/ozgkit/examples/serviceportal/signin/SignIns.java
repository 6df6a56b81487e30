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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Remembers in the session who has logged in, and forgets it when the time is up. Thread-safe. */
public final class SignIns {

    private static final String VALUE = "person";
    private static final JsonMapper JSON = new JsonMapper();

    private final Sessions sessions;
    private final Clock clock;

    public SignIns(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Who is there, if anybody is and the time is not up. */
    public Optional<SignedIn> current(Context ctx) {
        return sessions.find(ctx)
                .flatMap(session -> session.get(VALUE))
                .map(json -> JSON.readValue(json, SignedIn.class))
                .filter(person -> clock.instant().isBefore(person.until()));
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
                login.session().endsAt(),
                who.fold(SignIns::account, organisation -> Map.of()));
        Session session = sessions.rotate(ctx);
        session.put(VALUE, JSON.writeValueAsString(signedIn));
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
