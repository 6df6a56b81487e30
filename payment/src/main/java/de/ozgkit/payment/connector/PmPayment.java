// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.connector;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.payment.internal.pmpayment.PmConnector;
import de.ozgkit.payment.internal.pmpayment.PmHash;
import de.ozgkit.payment.internal.pmpayment.PmSettings;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes money through pmPayment (GovConnect), by its classic interface: a signed form opens the payment page, the payer's browser comes back
 * with a signed form, the platform's own call is not signed, and the status call tells the truth.
 *
 * <p>Thread-safe. {@code toString} shows the account and no secret.
 *
 * @since 0.1
 */
public final class PmPayment implements PaymentConnector {

    private final PmConnector connector;

    private PmPayment(PmConnector connector) {
        this.connector = connector;
    }

    /**
     * An account at pmPayment.
     *
     * @param ags official municipality key, 8 digits
     * @param procedure name of the procedure ("Verfahren") as set up in pmPayment
     * @param salt the secret of that procedure; copied, so that the caller may wipe the array
     */
    public static Builder with(String ags, String procedure, char[] salt) {
        return new Builder(ags, procedure, salt);
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
        return "PmPayment[" + profile().account() + "]";
    }

    /**
     * Sets up {@link PmPayment}.
     *
     * @since 0.1
     */
    public static final class Builder {

        private static final URI PRODUCTION = URI.create("https://payment.govconnect.de");
        private static final long MOST_BYTES = 64 * 1024;

        private final String ags;
        private final String procedure;
        private final char[] salt;
        private URI base = PRODUCTION;
        private Set<String> pageHosts = Set.of();
        private @Nullable String accountingRecord;
        private Duration pageLifetime = Duration.ofHours(1);
        private @Nullable HttpGateway http;

        private Builder(String ags, String procedure, char[] salt) {
            this.ags = ags;
            this.procedure = procedure;
            this.salt = Arrays.copyOf(salt, salt.length);
        }

        /** Another address than production's {@code https://payment.govconnect.de}. */
        public Builder base(URI address) {
            this.base = address;
            return this;
        }

        /** Hosts of payment pages, if they are not that of {@link #base}. */
        public Builder pageHosts(String... names) {
            this.pageHosts = Set.of(names);
            return this;
        }

        /**
         * What the cash office wants to read with each payment; its layout is agreed with the cash office. <code>{case}</code>,
         * <code>{reference}</code>, <code>{purpose}</code> and <code>{cents}</code> are replaced; in what replaces them, the characters
         * {@code ;} and {@code |} become blanks.
         */
        public Builder accountingRecord(String template) {
            this.accountingRecord = template;
            return this;
        }

        /** How long a payment page may be used; an hour if not set. pmPayment does not tell: ask the operator. */
        public Builder pageLifetime(Duration lifetime) {
            this.pageLifetime = lifetime;
            return this;
        }

        /** Another gateway than the usual one, for a proxy or own trust anchors. It must give up within 25 seconds. */
        public Builder http(HttpGateway gateway) {
            this.http = gateway;
            return this;
        }

        /** @throws ConfigurationException with code {@code payment.pmpayment.config} if a value cannot be right */
        public PmPayment build() {
            require(ags.matches("[0-9]{8}"), "the ags has 8 digits");
            require(procedure.matches("[A-Za-z0-9._-]{1,80}"), "the procedure has letters, digits, . _ - only");
            require(salt.length > 0, "the salt is missing");
            require(base.getHost() != null && base.getQuery() == null, "the base is an absolute address");
            require(
                    accountingRecord == null
                            || !accountingRecord.isBlank() && !PmHash.hasBar(List.of(accountingRecord)),
                    "the accounting record is not empty and has no |");
            Set<String> hosts = pageHosts.isEmpty() ? Set.of(base.getHost()) : pageHosts;
            HttpGateway gateway = http != null
                    ? http
                    : HttpGateway.to("pmpayment").maxBytes(MOST_BYTES).build();
            PmSettings settings =
                    new PmSettings(base, ags, procedure, new PageHosts(hosts), accountingRecord, pageLifetime);
            PmConnector connector = new PmConnector(settings, new PmHash(salt), gateway);
            Arrays.fill(salt, ' ');
            return new PmPayment(connector);
        }

        private static void require(boolean right, String what) {
            if (!right) {
                throw new ConfigurationException("payment.pmpayment.config", "pmPayment is set up wrongly: " + what);
            }
        }
    }
}
