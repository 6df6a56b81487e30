// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import de.ozgkit.core.Money;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a payer writes on a bank transfer, to be shown as text and as a QR code. Source: EPC069-12, the quick response code for a SEPA credit
 * transfer; ISO 13616 (IBAN); ISO 11649 (structured reference).
 *
 * @param name who gets the money, 1 to 70 characters
 * @param iban without blanks
 * @param bic 8 or 11 characters; not needed inside the European Economic Area
 * @param reference a structured reference ("RF…") instead of a text
 * @param text what the cash office reads, at most 140 characters; empty with a structured reference
 * @since 0.1
 */
public record BankTransfer(
        String name, String iban, Optional<String> bic, Money amount, Optional<String> reference, String text) {

    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Pattern BIC = Pattern.compile("[A-Z0-9]{8}([A-Z0-9]{3})?");
    private static final Pattern REFERENCE = Pattern.compile("RF[0-9]{2}[A-Z0-9]{1,21}");
    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_TEXT = 140;
    private static final int MOST_BYTES = 331;
    private static final int LINES = 11;

    public BankTransfer {
        require(line(name) && !name.isBlank() && name.length() <= LONGEST_NAME, "a name of 1 to 70 characters");
        require(IBAN.matcher(iban).matches() && rest(iban) == 1, "an IBAN with its right check digits");
        require(bic.stream().allMatch(code -> BIC.matcher(code).matches()), "a BIC of 8 or 11 characters");
        require(amount.cents() > 0 && amount.cents() <= 99_999_999_999L, "an amount of 0.01 to 999999999.99");
        require(
                reference.stream().allMatch(rf -> REFERENCE.matcher(rf).matches() && rest(rf) == 1),
                "a structured reference with its right check digits");
        require(line(text) && text.length() <= LONGEST_TEXT, "a text of at most 140 characters");
        require(reference.isEmpty() != text.isEmpty(), "either a structured reference or a text");
        require(
                payload(name, iban, bic, amount, reference, text).getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES,
                "no more than 331 bytes in all");
    }

    /**
     * The content of the QR code: version 002, UTF-8, lines divided by LF. Draw it with error level M and at most QR version 13.
     */
    public String epcPayload() {
        return payload(name, iban, bic, amount, reference, text);
    }

    /**
     * Reads what {@link #epcPayload} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static BankTransfer parse(String epcPayload) {
        List<String> lines = List.of(epcPayload.split("\n", -1));
        require(
                (lines.size() == LINES || lines.size() == LINES - 1)
                        && lines.subList(0, 4).equals(List.of("BCD", "002", "1", "SCT"))
                        && lines.get(7).startsWith("EUR"),
                "the content of a QR code of EPC069-12, version 002");
        return new BankTransfer(
                lines.get(5),
                lines.get(6),
                filled(lines.get(4)),
                Money.parse(lines.get(7).substring(3)),
                filled(lines.get(9)),
                lines.size() == LINES ? lines.get(10) : "");
    }

    /** A structured reference made from letters and digits, by putting {@code RF} and check digits before them. */
    public static String structured(String digits) {
        String plain = digits.toUpperCase(Locale.ROOT);
        int check = 98 - rest("RF00" + plain);
        return "RF" + (check < 10 ? "0" : "") + check + plain;
    }

    /** The rest of ISO 7064 modulo 97-10, which is 1 for what carries its right check digits. */
    private static int rest(String code) {
        StringBuilder digits = new StringBuilder();
        (code.substring(4) + code.substring(0, 4)).chars().forEach(c -> digits.append(Character.getNumericValue(c)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
    }

    private static String payload(
            String name, String iban, Optional<String> bic, Money amount, Optional<String> reference, String text) {
        List<String> lines = List.of(
                "BCD",
                "002",
                "1",
                "SCT",
                bic.orElse(""),
                name,
                iban,
                "EUR" + amount.euros().toPlainString(),
                "",
                reference.orElse(""),
                text);
        return String.join("\n", lines).stripTrailing();
    }

    private static boolean line(String text) {
        return text.codePoints().noneMatch(Character::isISOControl);
    }

    private static Optional<String> filled(String line) {
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("A bank transfer needs " + what);
        }
    }
}
