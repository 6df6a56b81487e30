// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.connector;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.Money;
import de.ozgkit.payment.KassenzeichenCheckDigit;
import de.ozgkit.payment.Position;
import de.ozgkit.payment.internal.transfer.TransferDesk;
import de.ozgkit.payment.internal.transfer.TransferSettings;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.CallbackResult;
import de.ozgkit.payment.spi.Capability;
import de.ozgkit.payment.spi.ConnectorProfile;
import de.ozgkit.payment.spi.Health;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.InitiationRequest;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.PaymentConnector;
import de.ozgkit.payment.spi.ProviderState;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes money by bank transfer to an account of the authority: tells the payer what to write, as text and as the content of a QR code
 * ("GiroCode"). The QR code, IBAN and structured reference are those of the published standards (EPC069-12, ISO 13616, ISO 11649); how a
 * Kassenzeichen looks and whether it has a check digit is a matter of each cash office and set here.
 *
 * <pre>{@code
 * BankTransferAccount.with("Stadt Beispielhausen", "DE89 3704 0044 0532 0130 00")
 *         .checkDigit(KassenzeichenCheckDigit.hkr())
 *         .build();
 * }</pre>
 *
 * <p>The Kassenzeichen is that of the order's positions ({@link Position#accounting}, field {@code kassenzeichen}), or made from the random
 * number of the attempt. It is the provider reference of the attempt, or, as a structured reference, with {@code RF} and check digits before
 * it: what the cash office finds on its bank statement. Nobody can be asked whether the money came: it is told by
 * {@code Payments.transferReceived}. Thread-safe; there is no secret.
 *
 * @since 0.1
 */
public final class BankTransferAccount implements PaymentConnector {

    private final TransferDesk desk;
    private final ConnectorProfile profile;

    private BankTransferAccount(TransferSettings settings, Duration payableWithin) {
        this.desk = new TransferDesk(settings);
        this.profile = new ConnectorProfile(
                "epc-transfer",
                "epc-transfer/" + settings.iban(),
                Set.of(Capability.OFFLINE_TRANSFER, Capability.REPEATABLE_START),
                payableWithin);
    }

    /**
     * An account of an authority.
     *
     * @param name who gets the money, as the bank knows it, 1 to 70 characters
     * @param iban with or without blanks
     */
    public static Builder with(String name, String iban) {
        return new Builder(name, iban);
    }

    @Override
    public ConnectorProfile profile() {
        return profile;
    }

    @Override
    public Initiation initiate(InitiationRequest request) {
        return desk.initiate(request.attempt());
    }

    /** Tells nothing: the cash office sees the money. */
    @Override
    public ProviderState query(PaymentAttempt attempt) {
        return new ProviderState.NoAnswer("payment.transfer.offline");
    }

    /** Refuses everything: nobody calls back. */
    @Override
    public CallbackResult callback(PaymentAttempt attempt, Callback callback) {
        return new CallbackResult.Refused("payment.callback.mismatch");
    }

    @Override
    public Health check() {
        return Health.ok("There is nobody to ask; name, IBAN and BIC are well formed");
    }

    @Override
    public String toString() {
        return "BankTransferAccount[" + profile.account() + "]";
    }

    /**
     * Sets up {@link BankTransferAccount}.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final String name;
        private final String iban;
        private @Nullable String bic;
        private @Nullable String purposeCode;
        private boolean structured;
        private String text = "{kassenzeichen}/{purpose}";
        private KassenzeichenCheckDigit checkDigit = KassenzeichenCheckDigit.none();
        private Duration payableWithin = Duration.ofDays(30);

        private Builder(String name, String iban) {
            this.name = name;
            this.iban = iban.replaceAll("[\\s\\u00a0]", "");
        }

        /** The BIC, for payers outside the European Economic Area. */
        public Builder bic(String code) {
            this.bic = code;
            return this;
        }

        /** The purpose code of the QR code, such as {@code GOVT}. */
        public Builder purposeCode(String code) {
            this.purposeCode = code;
            return this;
        }

        /** Writes the Kassenzeichen as a structured reference ("RF…") instead of a text. It may have 21 letters and digits then. */
        public Builder structuredReference() {
            this.structured = true;
            return this;
        }

        /**
         * The text, where there is no structured reference; <code>{kassenzeichen}/{purpose}</code> if not set. The Kassenzeichen must be in it.
         * The purpose is spelled in the characters that banks take, and cut where the text would be too long.
         */
        public Builder text(String template) {
            this.text = template;
            return this;
        }

        /** The check digit of Kassenzeichen: checked on those of orders, appended to those made here. None if not set. */
        public Builder checkDigit(KassenzeichenCheckDigit method) {
            this.checkDigit = method;
            return this;
        }

        /** How long the money is waited for; 30 days if not set. What comes later is booked, too. */
        public Builder payableWithin(Duration time) {
            this.payableWithin = time;
            return this;
        }

        /** @throws ConfigurationException with code {@code payment.transfer.config} if a value cannot be right */
        public BankTransferAccount build() {
            require(
                    TransferDesk.isTemplate(text),
                    "the text has {kassenzeichen} once, {purpose} at most once, and else only what banks take");
            TransferSettings settings = new TransferSettings(
                    name,
                    iban,
                    Optional.ofNullable(bic),
                    Optional.ofNullable(purposeCode),
                    structured,
                    text,
                    checkDigit);
            try {
                settings.transfer(Money.cents(99_999_999_999L), Optional.empty(), "9".repeat(105));
            } catch (IllegalArgumentException e) {
                throw new ConfigurationException(
                        "payment.transfer.config",
                        "The account for bank transfers is set up wrongly: " + e.getMessage());
            }
            return new BankTransferAccount(settings, payableWithin);
        }

        private static void require(boolean right, String what) {
            if (!right) {
                throw new ConfigurationException(
                        "payment.transfer.config", "The account for bank transfers is set up wrongly: " + what);
            }
        }
    }
}
