// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.core.Tokens;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Binding;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.PendingLogin;
import de.ozgkit.identity.PendingLogout;
import de.ozgkit.identity.SamlKey;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Judges messages that were recorded elsewhere, long ago, as a log-in would be judged: only for tests, reachable through
 * {@code RecordedLogins} of testkit alone. Everything that has no parameter here is judged as in production.
 *
 * @param identityProvider whose messages they are; its certificates do not count
 * @param certificates of the account; of any strength
 * @param keys that open what was encrypted for us
 * @param requestId the request that was answered; empty if unknown
 * @param askedAt when that was
 * @param now when the message came
 * @param sha1 whether signatures over SHA-1 count
 * @param plain whether the assertion may come unencrypted
 * @param cbc whether a signed response may be encrypted with AES-CBC, as {@code acceptCbc()} of a registration
 * @param responseSigned whether the response must be signed; otherwise it or the assertion
 */
public record Recorded(
        AccountProfile profile,
        IdpMetadata identityProvider,
        List<X509Certificate> certificates,
        String serviceProvider,
        URI acs,
        List<SamlKey> keys,
        Optional<String> requestId,
        Instant askedAt,
        Instant now,
        boolean sha1,
        boolean plain,
        boolean cbc,
        boolean responseSigned) {

    private static final Duration SKEW = Duration.ofSeconds(60);

    /** The verdict on one message in base64. */
    public LoginOutcome judge(String samlResponse) {
        var policy = new Policy(sha1, plain, requestId.isEmpty(), true);
        return new Completion(registration(), policy, certificates).judge(samlResponse, login());
    }

    private PendingLogin login() {
        return new PendingLogin(
                "recorded",
                requestId.orElse("unknown"),
                serviceProvider,
                identityProvider.entityId(),
                "",
                "/",
                TrustLevel.BASIC,
                true,
                Optional.empty(),
                askedAt,
                Instant.MAX,
                Optional.empty());
    }

    private Registration registration() {
        return new Registration(
                profile,
                serviceProvider,
                acs,
                identityProvider,
                keys,
                new Wishes(Binding.POST, false, Optional.empty(), Optional.empty()),
                "",
                "",
                Algorithms.RSA_SHA256,
                responseSigned,
                cbc,
                true,
                SKEW,
                SKEW,
                new NoState(),
                Clock.fixed(now, ZoneOffset.UTC),
                Tokens.secure());
    }

    /** Recorded messages may be judged again and again. */
    private static final class NoState implements LoginState {

        @Override
        public boolean useAssertion(String assertion, Instant expiresAt) {
            return true;
        }

        @Override
        public void remember(PendingLogin login) {
            throw none();
        }

        @Override
        public Optional<PendingLogin> find(String handle) {
            throw none();
        }

        @Override
        public boolean claim(String handle, Instant now) {
            throw none();
        }

        @Override
        public void remember(PendingLogout logout) {
            throw none();
        }

        @Override
        public Optional<PendingLogout> take(String handle) {
            throw none();
        }

        @Override
        public long forgetBefore(Instant now) {
            throw none();
        }

        private static IllegalStateException none() {
            return new IllegalStateException("recorded messages belong to no log-in");
        }
    }
}
