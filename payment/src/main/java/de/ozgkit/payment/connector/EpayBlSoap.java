// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.connector;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.payment.Position;
import de.ozgkit.payment.internal.epaybl.SoapConnector;
import de.ozgkit.payment.internal.epaybl.SoapLink;
import de.ozgkit.payment.internal.epaybl.SoapSettings;
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
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes money through ePayBL 2.x and 3.x by SOAP and its own payment page. <b>Experimental</b>: no WSDL is published, and nothing of this is
 * official. Names, the order of parameters, the steps, the error codes and the rule when a claim is paid are reconstructed from clients
 * that others run; of profile {@link Profile#V3} the style of its messages is inferred, too. Our own reading, seen nowhere: that a start
 * may be repeated, since the number of a transaction is taken only once, and what {@code lesenTransaktion} returns. Compare with the
 * WSDL of the operator before production, and ask whether a Konnektor is there: then {@link EpayBl} or {@link XBezahldienste} is the better
 * way.
 *
 * <pre>{@code
 * EpayBlSoap.with(EpayBlSoap.Profile.V2, services, URI.create("https://epay.akdb.de/paypage"), "1610000000", "42")
 *         .clientKey(KeyMaterial.pkcs12(path, password))
 *         .accounting(Map.of("haushaltsstelle", "1100260000", "objektnummer", "4711"))
 *         .build();
 * }</pre>
 *
 * <p>ePayBL does not notify by this interface: it is asked when the browser comes back and by polling. No data of the payer are sent: a
 * customer without a name is created for each payment and deleted at once. Thread-safe; {@code toString} shows the account and no secret.
 *
 * @since 0.1
 */
public final class EpayBlSoap implements PaymentConnector {

    private final SoapConnector connector;

    private EpayBlSoap(SoapConnector connector) {
        this.connector = connector;
    }

    /** How messages are written. */
    public enum Profile {
        /** ePayBL 2.x: RPC/encoded. */
        V2,
        /** ePayBL 3.x: RPC/literal. */
        V3
    }

    /**
     * An account at ePayBL.
     *
     * @param profile that of the version in use
     * @param services where calls go
     * @param paypage what stands before {@code /login.do} in the address of the payment page
     * @param mandant the authority as ePayBL knows it
     * @param bewirtschafter its office that books
     */
    public static Builder with(Profile profile, URI services, URI paypage, String mandant, String bewirtschafter) {
        return new Builder(profile, services, paypage, mandant, bewirtschafter);
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
        return "EpayBlSoap[" + profile().account() + "]";
    }

    /**
     * Sets up {@link EpayBlSoap}.
     *
     * @since 0.1
     */
    public static final class Builder {

        private static final long MOST_BYTES = 256 * 1024;
        private static final Duration LONGEST = Duration.ofSeconds(24);
        private static final String ID = "[A-Za-z0-9_-]{1,36}";

        private final Profile profile;
        private final URI services;
        private final URI paypage;
        private final String mandant;
        private final String bewirtschafter;
        private @Nullable KeyMaterial clientKey;
        private boolean open;
        private Set<String> pageHosts = Set.of();
        private Map<String, String> accounting = Map.of();
        private boolean single;
        private Duration pageLifetime = Duration.ofHours(1);
        private Duration timeout = Duration.ofSeconds(20);
        private HttpGateway.Builder http = HttpGateway.to("ePayBL").maxBytes(MOST_BYTES);

        private Builder(Profile profile, URI services, URI paypage, String mandant, String bewirtschafter) {
            this.profile = profile;
            this.services = services;
            this.paypage = paypage;
            this.mandant = mandant;
            this.bewirtschafter = bewirtschafter;
        }

        /** Proves who we are by mutual TLS, as ePayBL wants it. */
        public Builder clientKey(KeyMaterial key) {
            this.clientKey = key;
            return this;
        }

        /** Does without a client key, which some operators allow. */
        public Builder withoutClientKey() {
            this.open = true;
            return this;
        }

        /**
         * How every position is booked: {@code haushaltsstelle}, {@code objektnummer}, {@code belegNr} and {@code href}, {@code buchungstext}
         * instead of the position's own words, and {@code kennzeichenMahnverfahren} (01 if not set); other names are not sent. What stands
         * in {@link Position#accounting} goes before it.
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

        /** Hosts of payment pages, if they are not that of the payment page that was given. */
        public Builder pageHosts(String... names) {
            this.pageHosts = Set.of(names);
            return this;
        }

        /** How long a payment page may be used; an hour if not set. ePayBL does not tell: ask the operator. */
        public Builder pageLifetime(Duration lifetime) {
            this.pageLifetime = lifetime;
            return this;
        }

        /** How long all calls of one question may take; 20 seconds if not set, 24 at most. */
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
        public EpayBlSoap build() {
            require(services.getHost() != null && services.getFragment() == null, "services is an absolute address");
            String host = paypage.getHost();
            require(
                    host != null && paypage.getQuery() == null && paypage.getFragment() == null,
                    "paypage is an absolute address");
            require(
                    mandant.matches(ID) && bewirtschafter.matches("[A-Za-z0-9]{1,8}"),
                    "mandant has 1 to 36 characters, and bewirtschafter 1 to 8");
            require(clientKey != null ^ open, "either clientKey(..) or withoutClientKey() is needed");
            require(timeout.toMillis() > 0 && timeout.compareTo(LONGEST) <= 0, "a question takes 24 seconds at most");
            require(
                    accounting.entrySet().stream()
                            .allMatch(field -> !field.getKey().isBlank()
                                    && !field.getValue().isBlank()
                                    && field.getValue().length() <= 250),
                    "accounting fields have a name, and a value of 1 to 250 characters");
            boolean encoded = profile == Profile.V2;
            SoapSettings settings = new SoapSettings(
                    services,
                    paypage,
                    mandant,
                    bewirtschafter,
                    encoded,
                    new PageHosts(pageHosts.isEmpty() ? Set.of(String.valueOf(host)) : pageHosts),
                    accounting,
                    single,
                    pageLifetime);
            HttpGateway gateway = (clientKey == null ? http : http.clientKey(clientKey)).build();
            return new EpayBlSoap(new SoapConnector(settings, new SoapLink(gateway, services, encoded, timeout)));
        }

        private static void require(boolean right, String what) {
            if (!right) {
                throw new ConfigurationException("payment.epaybl.config", "ePayBL is set up wrongly: " + what);
            }
        }
    }
}
