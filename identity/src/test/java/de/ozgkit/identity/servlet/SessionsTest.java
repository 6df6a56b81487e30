// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.Identity;
import de.ozgkit.identity.LogoutHandle;
import de.ozgkit.identity.Person;
import de.ozgkit.identity.PersonAttribute;
import de.ozgkit.identity.SessionLimit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Chapter 7, line 20: a session that was known before a log-in is worth nothing after it")
class SessionsTest {

    private final List<String> calls = new ArrayList<>();
    private final Map<String, Object> attributes = new HashMap<>();
    private final HttpSession session = proxy(HttpSession.class, (self, method, args) -> {
        calls.add(method.getName());
        return switch (method.getName()) {
            case "getAttribute" -> attributes.get(args[0]);
            case "setAttribute" -> attributes.put((String) args[0], args[1]);
            case "invalidate" -> {
                attributes.clear();
                yield null;
            }
            case "getMaxInactiveInterval" -> 0;
            default -> null;
        };
    });
    private final HttpServletRequest request = proxy(HttpServletRequest.class, (self, method, args) -> {
        calls.add(method.getName());
        return method.getName().equals("getSession") ? session : null;
    });
    private final Sessions sessions = new Sessions(Clock.systemUTC());

    @Test
    void the_id_changes_before_anybody_is_in_it() {
        sessions.begin(request, person("erika"));

        assertThat(calls).containsSubsequence("changeSessionId", "setAttribute");
        assertThat(sessions.current(request)).map(SignedIn::getName).contains("erika");
    }

    @Test
    void nothing_of_another_persons_session_stays_and_ones_own_goes_on() {
        sessions.begin(request, person("erika"));
        attributes.put("basket", "dog tax");
        sessions.begin(request, person("erika"));
        assertThat(attributes).containsKey("basket");

        sessions.begin(request, person("max"));
        assertThat(attributes).doesNotContainKey("basket");
        assertThat(sessions.current(request)).map(SignedIn::getName).contains("max");
    }

    private static SignedIn person(String key) {
        Identity identity = new Person(Map.of(PersonAttribute.KEY, key), Map.of(), Map.of());
        Instant now = Instant.now();
        LogoutHandle handle = new LogoutHandle(
                "https://account.example.test",
                "name",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new SignedIn(
                identity, TrustLevel.HIGH, now, SessionLimit.of(TrustLevel.HIGH, now), handle.asText(), "/saml");
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
