// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TransportException;
import de.ozgkit.identity.internal.Algorithms;
import de.ozgkit.identity.internal.Engine;
import de.ozgkit.identity.internal.Engines;
import de.ozgkit.identity.internal.Outstanding;
import de.ozgkit.identity.internal.Registration;
import de.ozgkit.identity.internal.RegistrationCheck;
import de.ozgkit.identity.internal.SpMetadataWriter;
import de.ozgkit.identity.internal.Wishes;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Engines engines;
    private final Outstanding outstanding;
    private final Semaphore judging;

    private Nutzerkonto(Registration registration, MetadataSource source, Builder limits) {
        this.engines = new Engines(source, registration);
        this.outstanding = new Outstanding(registration.state(), limits.maxOutstanding);
        this.judging = new Semaphore(limits.maxParallel, true);
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
     * @return what the browser must carry to the account
     * @throws IllegalArgumentException if the account's profile does not have the level or, with the AKDB extension, an attribute
     * @throws IllegalStateException if the key cannot sign
     * @throws ConfigurationException with code {@code saml.metadata_expired} or {@code key.expired} if metadata or key are out of date,
     *     {@code saml.redirect_too_long} if the request must be posted
     * @throws TransportException with code {@code sql.failed} if the state cannot be kept, {@code saml.busy} if too many log-ins are open
     */
    public LoginRequest begin(Login login, BrowserKey browser) {
        Engine now = engines.current();
        Registration registration = now.registration();
        Instant time = registration.clock().instant();
        outstanding.admit(time);
        String id = "_" + registration.tokens().uuid();
        String handle = registration.tokens().token();
        Binding binding = registration.wishes().binding();
        URI destination = registration.sso();
        String xml = now.writer().write(id, login, destination, time);
        LoginRequest request =
                now.outbound().carry(binding, destination, "SAMLRequest", xml, handle, LoginRequest::new);
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
                        login.samePerson(),
                        time,
                        // Kept for a while after its time, to tell a late response from an unknown one.
                        time.plus(registration.maxAge().multipliedBy(2)),
                        Optional.empty()));
        LOG.info("Log-in {} begun at {}", id, registration);
        return request;
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
     * @throws ConfigurationException with code {@code saml.metadata_expired} or {@code key.expired} if metadata or key are out of date
     * @throws TransportException with code {@code sql.failed} if the state cannot be read, {@code saml.busy} if too many messages are
     *     judged at once, or what the key throws that is out of reach
     */
    public LoginOutcome complete(@Nullable String samlResponse, @Nullable String relayState, BrowserKey browser) {
        Engine now = engines.current();
        return orderly(now, () -> now.completion().run(samlResponse, relayState, browser));
    }

    /**
     * Begins a log-out at the account, which ends its own session and those of other services. End the portal's session first, whatever
     * comes of this. What Mein Unternehmenskonto does with such a request is not published; try it at its test system.
     *
     * @param handle what {@link LoginOutcome.Authenticated} brought
     * @param returnTo a path of this portal
     * @return what the browser must carry to the account; empty if the account has no single log-out, as BundID has none, or no
     *     {@link Builder#singleLogout} was given: then the log-out is done with the end of the portal's session
     * @throws IllegalArgumentException if the handle is of another account or the path leads elsewhere
     * @throws TransportException with code {@code sql.failed} if the state cannot be kept
     */
    public Optional<LogoutMessage> beginLogout(LogoutHandle handle, String returnTo) {
        Engine now = engines.current();
        if (!handle.identityProvider().equals(now.registration().idp().entityId()) || !Login.isLocalPath(returnTo)) {
            throw new IllegalArgumentException("a handle of this account and a path of this portal are expected");
        }
        return now.logout().available()
                ? Optional.of(now.logout()
                        .begin(handle, returnTo, now.registration().clock().instant()))
                : Optional.empty();
    }

    /**
     * Completes a log-out with the account's answer; every request has one.
     *
     * @throws RejectedException with the code of a {@link LoginFailure} if the answer must not be believed
     * @throws TransportException with code {@code sql.failed} or {@code saml.busy}, as for a log-in
     */
    public LogoutOutcome completeLogout(UnverifiedLogout answer) {
        Engine now = engines.current();
        return orderly(now, () -> now.logout()
                .complete(answer.parameters(), now.registration().clock().instant()));
    }

    /**
     * Answers a log-out that began at the account or at another service.
     *
     * @param end ends the portal's sessions that the order means, and tells whether there was one; called once, with a proven order
     * @return what the browser must carry to the account
     * @throws RejectedException with the code of a {@link LoginFailure} if the request must not be believed
     * @throws ConfigurationException with code {@code saml.setup} if no log-out is agreed with the account
     * @throws TransportException with code {@code sql.failed} or {@code saml.busy}, as for a log-in
     */
    public LogoutMessage answerLogout(UnverifiedLogout request, Predicate<LogoutOrder> end) {
        Engine now = engines.current();
        if (!now.logout().available()) {
            throw new ConfigurationException(
                    "saml.setup",
                    "singleLogout(..) is missing, or the account's metadata have no address for log-outs");
        }
        return orderly(now, () -> now.logout()
                .answer(request.parameters(), end, now.registration().clock().instant()));
    }

    /**
     * The metadata of this service provider as XML, to be handed in at the account: name, certificates, addresses. Without what BundID does
     * not take, such as an end or a signature. Source: SAML 2.0 metadata 2.4.4; interface description of BundID 10.2, chapter 7.2.
     */
    public String metadata() {
        return new SpMetadataWriter(engines.latest().registration()).write();
    }

    /** Where requests go: the origin that a Content-Security-Policy must allow in {@code form-action}. */
    public URI destination() {
        return engines.latest().registration().sso();
    }

    /** Entity id of the account, which a stored key belongs to. */
    public String account() {
        return engines.latest().registration().idp().entityId();
    }

    /** Where responses are posted to, as registered at the account. */
    public URI assertionConsumerService() {
        return engines.latest().registration().acs();
    }

    @Override
    public String toString() {
        return "Nutzerkonto[" + engines.latest().registration() + "]";
    }

    /** Judges a message with no more others beside it than is good for the machine, and notes a refusal. */
    private <T> T orderly(Engine now, Supplier<T> judgement) {
        if (!admitted()) {
            throw new TransportException(
                    "saml.busy", "Too many messages of the account are being judged at once", false, null);
        }
        try {
            return judgement.get();
        } catch (RejectedException e) {
            LOG.warn("Message refused at {}: {}", now.registration(), e.getMessage());
            throw e;
        } finally {
            judging.release();
        }
    }

    private boolean admitted() {
        try {
            return judging.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Puts a registration together. Needed: service provider, account, keys, state, and for BundID the online service.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final AccountProfile profile;
        private final List<SamlKey> keys = new ArrayList<>();
        private @Nullable String entityId;
        private @Nullable URI acs;
        private @Nullable MetadataSource idp;
        private Binding binding = Binding.POST;
        private boolean transientName;
        private Optional<URI> backUrl = Optional.empty();
        private Optional<URI> logout = Optional.empty();
        private int maxOutstanding = 100_000;
        private int maxParallel = 64;
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
            return identityProvider(() -> idp);
        }

        /** The account, whose metadata may change while the portal runs. */
        public Builder identityProvider(MetadataSource source) {
            this.idp = source;
            return this;
        }

        /** How requests travel; by POST if not given, as BundID advises. The response always comes by POST. */
        public Builder bindRequests(Binding binding) {
            this.binding = binding;
            return this;
        }

        /** Asks for a name of the person that means nothing afterwards, for accounts that insist on being told. */
        public Builder requestTransientName() {
            this.transientName = true;
            return this;
        }

        /** Where the account's "back" leads, https: a fixed page of this portal, since the account does not check it. */
        public Builder backUrl(URI address) {
            this.backUrl = Optional.of(address);
            return this;
        }

        /** The address that the account sends log-outs to, by POST and GET; https, or http on this machine. */
        public Builder singleLogout(URI address) {
            this.logout = Optional.of(address);
            return this;
        }

        /** How many log-ins may be under way before further ones are refused; 100,000 if not given. */
        public Builder maxOutstanding(int logIns) {
            this.maxOutstanding = logIns;
            return this;
        }

        /** How many messages of the account are judged at once, while others wait for up to 10 seconds; 64 if not given. */
        public Builder maxParallel(int messages) {
            this.maxParallel = messages;
            return this;
        }

        /** The RSA key that signs requests and opens responses. If there was one before, that stays as one that also opens. */
        public Builder keys(KeyMaterial current) {
            return keys(SamlKey.of(current));
        }

        /** The same for a key that this process does not hold. */
        public Builder keys(SamlKey current) {
            keys.add(0, current);
            return this;
        }

        /**
         * A key that also opens responses and stands in the metadata: the former or the next one, while the account changes over. To change a
         * key, add the new one here, hand in the metadata, swap both once the account has read them, and drop the old one a week later.
         */
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

        /** What tells the time; the machine's clock if not given. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** What makes ids and handles; a secure source of chance if not given. */
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
            String name = needed(entityId, "serviceProvider(..)");
            URI address = needed(acs, "serviceProvider(..)");
            MetadataSource source = needed(idp, "identityProvider(..)");
            var registration = new Registration(
                    profile,
                    name,
                    address,
                    source.current(),
                    List.copyOf(keys),
                    new Wishes(binding, transientName, backUrl, logout),
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
                    tokens);
            RegistrationCheck.require(registration);
            if (maxOutstanding < 1 || maxParallel < 1) {
                throw new ConfigurationException(
                        "saml.setup", "maxOutstanding and maxParallel must be more than nothing");
            }
            return new Nutzerkonto(registration, source, this);
        }

        private static <T> T needed(@Nullable T value, String call) {
            if (value == null) {
                throw new ConfigurationException("saml.setup", call + " is missing");
            }
            return value;
        }
    }
}
