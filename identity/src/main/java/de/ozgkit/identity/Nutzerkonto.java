// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TransportException;
import de.ozgkit.identity.internal.Addresses;
import de.ozgkit.identity.internal.Algorithms;
import de.ozgkit.identity.internal.Completion;
import de.ozgkit.identity.internal.KeyCheck;
import de.ozgkit.identity.internal.Registration;
import de.ozgkit.identity.internal.RequestWriter;
import de.ozgkit.identity.internal.SpMetadataWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registration of one service provider at one citizens' account. Make one for each, keep it, share it: it is immutable and thread-safe,
 * and several of them live side by side. What happens between request and response is kept in a {@link LoginState}, so that any node can
 * complete what another began.
 *
 * @since 0.1
 */
public final class Nutzerkonto {

    private static final Logger LOG = LoggerFactory.getLogger(Nutzerkonto.class);
    private static final Duration CLEANING = Duration.ofMinutes(5);

    private final Registration registration;
    private final RequestWriter writer;
    private final Completion completion;
    private final AtomicLong cleanedAt = new AtomicLong();

    private Nutzerkonto(Registration registration) {
        this.registration = registration;
        this.writer = new RequestWriter(registration);
        this.completion = new Completion(registration);
        if (LoggerFactory.getLogger("org.apache.xml.security").isDebugEnabled()) {
            LOG.warn("The logger org.apache.xml.security is at DEBUG and writes whole messages with personal data;"
                    + " set it to INFO");
        }
    }

    /** A registration at BundID or BayernID. */
    public static Builder bundId() {
        return of(AccountProfile.BUNDID);
    }

    /** A registration at the former Servicekonto.NRW, see {@link AccountProfile#SERVICEKONTO_NRW}. */
    public static Builder servicekontoNrw() {
        return of(AccountProfile.SERVICEKONTO_NRW);
    }

    /** A registration at Mein Unternehmenskonto, see {@link AccountProfile#UNTERNEHMENSKONTO}. */
    public static Builder unternehmenskonto() {
        return of(AccountProfile.UNTERNEHMENSKONTO);
    }

    /** A registration at an account of the given kind. */
    public static Builder of(AccountProfile profile) {
        return new Builder(profile);
    }

    /**
     * Begins a log-in: makes a signed request and remembers it.
     *
     * @param browser the key in this browser's cookie, a fresh one if it has none
     * @return what the browser must post to the account
     * @throws ConfigurationException with code {@code saml.metadata_expired} or {@code key.expired} if metadata or key are out of date
     * @throws TransportException with code {@code sql.failed} if the state cannot be kept
     */
    public LoginRequest begin(Login login, BrowserKey browser) {
        Instant now = registration.clock().instant();
        requireCurrent(now);
        clean(now);
        String id = "_" + registration.tokens().uuid();
        String handle = registration.tokens().token();
        String xml = writer.write(id, login, now);
        registration
                .state()
                .remember(new PendingLogin(
                        handle,
                        id,
                        registration.entityId(),
                        registration.idp().entityId(),
                        browser.hash(),
                        login.returnTo(),
                        login.level(),
                        login.guests(),
                        now,
                        // Kept for a while after its time, to tell a late response from an unknown one.
                        now.plus(registration.maxAge().multipliedBy(2)),
                        Optional.empty()));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("SAMLRequest", Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8)));
        fields.put("RelayState", handle);
        LOG.info("Log-in {} begun at {}", id, registration);
        return new LoginRequest(registration.idp().ssoLocation(), fields);
    }

    /**
     * Completes a log-in with what the browser posted to the assertion consumer service. Every request has one answer: a second one, or one
     * from another browser, is refused.
     *
     * @param samlResponse the form field {@code SAMLResponse}
     * @param relayState the form field {@code RelayState}
     * @param browser the key from this browser's cookie
     * @return what the account says
     * @throws RejectedException with the code of a {@link LoginFailure} if the response must not be believed
     * @throws TransportException with code {@code sql.failed} if the state cannot be read
     */
    public LoginOutcome complete(@Nullable String samlResponse, @Nullable String relayState, BrowserKey browser) {
        requireCurrent(registration.clock().instant());
        try {
            return completion.run(samlResponse, relayState, browser);
        } catch (RejectedException e) {
            LOG.warn("Log-in refused at {}: {}", registration, e.getMessage());
            throw e;
        }
    }

    /** The metadata of this service provider, to be handed in at the account. */
    public String metadata() {
        return new SpMetadataWriter(registration).write();
    }

    /** Where requests go: the origin that a Content-Security-Policy must allow in {@code form-action}. */
    public URI destination() {
        return registration.idp().ssoLocation();
    }

    @Override
    public String toString() {
        return "Nutzerkonto[" + registration + "]";
    }

    private void requireCurrent(Instant now) {
        KeyCheck.requireValid(registration.keys().get(0).certificate(), now);
        Optional<Instant> until = registration.idp().validUntil();
        if (until.isPresent() && !now.isBefore(until.get())) {
            throw new ConfigurationException(
                    "saml.metadata_expired",
                    "The metadata of the account were valid until " + until.get() + "; fetch them again");
        }
    }

    private void clean(Instant now) {
        long before = cleanedAt.get();
        long second = now.getEpochSecond();
        if (second - before > CLEANING.toSeconds() && cleanedAt.compareAndSet(before, second)) {
            try {
                registration.state().forgetBefore(now);
            } catch (TransportException e) {
                // Another node may be cleaning too; a log-in must not fail over this.
                LOG.debug("Old log-ins were not deleted this time: {}", e.code());
            }
        }
    }

    /**
     * Puts a registration together. Needed: service provider, account, keys, state, and for BundID the online service.
     *
     * @since 0.1
     */
    public static final class Builder {

        private static final Duration MAX_SKEW = Duration.ofMinutes(3);

        private final AccountProfile profile;
        private final List<SamlKey> keys = new ArrayList<>();
        private @Nullable String entityId;
        private @Nullable URI acs;
        private @Nullable IdpMetadata idp;
        private @Nullable LoginState state;
        private String serviceId = "";
        private String displayName = "";
        private String signatureAlgorithm = Algorithms.RSA_SHA256;
        private boolean responseSigned = true;
        private boolean cbc;
        private boolean testAccounts;
        private Duration maxAge = Duration.ofMinutes(15);
        private Duration skew = Duration.ofSeconds(60);
        private Clock clock = Clock.systemUTC();
        private Tokens tokens = Tokens.secure();

        private Builder(AccountProfile profile) {
            this.profile = profile;
        }

        /**
         * Who we are. The host name in the entity id must never change: the keys of all persons depend on it.
         *
         * @param acs the address that responses are posted to, exactly as registered; https, or http on this machine
         */
        public Builder serviceProvider(String entityId, URI acs) {
            this.entityId = entityId;
            this.acs = acs;
            return this;
        }

        /** The account. */
        public Builder identityProvider(IdpMetadata idp) {
            this.idp = idp;
            return this;
        }

        /** The RSA key that signs requests and opens responses. */
        public Builder keys(KeyMaterial current) {
            return keys(SamlKey.of(current));
        }

        /** The same for a key that this process does not hold. */
        public Builder keys(SamlKey current) {
            keys.add(0, current);
            return this;
        }

        /** A key that also opens responses and stands in the metadata: the former or the next one, while the account changes over. */
        public Builder alsoOpensWith(KeyMaterial other) {
            return alsoOpensWith(SamlKey.of(other));
        }

        /** The same for a key that this process does not hold. */
        public Builder alsoOpensWith(SamlKey other) {
            keys.add(other);
            return this;
        }

        /** Id of the online service at BundID ("BMI-…") and the name that the account shows, of at most 50 characters. */
        public Builder onlineService(String id, String displayName) {
            this.serviceId = id;
            this.displayName = displayName;
            return this;
        }

        /** Where log-ins are remembered between request and response. */
        public Builder state(LoginState state) {
            this.state = state;
            return this;
        }

        /** Signs requests with RSASSA-PSS instead of RSA PKCS#1. Both with SHA-256. */
        public Builder signWithPss() {
            this.signatureAlgorithm = Algorithms.RSA_PSS_SHA256;
            return this;
        }

        /**
         * Content with the signature of the assertion inside the encryption where the account does not sign the response around it. The
         * account's errors are then believed unsigned; they end the log-in and change nothing else.
         */
        public Builder acceptUnsignedResponse() {
            this.responseSigned = false;
            return this;
        }

        /** How long a log-in may take; 15 minutes if not given. */
        public Builder maxAge(Duration maxAge) {
            this.maxAge = maxAge;
            return this;
        }

        /** How far the account's clock may be off, at most 3 minutes; 60 seconds if not given. */
        public Builder clockSkew(Duration skew) {
            this.skew = skew;
            return this;
        }

        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        public Builder tokens(Tokens tokens) {
            this.tokens = tokens;
            return this;
        }

        /**
         * Takes assertions encrypted with AES-CBC too, which an attacker can change unseen; hence only inside a response whose signature was
         * verified first. For accounts that cannot do better yet.
         */
        public Builder acceptCbc() {
            this.cbc = true;
            return this;
        }

        /** Lets test accounts of Mein Unternehmenskonto in: for test systems, never in production. */
        public Builder allowTestAccounts() {
            this.testAccounts = true;
            return this;
        }

        /**
         * The registration.
         *
         * @throws ConfigurationException with code {@code saml.setup} if a part is missing or insecure, {@code key.expired} or
         *     {@code key.weak} for an unusable key
         */
        public Nutzerkonto build() {
            URI address = needed(acs, "serviceProvider(..)");
            require(Addresses.secure(address), "the address for responses must be https (http only on this machine)");
            String name = needed(entityId, "serviceProvider(..)");
            require(!name.isBlank() && name.length() <= 1024, "the entity id must have 1 to 1024 characters");
            require(!keys.isEmpty(), "keys(..) is missing");
            require(
                    keys.stream().allMatch(key -> key.certificate().getPublicKey() instanceof RSAPublicKey),
                    "the keys must be RSA keys, since they also open what is encrypted for us");
            require(
                    !profile.akdbExtension() || (!serviceId.isBlank() && !displayName.isBlank()),
                    "onlineService(..) is missing; the account refuses requests without it");
            require(!skew.isNegative() && skew.compareTo(MAX_SKEW) <= 0, "clockSkew must be 0 to 3 minutes");
            require(!maxAge.isNegative() && !maxAge.isZero(), "maxAge must be more than nothing");
            require(
                    responseSigned || profile.assertionSigned(),
                    "acceptUnsignedResponse() needs a profile with a signed assertion: one of them must be signed");
            KeyCheck.requireValid(keys.get(0).certificate(), clock.instant());
            return new Nutzerkonto(new Registration(
                    profile,
                    name,
                    address,
                    needed(idp, "identityProvider(..)"),
                    List.copyOf(keys),
                    serviceId.strip(),
                    displayName.strip(),
                    signatureAlgorithm,
                    responseSigned,
                    cbc,
                    testAccounts,
                    maxAge,
                    skew,
                    needed(state, "state(..)"),
                    clock,
                    tokens));
        }

        private static <T> T needed(@Nullable T value, String call) {
            if (value == null) {
                throw new ConfigurationException("saml.setup", call + " is missing");
            }
            return value;
        }

        private static void require(boolean holds, String what) {
            if (!holds) {
                throw new ConfigurationException("saml.setup", what);
            }
        }
    }
}
