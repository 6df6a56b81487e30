// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.connector;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.payment.Position;
import de.ozgkit.payment.internal.xbezahldienste.Access;
import de.ozgkit.payment.internal.xbezahldienste.OAuth2;
import de.ozgkit.payment.internal.xbezahldienste.XbConnector;
import de.ozgkit.payment.internal.xbezahldienste.XbLink;
import de.ozgkit.payment.internal.xbezahldienste.XbSettings;
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
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes money through any service that speaks XBezahldienste 1.0.0, such as ePayBL behind its Konnektor, pmPayment and epay21. The calls,
 * their constraints and the error codes of the start are those of the standard's published pages; the answers, the reading of a
 * transaction and the HTTP statuses are reconstructed from what clients of these services do, and what happens when a start is repeated
 * is our reading: compare with the OpenAPI file of the operator before production.
 *
 * <pre>{@code
 * XBezahldienste.with(URI.create("https://epayment.dataport.de/konnektor/epayment/"), "bewohnerparken", "05562032")
 *         .clientKey(KeyMaterial.pkcs12(path, password))                 // or .oauth2(tokenUrl, id, secret) or .basic(user, password)
 *         .accounting(Map.of("haushaltsstelle", "1100.2600", "objektnummer", "4711"))
 *         .build();
 * }</pre>
 *
 * <p>The standard has no notification, no search and no refund: the platform is asked when the browser comes back and by polling, and a
 * start whose answer was lost is repeated under the same number. No data of the payer are sent. Thread-safe; {@code toString} shows the
 * account and no secret.
 *
 * @since 0.1
 */
public final class XBezahldienste implements PaymentConnector {

    private final XbConnector connector;

    private XBezahldienste(XbConnector connector) {
        this.connector = connector;
    }

    /**
     * An account at a payment service.
     *
     * @param base what stands before {@code /paymenttransaction} in its addresses
     * @param originatorId the calling online service as the payment service knows it, 1 to 36 letters, digits, _ and -
     * @param endPointId the authority as the payment service knows it, often its official municipality key; as above
     */
    public static Builder with(URI base, String originatorId, String endPointId) {
        return new Builder(base, originatorId, endPointId);
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
        return connector.callback(callback);
    }

    @Override
    public Health check() {
        return connector.check();
    }

    @Override
    public String toString() {
        return "XBezahldienste[" + profile().account() + "]";
    }

    /**
     * Sets up {@link XBezahldienste}.
     *
     * @since 0.1
     */
    public static final class Builder {

        private static final long MOST_BYTES = 256 * 1024;
        private static final Duration LONGEST = Duration.ofSeconds(24);
        private static final String ID = "[A-Za-z0-9_-]{1,36}";

        private final URI base;
        private final String originatorId;
        private final String endPointId;
        private @Nullable KeyMaterial clientKey;
        private @Nullable Function<HttpGateway, Access> secret;
        private int ways;
        private Set<String> pageHosts = Set.of();
        private Map<String, String> accounting = Map.of();
        private Duration pageLifetime = Duration.ofHours(1);
        private Duration timeout = Duration.ofSeconds(20);
        private Clock clock = Clock.systemUTC();
        private HttpGateway.Builder http = HttpGateway.to("xbezahldienste").maxBytes(MOST_BYTES);

        private Builder(URI base, String originatorId, String endPointId) {
            this.base = base;
            this.originatorId = originatorId;
            this.endPointId = endPointId;
        }

        /** Proves who we are by mutual TLS, as ePayBL wants it. */
        public Builder clientKey(KeyMaterial key) {
            this.clientKey = key;
            this.ways++;
            return this;
        }

        /**
         * Proves who we are by OAuth 2 client credentials, as pmPayment wants it. A token is kept as long as it lives, and renewed once
         * when it is refused.
         *
         * @param tokenUrl ask the operator: different ones are in use
         * @param clientSecret copied, so that the caller may wipe the array
         */
        public Builder oauth2(URI tokenUrl, String clientId, char[] clientSecret) {
            char[] copy = Arrays.copyOf(clientSecret, clientSecret.length);
            require(tokenUrl.getHost() != null, "the token address is absolute");
            require(!clientId.isBlank() && copy.length > 0, "client or secret is missing");
            this.secret = gateway -> new OAuth2(gateway, tokenUrl, clientId, copy, clock);
            this.ways++;
            return this;
        }

        /**
         * Proves who we are by user and password, as epay21 wants it.
         *
         * @param password copied, so that the caller may wipe the array
         */
        public Builder basic(String user, char[] password) {
            require(!user.isBlank() && !user.contains(":"), "the user is missing or has a colon");
            require(password.length > 0, "the password is missing");
            Access access = Access.basic(user, password);
            this.secret = gateway -> access;
            this.ways++;
            return this;
        }

        /**
         * Booking data of every position, agreed with the payment service; what stands in {@link Position#accounting} goes before it.
         */
        public Builder accounting(Map<String, String> fields) {
            this.accounting = Map.copyOf(fields);
            return this;
        }

        /** Hosts of payment pages, if they are not that of the base. */
        public Builder pageHosts(String... names) {
            this.pageHosts = Set.of(names);
            return this;
        }

        /** How long a payment page may be used; an hour if not set. The standard does not tell: ask the operator. */
        public Builder pageLifetime(Duration lifetime) {
            this.pageLifetime = lifetime;
            return this;
        }

        /** How long one question may take, with a token and a repetition; 20 seconds if not set, 24 at most. */
        public Builder timeout(Duration atMost) {
            this.timeout = atMost;
            return this;
        }

        /** Another way than the usual one, such as one with own trust anchors. The client key is added to it. */
        public Builder http(HttpGateway.Builder way) {
            this.http = way;
            return this;
        }

        /** Another clock than the system's, which tells how long a token lives. */
        public Builder clock(Clock other) {
            this.clock = other;
            return this;
        }

        /** @throws ConfigurationException with code {@code payment.xbezahldienste.config} if a value cannot be right */
        public XBezahldienste build() {
            String host = base.getHost();
            require(
                    host != null && base.getQuery() == null && base.getFragment() == null,
                    "the base is an absolute address");
            require(originatorId.matches(ID), "the originator has 1 to 36 letters, digits, _ and -");
            require(endPointId.matches(ID), "the endpoint has 1 to 36 letters, digits, _ and -");
            require(ways == 1, "exactly one of clientKey(..), oauth2(..) and basic(..) is needed");
            require(
                    accounting.entrySet().stream()
                            .allMatch(field -> !field.getKey().isBlank()
                                    && !field.getValue().isBlank()
                                    && field.getValue().length() <= 250),
                    "booking data have a name, and a value of 1 to 250 characters");
            require(timeout.toMillis() > 0 && timeout.compareTo(LONGEST) <= 0, "a question takes 24 seconds at most");
            HttpGateway gateway = (clientKey == null ? http : http.clientKey(clientKey)).build();
            Access access = secret == null ? Access.byConnection() : secret.apply(gateway);
            XbSettings settings = new XbSettings(
                    base,
                    originatorId,
                    endPointId,
                    new PageHosts(pageHosts.isEmpty() ? Set.of(String.valueOf(host)) : pageHosts),
                    accounting,
                    pageLifetime);
            return new XBezahldienste(new XbConnector(settings, new XbLink(gateway, access, timeout)));
        }

        private static void require(boolean right, String what) {
            if (!right) {
                throw new ConfigurationException(
                        "payment.xbezahldienste.config", "XBezahldienste is set up wrongly: " + what);
            }
        }
    }
}
