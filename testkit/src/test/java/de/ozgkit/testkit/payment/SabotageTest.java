// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ozgkit.core.PeerException;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.CallbackResult;
import de.ozgkit.payment.spi.ConnectorProfile;
import de.ozgkit.payment.spi.Health;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.InitiationRequest;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.PaymentConnector;
import de.ozgkit.payment.spi.ProviderState;
import de.ozgkit.testkit.PaymentCase;
import de.ozgkit.testkit.PaymentConnectorContract;
import de.ozgkit.testkit.PaymentFixture;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract notices what a careless connector does. */
class SabotageTest {

    private static PmPaymentFixture platform;

    @BeforeAll
    static void start() {
        platform = new PmPaymentFixture();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    /** What a careless programmer might write. */
    enum Sabotage {
        THROWS_WHEN_THE_ANSWER_IS_LOST(PaymentCase.START_LOST, c -> new Careless(c) {
            @Override
            public Initiation initiate(InitiationRequest request) {
                Initiation answer = super.initiate(request);
                if (answer instanceof Initiation.Unknown) {
                    throw new PeerException("x", "y", true);
                }
                return answer;
            }
        }),
        TAKES_SILENCE_FOR_A_REFUSAL(PaymentCase.START_SLOW, c -> new Careless(c) {
            @Override
            public Initiation initiate(InitiationRequest request) {
                Initiation answer = super.initiate(request);
                return answer instanceof Initiation.Unknown unknown ? new Initiation.Rejected(unknown.code()) : answer;
            }
        }),
        SENDS_PAYERS_ANYWHERE(PaymentCase.FOREIGN_PAGE, c -> new Careless(c) {
            @Override
            public Initiation initiate(InitiationRequest request) {
                return Initiation.Redirect.to(
                        URI.create("https://bezahlen.example/"),
                        request.attempt().reference());
            }
        }),
        GIVES_ALL_PAYERS_THE_SAME_NUMBER(PaymentCase.MANY_AT_ONCE, c -> new Careless(c) {
            @Override
            public Initiation initiate(InitiationRequest request) {
                return super.initiate(request) instanceof Initiation.Redirect redirect
                        ? Initiation.Redirect.to(redirect.page(), "4711")
                        : new Initiation.Unknown("x");
            }
        }),
        TAKES_SILENCE_FOR_A_FAILURE(PaymentCase.QUERY_UNAVAILABLE, c -> new Careless(c) {
            @Override
            public ProviderState query(PaymentAttempt attempt) {
                ProviderState answer = super.query(attempt);
                return answer instanceof ProviderState.NoAnswer
                        ? ProviderState.Reported.of(PaymentState.FAILED)
                        : answer;
            }
        }),
        NEVER_LEARNS_OF_LATE_MONEY(PaymentCase.PAID_AFTER_CANCELLED, c -> new Careless(c) {
            @Override
            public ProviderState query(PaymentAttempt attempt) {
                return ProviderState.Reported.of(PaymentState.CANCELLED);
            }
        }),
        TAKES_A_MISSING_PAYMENT_FOR_A_CANCELLED_ONE(PaymentCase.UNKNOWN_TRANSACTION, c -> new Careless(c) {
            @Override
            public ProviderState query(PaymentAttempt attempt) {
                ProviderState answer = super.query(attempt);
                return answer instanceof ProviderState.NotFound
                        ? ProviderState.Reported.of(PaymentState.CANCELLED)
                        : answer;
            }
        }),
        TAKES_ANY_STATUS_FOR_PAID(PaymentCase.UNKNOWN_STATUS, c -> new Careless(c) {
            @Override
            public ProviderState query(PaymentAttempt attempt) {
                return ProviderState.Reported.of(PaymentState.PAID);
            }
        }),
        BELIEVES_EVERY_CALLBACK(PaymentCase.CALLBACK_FORGED, c -> new Careless(c) {
            @Override
            public CallbackResult callback(PaymentAttempt attempt, Callback callback) {
                return new CallbackResult.Hint(true, true, Optional.empty(), Optional.empty());
            }
        }),
        LEARNS_FROM_THE_CALLBACK_OF_ANOTHER(PaymentCase.CALLBACK_OF_ANOTHER, c -> new Careless(c) {
            @Override
            public CallbackResult callback(PaymentAttempt attempt, Callback callback) {
                return new CallbackResult.Hint(false, true, callback.field("payment_method"), Optional.empty());
            }
        }),
        OVERLOOKS_ANOTHER_AMOUNT(PaymentCase.CALLBACK_OTHER_AMOUNT, c -> new Careless(c) {
            @Override
            public CallbackResult callback(PaymentAttempt attempt, Callback callback) {
                return new CallbackResult.Hint(true, true, Optional.empty(), Optional.empty());
            }
        }),
        STUMBLES_OVER_NONSENSE(PaymentCase.CALLBACK_NONSENSE, c -> new Careless(c) {
            @Override
            public CallbackResult callback(PaymentAttempt attempt, Callback callback) {
                callback.field("amount").ifPresent(Long::parseLong);
                return super.callback(attempt, callback);
            }
        }),
        IS_ALWAYS_WELL(PaymentCase.CHECK_DOWN, c -> new Careless(c) {
            @Override
            public Health check() {
                return Health.ok("fine");
            }
        }),
        SHOWS_ITS_SECRET(PaymentCase.SECRETS, c -> new Careless(c) {
            @Override
            public String toString() {
                return "Desk[" + platform.secrets() + "]";
            }
        });

        private final PaymentCase noticed;
        private final UnaryOperator<PaymentConnector> connector;

        Sabotage(PaymentCase noticed, UnaryOperator<PaymentConnector> connector) {
            this.noticed = noticed;
            this.connector = connector;
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_noticed(Sabotage sabotage) {
        PaymentFixture sabotaged = (PaymentFixture) Proxy.newProxyInstance(
                PaymentFixture.class.getClassLoader(),
                new Class<?>[] {PaymentFixture.class},
                (proxy, method, arguments) -> {
                    Object result = method.invoke(platform, arguments);
                    return result instanceof PaymentConnector right ? sabotage.connector.apply(right) : result;
                });

        assertThat(sabotage.noticed.run(platform)).isNotBlank();
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> sabotage.noticed.run(sabotaged));
    }

    @Test
    void no_cell_of_the_table_is_left_empty() {
        Map<PaymentCase, String> outcomes = new EnumMap<>(PaymentCase.class);
        for (PaymentCase which : PaymentCase.values()) {
            outcomes.put(which, "told");
        }
        assertThat(PaymentConnectorContract.table(Map.of("desk", outcomes)).lines())
                .hasSize(PaymentCase.values().length + 2)
                .contains("| cancelled | told |");

        outcomes.put(PaymentCase.CANCELLED, " ");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> PaymentConnectorContract.table(Map.of("desk", outcomes)))
                .withMessageContaining("'cancelled'");
        outcomes.remove(PaymentCase.CANCELLED);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> PaymentConnectorContract.table(Map.of("desk", outcomes)));
    }

    @Test
    void no_case_is_left_out_without_a_reason() {
        PaymentFixture lazy = (PaymentFixture) Proxy.newProxyInstance(
                PaymentFixture.class.getClassLoader(),
                new Class<?>[] {PaymentFixture.class},
                (proxy, method, arguments) -> Optional.of(arguments[0] == PaymentCase.FAILED ? " " : "closed"));

        assertThat(PaymentCase.CANCELLED.run(lazy)).isEqualTo("- closed");
        for (PaymentCase never : List.of(PaymentCase.FAILED, PaymentCase.PROFILE, PaymentCase.SECRETS)) {
            assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> never.run(lazy));
        }
    }

    /** Does what another connector does. */
    private abstract static class Careless implements PaymentConnector {

        private final PaymentConnector right;

        Careless(PaymentConnector right) {
            this.right = right;
        }

        @Override
        public ConnectorProfile profile() {
            return right.profile();
        }

        @Override
        public Initiation initiate(InitiationRequest request) {
            return right.initiate(request);
        }

        @Override
        public ProviderState query(PaymentAttempt attempt) {
            return right.query(attempt);
        }

        @Override
        public CallbackResult callback(PaymentAttempt attempt, Callback callback) {
            return right.callback(attempt, callback);
        }

        @Override
        public Health check() {
            return right.check();
        }
    }
}
