// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.RejectedException;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.LoginFailure;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.SamlKey;
import de.ozgkit.identity.internal.Recorded;
import de.ozgkit.testkit.MockNutzerkonto.KeyKind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges responses that were recorded somewhere, such as the test vectors of other projects, exactly as a log-in would be judged, at the time
 * at which they were recorded. Needs neither a request nor a database. What no portal may do, such as taking SHA-1, is possible here and
 * nowhere else.
 *
 * <pre>{@code
 * Verdict verdict = RecordedLogins.of("https://idp.example.org", certificates)
 *     .serviceProvider("https://sp.example.org", URI.create("https://sp.example.org/acs"))
 *     .at(Instant.parse("2014-02-19T01:37:02Z"))
 *     .allowingSha1().allowingPlainAssertion().allowingUnsignedResponse()
 *     .judge(xml);
 * }</pre>
 *
 * @since 0.1
 */
public final class RecordedLogins {

    private static final URI SOMEWHERE = URI.create("https://recorded.example.test");

    private final String identityProvider;
    private final List<X509Certificate> certificates;
    private final List<SamlKey> keys = new ArrayList<>();
    private AccountProfile profile =
            AccountProfile.BUNDID.withoutAkdbExtension().withUnsignedAssertion().withPersistentName();
    private String serviceProvider = "https://sp.example.test";
    private URI acs = URI.create("https://sp.example.test/acs");
    private Instant now = Instant.EPOCH;
    private @Nullable Instant askedAt;
    private @Nullable String requestId;
    private boolean sha1;
    private boolean plain;
    private boolean cbc;
    private boolean responseSigned = true;

    private RecordedLogins(String identityProvider, List<X509Certificate> certificates) {
        this.identityProvider = identityProvider;
        this.certificates = List.copyOf(certificates);
    }

    /** Messages of one identity provider, with the certificates that may have signed them, of any strength and age. */
    public static RecordedLogins of(String identityProvider, List<X509Certificate> certificates) {
        return new RecordedLogins(identityProvider, certificates);
    }

    /** For whom the messages were made. */
    public RecordedLogins serviceProvider(String entityId, URI acs) {
        this.serviceProvider = entityId;
        this.acs = acs;
        return this;
    }

    /** The key that opens what was encrypted; call it again for more. */
    public RecordedLogins openedWith(KeyMaterial key) {
        keys.add(SamlKey.of(key));
        return this;
    }

    /** How the account speaks; if not given, BundID's names of attributes, and the persistent name as the key. */
    public RecordedLogins profile(AccountProfile profile) {
        this.profile = profile;
        return this;
    }

    /** When the messages came in. The request counts as made ten minutes before. */
    public RecordedLogins at(Instant now) {
        this.now = now;
        return this;
    }

    /** When the request was made: what was issued or proved before is too old. */
    public RecordedLogins askedAt(Instant askedAt) {
        this.askedAt = askedAt;
        return this;
    }

    /** The request that must have been answered; otherwise any. */
    public RecordedLogins answering(String requestId) {
        this.requestId = requestId;
        return this;
    }

    /** Takes signatures over SHA-1. */
    public RecordedLogins allowingSha1() {
        this.sha1 = true;
        return this;
    }

    /** Takes assertions that are not encrypted. */
    public RecordedLogins allowingPlainAssertion() {
        this.plain = true;
        return this;
    }

    /** Takes AES-CBC inside of signed responses, as {@code acceptCbc()} of a registration does. */
    public RecordedLogins allowingCbc() {
        this.cbc = true;
        return this;
    }

    /** Is content with a signature of the response or of the assertion. What is there must be right all the same. */
    public RecordedLogins allowingUnsignedResponse() {
        this.responseSigned = false;
        return this;
    }

    /**
     * The verdict on one response.
     *
     * @param response as XML, or as the form field in base64
     */
    public Verdict judge(String response) {
        Instant asked = askedAt == null ? now.minus(Duration.ofMinutes(10)) : askedAt;
        var recorded = new Recorded(
                profile,
                new IdpMetadata(identityProvider, SOMEWHERE, List.of(StandIn.KEY.certificate()), Optional.empty()),
                certificates,
                serviceProvider,
                acs,
                List.copyOf(keys),
                Optional.ofNullable(requestId),
                asked,
                now,
                sha1,
                plain,
                cbc,
                responseSigned);
        try {
            return recorded.judge(base64(response))
                    .fold(
                            Verdict::accepted,
                            cancelled -> Verdict.refused(LoginFailure.STATUS_CANCELLED),
                            refused -> Verdict.refused(refused.reason()));
        } catch (RejectedException e) {
            return Verdict.refused(LoginFailure.of(e).orElseThrow(() -> e));
        }
    }

    /** Metadata must have a strong certificate; those of recorded messages are often weak, and come beside them. */
    private static final class StandIn {
        static final KeyMaterial KEY = MockNutzerkonto.newKey(KeyKind.EC_P256, Clock.systemUTC());
    }

    private static String base64(String response) {
        String text = response.strip();
        boolean xml = text.startsWith("<") || text.startsWith("\uFEFF");
        return xml ? Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) : text;
    }

    /**
     * What a portal would have made of a response: exactly one of the two is there.
     *
     * @param accepted who logged in, with attributes, level and, in the handle for log-out, the NameID
     * @param refused why nobody did
     * @since 0.1
     */
    public record Verdict(Optional<LoginOutcome.Authenticated> accepted, Optional<LoginFailure> refused) {

        private static Verdict accepted(LoginOutcome.Authenticated in) {
            return new Verdict(Optional.of(in), Optional.empty());
        }

        private static Verdict refused(LoginFailure failure) {
            return new Verdict(Optional.empty(), Optional.of(failure));
        }
    }
}
