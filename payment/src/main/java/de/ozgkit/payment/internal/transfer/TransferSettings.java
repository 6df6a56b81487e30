// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.transfer;

import de.ozgkit.core.Money;
import de.ozgkit.payment.BankTransfer;
import de.ozgkit.payment.KassenzeichenCheckDigit;
import java.util.Optional;

/** An account to which money is transferred. */
public record TransferSettings(
        String name,
        String iban,
        Optional<String> bic,
        Optional<String> purposeCode,
        boolean structured,
        String template,
        KassenzeichenCheckDigit checkDigit) {

    /** A transfer to the account. */
    public BankTransfer transfer(Money amount, Optional<String> reference, String text) {
        return new BankTransfer(name, iban, bic, amount, purposeCode, reference, text, Optional.empty());
    }
}
