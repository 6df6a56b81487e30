// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.OzgException;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.CallbackResult;
import de.ozgkit.payment.spi.Health;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.InitiationRequest;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.PaymentConnector;
import de.ozgkit.payment.spi.ProviderState;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who gets money, and by which connector. Turns whatever a connector throws into "nothing learned". */
public final class Payees {

    private static final Logger LOG = LoggerFactory.getLogger(Payees.class);

    private final Map<String, PaymentConnector> connectors;

    public Payees(Map<String, PaymentConnector> connectors) {
        this.connectors = Map.copyOf(connectors);
    }

    /** The connector of a payee. */
    public PaymentConnector of(String payee) {
        PaymentConnector connector = connectors.get(payee);
        if (connector == null) {
            throw new ConfigurationException(
                    "payment.payee.unknown",
                    "There is no payee '" + payee
                            + "'; register it with payee(..) before build(), and keep it as long as it has orders");
        }
        return connector;
    }

    Initiation initiate(String payee, InitiationRequest request) {
        try {
            return of(payee).initiate(request);
        } catch (RuntimeException e) {
            return new Initiation.Unknown(code(e));
        }
    }

    ProviderState query(String payee, PaymentAttempt attempt) {
        PaymentConnector connector = of(payee);
        try {
            return connector.query(attempt);
        } catch (RuntimeException e) {
            return new ProviderState.NoAnswer(code(e));
        }
    }

    CallbackResult callback(String payee, PaymentAttempt attempt, Callback callback) {
        return of(payee).callback(attempt, callback);
    }

    /** A look at every platform. */
    public Map<String, Health> check() {
        Map<String, Health> found = new TreeMap<>();
        connectors.forEach((payee, connector) -> found.put(payee, check(connector)));
        return found;
    }

    private static Health check(PaymentConnector connector) {
        try {
            return connector.check();
        } catch (RuntimeException e) {
            return Health.bad(code(e), "The connector failed; see the log");
        }
    }

    private static String code(RuntimeException e) {
        if (e instanceof OzgException known) {
            return known.code();
        }
        // A connector is not supposed to throw. The message of what it throws may hold anything, so only its place is
        // told.
        StackTraceElement[] stack = e.getStackTrace();
        LOG.error("payment.connector.broken {} at {}", e.getClass().getName(), stack.length == 0 ? "?" : stack[0]);
        return "payment.connector.broken";
    }
}
