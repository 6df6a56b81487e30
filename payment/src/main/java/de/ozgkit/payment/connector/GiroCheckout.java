// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.connector;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.payment.Position;
import de.ozgkit.payment.internal.girocheckout.GcCall;
import de.ozgkit.payment.internal.girocheckout.GcConnector;
import de.ozgkit.payment.internal.girocheckout.GcHash;
import de.ozgkit.payment.internal.girocheckout.GcSettings;
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
import de.ozgkit.payment.spi.RefundRequest;
import de.ozgkit.payment.spi.RefundResult;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes money through GiroCheckout (S-Public Services), version 2 of its interface. Calls, fields, the order of the hash and the codes are
 * those of the vendor's published pages and of its own library; that a status call about a page without a payment answers without a
 * result, that an unknown reference is answered with 5034, and that the page's messages are signed with the page's password is our
 * reading: compare with GiroCockpit and the operator before production.
 *
 * <pre>{@code
 * GiroCheckout.with("1234567", "1235", password)        // a project for the payment page: payers choose how to pay
 *         .accounting(Map.of("kassenzeichen", "4200000000061"))
 *         .build();
 * GiroCheckout.with("1234567", "1234", password).method("creditcard").build();      // a project for one method
 * }</pre>
 *
 * <p>The hash is weak (MD5, values without separators), so messages only cause a question; the signed answer of the status call tells the
 * truth. A payment whose result the platform does not know (4500) is asked about until a person looks. Money goes back by the interface,
 * as far as the method of payment allows. Thread-safe; {@code toString} shows the account and no secret.
 *
 * @since 0.1
 */
public final class GiroCheckout implements PaymentConnector {

    private final GcConnector connector;

    private GiroCheckout(GcConnector connector) {
        this.connector = connector;
    }

    /**
     * A project at GiroCheckout.
     *
     * @param merchantId number of the merchant ("Verkäufer-ID")
     * @param projectId number of the project; there is one for each method of payment, and one for the payment page
     * @param password the secret of that project; copied, so that the caller may wipe the array
     */
    public static Builder with(String merchantId, String projectId, char[] password) {
        return new Builder(merchantId, projectId, password);
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
    public RefundResult refund(RefundRequest request) {
        return connector.refund(request);
    }

    @Override
    public Health check() {
        return connector.check();
    }

    @Override
    public String toString() {
        return "GiroCheckout[" + profile().account() + "]";
    }

    /**
     * Sets up {@link GiroCheckout}.
     *
     * @since 0.1
     */
    public static final class Builder {

        private static final URI PRODUCTION = URI.create("https://payment.girosolution.de/girocheckout/api/v2/");
        private static final long MOST_BYTES = 64 * 1024;
        private static final String KASSENZEICHEN = "kassenzeichen";
        private static final Set<String> OURS = Set.of(
                "merchantId",
                "projectId",
                "merchantTxId",
                "amount",
                "currency",
                "purpose",
                "type",
                "urlRedirect",
                "urlNotify",
                "successUrl",
                "backUrl",
                "failUrl",
                "notifyUrl",
                KASSENZEICHEN);

        private final String merchantId;
        private final String projectId;
        private final char[] password;
        private final Map<String, String> parameters = new LinkedHashMap<>();
        private URI base = PRODUCTION;
        private Set<String> pageHosts = Set.of();
        private Map<String, String> accounting = Map.of();
        private Duration pageLifetime = Duration.ofHours(1);
        private @Nullable String method;
        private @Nullable HttpGateway http;

        private Builder(String merchantId, String projectId, char[] password) {
            this.merchantId = merchantId;
            this.projectId = projectId;
            this.password = Arrays.copyOf(password, password.length);
        }

        /**
         * Another address than {@code https://payment.girosolution.de/girocheckout/api/v2/}, such as that of the second generation,
         * {@code https://payment.girocheckout.de/girocheckout/v2/}.
         */
        public Builder base(URI address) {
            this.base = address;
            return this;
        }

        /** Hosts of payment pages, if they are not that of {@link #base}. Pages of other providers behind one method have hosts of theirs. */
        public Builder pageHosts(String... names) {
            this.pageHosts = Set.of(names);
            return this;
        }

        /**
         * The project is for this method of payment only, and payers go straight to it instead of to a page where they choose.
         *
         * @param name as it shall stand on the receipt, such as {@code creditcard} or {@code wero}: a to z, 0 to 9, _ and -
         */
        public Builder method(String name) {
            this.method = name;
            return this;
        }

        /**
         * What the cash office books by: GiroCheckout takes {@code kassenzeichen} only. What stands in {@link Position#accounting} goes before
         * it; the positions of one order must not have different ones.
         */
        public Builder accounting(Map<String, String> fields) {
            this.accounting = Map.copyOf(fields);
            return this;
        }

        /**
         * One more field of the call that opens a payment, in the vendor's words, such as {@code locale}, or on a page {@code single},
         * {@code timeout}, {@code paymethods}, and {@code test} with 1 to show test methods.
         */
        public Builder parameter(String name, String value) {
            parameters.put(name, value);
            return this;
        }

        /** How long a payment page may be used; an hour if not set. Set {@code timeout} or {@code expirydate} accordingly. */
        public Builder pageLifetime(Duration lifetime) {
            this.pageLifetime = lifetime;
            return this;
        }

        /** Another gateway than the usual one, for a proxy or own trust anchors. It must give up within 25 seconds. */
        public Builder http(HttpGateway gateway) {
            this.http = gateway;
            return this;
        }

        /** @throws ConfigurationException with code {@code payment.girocheckout.config} if a value cannot be right */
        public GiroCheckout build() {
            String host = base.getHost();
            require(merchantId.matches("[0-9]{1,10}"), "the merchant has 1 to 10 digits");
            require(projectId.matches("[0-9]{1,10}"), "the project has 1 to 10 digits");
            require(password.length > 0, "the password is missing");
            require(
                    host != null && base.getQuery() == null && base.getFragment() == null,
                    "the base is an absolute address");
            require(
                    method == null || method.matches("[a-z0-9_-]{1,40}"),
                    "the method is a word of a to z, 0 to 9, _ and -");
            require(Set.of(KASSENZEICHEN).containsAll(accounting.keySet()), "there is no accounting but kassenzeichen");
            require(
                    accounting.values().stream().allMatch(Builder::isSendable),
                    "a kassenzeichen has 1 to 99 characters");
            Set<String> names = Set.copyOf((method == null ? GcCall.PAGE : GcCall.START).order());
            parameters.forEach((name, value) -> require(
                    names.contains(name) && !OURS.contains(name) && isSendable(value),
                    "a parameter is unknown, is set by the connector, or has no value that can be sent"));
            HttpGateway gateway = http != null
                    ? http
                    : HttpGateway.to("girocheckout").maxBytes(MOST_BYTES).build();
            GcSettings settings = new GcSettings(
                    base,
                    merchantId,
                    projectId,
                    Optional.ofNullable(method),
                    new PageHosts(pageHosts.isEmpty() ? Set.of(String.valueOf(host)) : pageHosts),
                    Optional.ofNullable(accounting.get(KASSENZEICHEN)),
                    Map.copyOf(parameters),
                    pageLifetime);
            GcConnector connector = new GcConnector(settings, new GcHash(password), gateway);
            Arrays.fill(password, ' ');
            return new GiroCheckout(connector);
        }

        private static boolean isSendable(String value) {
            return !value.isBlank()
                    && value.length() <= 99
                    && value.codePoints().noneMatch(Character::isISOControl);
        }

        private static void require(boolean right, String what) {
            if (!right) {
                throw new ConfigurationException(
                        "payment.girocheckout.config", "GiroCheckout is set up wrongly: " + what);
            }
        }
    }
}
