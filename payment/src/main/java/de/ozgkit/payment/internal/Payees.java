// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.OzgException;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.CallbackResult;
import de.ozgkit.payment.spi.Capability;
import de.ozgkit.payment.spi.Health;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.InitiationRequest;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.PaymentConnector;
import de.ozgkit.payment.spi.ProviderState;
import de.ozgkit.payment.spi.RefundRequest;
import de.ozgkit.payment.spi.RefundResult;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who gets money, and by which connector. Turns whatever a connector throws into "nothing learned", and does not call a platform that has
 * stopped to answer.
 */
public final class Payees {

    private static final Logger LOG = LoggerFactory.getLogger(Payees.class);

    private final Map<String, PaymentConnector> connectors;
    private final Map<String, Circuit> circuits = new HashMap<>();

    public Payees(Map<String, PaymentConnector> connectors, Clock clock) {
        this.connectors = Map.copyOf(connectors);
        connectors
                .values()
                .forEach(connector -> circuits.computeIfAbsent(
                        connector.profile().account(), account -> new Circuit(account, clock)));
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

    /** Whether the payee's platform can do this. */
    boolean can(String payee, Capability capability) {
        return of(payee).profile().capabilities().contains(capability);
    }

    /** Whether the platform is worth being called now. */
    boolean admits(String payee) {
        return circuit(payee).admits();
    }

    /** When it may be called again. */
    Instant nextTry(String payee) {
        return circuit(payee).nextTry();
    }

    private Circuit circuit(String payee) {
        // Every account of a connector got its circuit in the constructor.
        Circuit circuit = circuits.get(of(payee).profile().account());
        if (circuit == null) {
            throw new IllegalStateException("the account of a connector never changes");
        }
        return circuit;
    }

    Initiation initiate(String payee, InitiationRequest request) {
        PaymentConnector connector = of(payee);
        Circuit circuit = circuit(payee);
        if (!circuit.enter()) {
            return new Initiation.Unknown(Circuit.OPEN);
        }
        Initiation answer;
        try {
            answer = connector.initiate(request);
        } catch (RuntimeException e) {
            answer = new Initiation.Unknown(code(e));
        }
        circuit.note(!(answer instanceof Initiation.Unknown));
        return answer;
    }

    ProviderState query(String payee, PaymentAttempt attempt) {
        PaymentConnector connector = of(payee);
        Circuit circuit = circuit(payee);
        if (!circuit.enter()) {
            return new ProviderState.NoAnswer(Circuit.OPEN);
        }
        ProviderState answer;
        try {
            answer = connector.query(attempt);
        } catch (RuntimeException e) {
            answer = new ProviderState.NoAnswer(code(e));
        }
        circuit.note(!(answer instanceof ProviderState.NoAnswer));
        return answer;
    }

    /** Sends money back, even to a platform that seemed not to answer: a person wants to know what becomes of it. */
    RefundResult refund(String payee, RefundRequest request) {
        PaymentConnector connector = of(payee);
        try {
            return connector.refund(request);
        } catch (RuntimeException e) {
            return new RefundResult.Unknown(code(e));
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
