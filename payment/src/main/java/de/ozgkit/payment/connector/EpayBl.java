// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.connector;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.payment.Position;
import de.ozgkit.payment.internal.epaybl.KonnektorConnector;
import de.ozgkit.payment.internal.epaybl.KonnektorHash;
import de.ozgkit.payment.internal.epaybl.KonnektorSettings;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.CallbackResult;
import de.ozgkit.payment.spi.ConnectorProfile;
import de.ozgkit.payment.spi.Health;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.InitiationRequest;
import de.ozgkit.payment.spi.PageHosts;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.PaymentConnector;
import de.ozgkit.payment.spi.ProviderState;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes money through ePayBL by the REST interface of its Konnektor ({@code fachverfahren/v1_0}). No description of this interface is
 * published: all of it is reconstructed from one working client, and the addresses and mutual TLS from two scripts of authorities in
 * North Rhine-Westphalia. Our own reading, seen nowhere: which answers are a clear refusal, that a way to pay by transfer is open until
 * its balance falls, and that an answer may hold the Kassenzeichen and the numbers of the claim. Compare with the OpenAPI file of the
 * operator before production, and ask whether it also speaks {@link XBezahldienste}, which is official.
 *
 * <pre>{@code
 * EpayBl.with(URI.create("https://epay-test.nrw.de/konnektor"), "B000004", "BW100001", notifySecret)
 *         .clientKey(KeyMaterial.pkcs12(path, password))
 *         .methods("KREDITKARTE", "PAYPAL")
 *         .accounting(Map.of("haushaltsstelle", "1100260000", "objektnummer", "4711"))
 *         .build();
 * }</pre>
 *
 * <p>The Kassenzeichen is learned from the answer to the start, if it is there, otherwise from the notification, whose secret is therefore
 * mandatory; what a notification tells about money is not believed. If the answer has no Kassenzeichen and the notification never comes,
 * the attempt stays pending and runs out: nothing can be asked without that number, and the cash office finds the payment by the number of
 * the transaction. A start whose answer was lost leaves an unpaid claim at ePayBL, whose number is logged for the cash office. No data of
 * the payer are sent. Thread-safe; {@code toString} shows the account and no secret.
 *
 * @since 0.1
 */
public final class EpayBl implements PaymentConnector {

    private final KonnektorConnector connector;

    private EpayBl(KonnektorConnector connector) {
        this.connector = connector;
    }

    /**
     * An account at a Konnektor.
     *
     * @param base what stands before {@code /epayment/fachverfahren} in its addresses
     * @param mandant the authority as ePayBL knows it
     * @param bewirtschafter its office that books
     * @param notifySecret by which notifications are hashed; copied, so that the caller may wipe the array
     */
    public static Builder with(URI base, String mandant, String bewirtschafter, char[] notifySecret) {
        return new Builder(base, mandant, bewirtschafter, notifySecret);
    }

    @Override
    public ConnectorProfile profile() {
        return connector.profile();
    }

    @Override
    public Initiation initiate(InitiationRequest request) {
        return connector.initiate(request);
    }

    @Override
    public ProviderState query(PaymentAttempt attempt) {
        return connector.query(attempt);
    }

    @Override
    public CallbackResult callback(PaymentAttempt attempt, Callback callback) {
        return connector.callback(attempt, callback);
    }

    @Override
    public Health check() {
        return connector.check();
    }

    @Override
    public String toString() {
        return "EpayBl[" + profile().account() + "]";
    }

    /**
     * Sets up {@link EpayBl}.
     *
     * @since 0.1
     */
    public static final class Builder {

        private static final long MOST_BYTES = 256 * 1024;
        private static final Duration LONGEST = Duration.ofSeconds(24);
        private static final String ID = "[A-Za-z0-9_-]{1,36}";
        private static final String CODE = "[A-Z0-9_]{1,40}";

        private final URI base;
        private final String mandant;
        private final String bewirtschafter;
        private final char[] secret;
        private @Nullable KeyMaterial clientKey;
        private boolean open;
        private List<String> methods = List.of();
        private Set<String> pageHosts = Set.of();
        private Map<String, String> accounting = Map.of();
        private boolean single;
        private Duration pageLifetime = Duration.ofHours(1);
        private Duration timeout = Duration.ofSeconds(20);
        private HttpGateway.Builder http = HttpGateway.to("ePayBL").maxBytes(MOST_BYTES);

        private Builder(URI base, String mandant, String bewirtschafter, char[] secret) {
            this.base = base;
            this.mandant = mandant;
            this.bewirtschafter = bewirtschafter;
            this.secret = Arrays.copyOf(secret, secret.length);
        }

        /** Proves who we are by mutual TLS, as the Konnektor wants it. */
        public Builder clientKey(KeyMaterial key) {
            this.clientKey = key;
            return this;
        }

        /** Does without a client key, where something in between proves who we are. */
        public Builder withoutClientKey() {
            this.open = true;
            return this;
        }

        /** The codes of the ways to pay that are offered, such as {@code KREDITKARTE}; {@link EpayBl#check} compares them with the account. */
        public Builder methods(String... codes) {
            this.methods = List.of(codes);
            return this;
        }

        /**
         * How every position is booked: {@code haushaltsstelle} and {@code objektnummer}, {@code buchungstext} instead of the position's
         * own words, {@code kennzeichenMahnverfahren} (11000 if not set), and whatever else the operator agreed to. What stands in
         * {@link Position#accounting} goes before it.
         */
        public Builder accounting(Map<String, String> fields) {
            this.accounting = Map.copyOf(fields);
            return this;
        }

        /**
         * Books a payment in one line instead of one for each position, by what all positions agree on. One line is easier to change
         * later; several tell more.
         */
        public Builder oneBookingPerPayment() {
            this.single = true;
            return this;
        }

        /** Hosts of payment pages, if they are not that of the base. */
        public Builder pageHosts(String... names) {
            this.pageHosts = Set.of(names);
            return this;
        }

        /** How long a payment page may be used; an hour if not set. ePayBL does not tell: ask the operator. */
        public Builder pageLifetime(Duration lifetime) {
            this.pageLifetime = lifetime;
            return this;
        }

        /** How long one call may take; 20 seconds if not set, 24 at most. */
        public Builder timeout(Duration atMost) {
            this.timeout = atMost;
            return this;
        }

        /** Another way than the usual one, such as one with own trust anchors. The client key is added to it. */
        public Builder http(HttpGateway.Builder way) {
            this.http = way;
            return this;
        }

        /** @throws ConfigurationException with code {@code payment.epaybl.config} if a value cannot be right */
        public EpayBl build() {
            String host = base.getHost();
            require(
                    host != null && base.getQuery() == null && base.getFragment() == null,
                    "the base is an absolute address");
            require(
                    mandant.matches(ID) && bewirtschafter.matches(ID),
                    "mandant and bewirtschafter are 1 to 36 characters");
            require(secret.length > 0, "the secret of notifications is missing");
            require(clientKey != null ^ open, "either clientKey(..) or withoutClientKey() is needed");
            require(
                    !methods.isEmpty() && methods.stream().allMatch(code -> code.matches(CODE)),
                    "methods(..) names at least one way to pay");
            require(timeout.toMillis() > 0 && timeout.compareTo(LONGEST) <= 0, "a call takes 24 seconds at most");
            require(
                    accounting.entrySet().stream()
                            .allMatch(field -> !field.getKey().isBlank()
                                    && !field.getValue().isBlank()
                                    && field.getValue().length() <= 250),
                    "accounting fields have a name, and a value of 1 to 250 characters");
            KonnektorSettings settings = new KonnektorSettings(
                    base,
                    mandant,
                    bewirtschafter,
                    methods,
                    new PageHosts(pageHosts.isEmpty() ? Set.of(String.valueOf(host)) : pageHosts),
                    accounting,
                    single,
                    pageLifetime);
            HttpGateway gateway = (clientKey == null ? http : http.clientKey(clientKey)).build();
            KonnektorConnector connector =
                    new KonnektorConnector(settings, new KonnektorHash(secret), gateway, timeout);
            Arrays.fill(secret, ' ');
            return new EpayBl(connector);
        }

        private static void require(boolean right, String what) {
            if (!right) {
                throw new ConfigurationException("payment.epaybl.config", "ePayBL is set up wrongly: " + what);
            }
        }
    }
}
