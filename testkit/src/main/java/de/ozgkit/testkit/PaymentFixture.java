// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.PaymentConnector;
import java.util.List;
import java.util.Optional;

/**
 * One platform, real or mock, that {@link PaymentConnectorContract} can look into and disturb, with the connector under test. One fixture
 * serves all cases, one after another; each case makes attempts of its own.
 *
 * <p>A case that cannot happen on this platform is named by {@link #excuse} with the reason; the methods that only such a case needs may
 * then throw {@link UnsupportedOperationException}.
 *
 * @since 0.1
 */
public interface PaymentFixture extends AutoCloseable {

    /** How the connector is set up. */
    enum Setup {
        /** As it should be, with a limit of size below {@link Disturbance#HUGE}, and one of time below {@link Disturbance#SLOW}. */
        RIGHT,
        /** With another secret, key or account than the platform knows. */
        WRONG_SECRET,
        /** Towards an address where nobody answers. */
        UNREACHABLE
    }

    /** What is asked of the platform. */
    enum Call {
        /** The call that creates the payment. */
        START,
        /** The question how it stands. */
        QUERY,
        /** The order to send money back. */
        REFUND,
        /** The look at the platform. */
        CHECK
    }

    /** What goes wrong with a call. */
    enum Disturbance {
        /** The platform does what it was asked, and the connection breaks before the answer. */
        LOST,
        /** HTTP status 503, or what the platform has instead. */
        UNAVAILABLE,
        /** The answer comes after the connector's time limit. */
        SLOW,
        /** The answer is nonsense. */
        BROKEN,
        /** The answer is larger than the connector's limit. */
        HUGE
    }

    /** What happens to an open payment at the platform. */
    enum Move {
        /** The money comes, whatever happened before. */
        PAY,
        /** The payer turns back. */
        CANCEL,
        /** The platform cannot take the money. */
        FAIL
    }

    /** What the platform tells that is not so. */
    enum Lie {
        /** A payment page on a host that was not agreed. */
        FOREIGN_PAGE,
        /** A status that no document knows. */
        UNKNOWN_STATUS,
        /** Another amount in the answer to {@link Call#QUERY}. */
        OTHER_AMOUNT
    }

    /** What a message that claims to come from the platform is worth. */
    enum Message {
        /** As the platform sends it now. */
        GENUINE,
        /** Says that all is paid, made by somebody who has no secret but has seen genuine ones. */
        FORGED,
        /** As the platform sends it now, signed where it signs, but with another amount. */
        OTHER_AMOUNT
    }

    /**
     * A connector of this set-up, always the same or a new one. Asked for after {@link #disturb}, so that a fixture may hand out an
     * impatient one where the platform is slow.
     */
    PaymentConnector connector(Setup setup);

    /** Why this case cannot happen on this platform, in few words; empty if it can. */
    Optional<String> excuse(PaymentCase which);

    /** Disturbs every such call from now on. */
    void disturb(Call call, Disturbance how);

    /** Makes the platform tell this from now on. */
    void tell(Lie lie);

    /** Ends all disturbances and lies. */
    void calm();

    /** Makes this happen to the payment. The platform need not notify anybody. */
    void move(Move move, PaymentAttempt attempt);

    /** Such a message about the payment; empty if the platform sends nothing on this channel. */
    Optional<Callback> message(Message kind, Callback.Channel channel, PaymentAttempt attempt);

    /** How many payments are open to a payer at the platform now. */
    int payable();

    /** What nobody may read in a log: passwords, salts, tokens. */
    List<String> secrets();

    /** All that our side logged so far, at the finest level; empty if that cannot be told. */
    String log();

    @Override
    void close();
}
