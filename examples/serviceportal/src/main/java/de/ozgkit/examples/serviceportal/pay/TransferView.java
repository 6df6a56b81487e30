// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.pay;

import de.ozgkit.examples.transfercode.TransferCode;
import de.ozgkit.payment.BankTransfer;
import java.util.Optional;

/**
 * What a citizen writes on a bank transfer, as {@code transfer.jte} shows it.
 *
 * @param iban in groups of four
 * @param amount what is left to pay
 * @param text what has to stand on the transfer: a text or a structured reference
 * @param lastDay until when
 * @param partly whether some of the money has come
 * @param code the same as a QR code, as SVG
 */
public record TransferView(
        String payee,
        String iban,
        Optional<String> bic,
        String amount,
        String text,
        String lastDay,
        boolean partly,
        String code,
        String payPath,
        String casePath) {

    static TransferView of(BankTransfer transfer, String lastDay, boolean partly, String casePath) {
        return new TransferView(
                transfer.name(),
                transfer.iban().replaceAll("(.{4})(?=.)", "$1 "),
                transfer.bic(),
                transfer.amount().toString(),
                transfer.reference().orElse(transfer.text()),
                lastDay,
                partly,
                TransferCode.of(transfer).svg(),
                casePath + "/zahlung",
                casePath);
    }
}
