// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import de.ozgkit.core.Money;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a payer writes on a bank transfer, to be shown as text and as a QR code. Source: EPC069-12, the quick response code for a SEPA credit
 * transfer; ISO 13616 (IBAN); ISO 9362 (BIC); ISO 11649 (structured reference).
 *
 * @param name who gets the money, 1 to 70 characters
 * @param iban without blanks
 * @param bic 8 or 11 characters; not needed inside the European Economic Area
 * @param purposeCode up to 4 capital letters, such as {@code GOVT}; banks do not need it
 * @param reference a structured reference ("RF…") instead of a text
 * @param text what the cash office reads, at most 140 characters; empty with a structured reference
 * @param information for the payer only, at most 70 characters; not transferred
 * @since 0.1
 */
public record BankTransfer(
        String name,
        String iban,
        Optional<String> bic,
        Money amount,
        Optional<String> purposeCode,
        Optional<String> reference,
        String text,
        Optional<String> information) {

    /** The most bytes that {@link #epcPayload()} may have. */
    public static final int MOST_BYTES = 331;

    /** The most characters of a text. */
    public static final int LONGEST_TEXT = 140;

    private static final String VERSION = "002";
    private static final Pattern IBAN = Pattern.compile("(?!DE)[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}|DE[0-9]{20}");
    private static final Pattern BIC = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");
    private static final Pattern PURPOSE = Pattern.compile("[A-Z]{1,4}");
    private static final Pattern REFERENCE = Pattern.compile("RF[0-9]{2}[A-Z0-9]{1,21}");
    private static final Pattern AMOUNT = Pattern.compile("EUR(0|[1-9][0-9]{0,8})(\\.[0-9]{1,2})?");
    private static final int LONGEST_LINE = 70;
    private static final int FEWEST_LINES = 10;
    private static final int MOST_LINES = 12;

    public BankTransfer {
        name = name.strip();
        text = text.strip();
        require(!name.isEmpty() && line(name, LONGEST_LINE), "a name of 1 to 70 characters");
        require(IBAN.matcher(iban).matches() && checked(iban), "an IBAN with its right check digits");
        require(bic.stream().allMatch(code -> BIC.matcher(code).matches()), "a BIC of 8 or 11 characters");
        require(amount.cents() > 0 && amount.cents() <= 99_999_999_999L, "an amount of 0.01 to 999999999.99");
        require(purposeCode.stream().allMatch(code -> PURPOSE.matcher(code).matches()), "a purpose code of 4 letters");
        require(
                reference.stream().allMatch(rf -> REFERENCE.matcher(rf).matches() && checked(rf)),
                "a structured reference with its right check digits");
        require(line(text, LONGEST_TEXT), "a text of at most 140 characters");
        require(reference.isEmpty() != text.isEmpty(), "either a structured reference or a text");
        information = information.map(String::strip).filter(words -> !words.isEmpty());
        require(
                information.stream().allMatch(words -> line(words, LONGEST_LINE)),
                "an information of at most 70 characters");
        int bytes = payload(VERSION, name, iban, bic, amount, purposeCode, reference, text, information)
                .getBytes(StandardCharsets.UTF_8)
                .length;
        require(bytes <= MOST_BYTES, "no more than 331 bytes in all");
    }

    /** Without a purpose code, and without information for the payer. */
    public BankTransfer(
            String name, String iban, Optional<String> bic, Money amount, Optional<String> reference, String text) {
        this(name, iban, bic, amount, Optional.empty(), reference, text, Optional.empty());
    }

    /** The same transfer of another amount. */
    public BankTransfer withAmount(Money other) {
        return new BankTransfer(name, iban, bic, other, purposeCode, reference, text, information);
    }

    /**
     * The content of the QR code: version 002, UTF-8, lines divided by LF. Draw it with error level M and at most QR version 13.
     */
    public String epcPayload() {
        return payload(VERSION, name, iban, bic, amount, purposeCode, reference, text, information);
    }

    /**
     * The same in version 001, for readers that know no other.
     *
     * @throws IllegalArgumentException without a {@link #bic}, which that version needs
     */
    public String epcPayloadOfVersion1() {
        require(bic.isPresent(), "a BIC for version 001 of its QR code");
        return payload("001", name, iban, bic, amount, purposeCode, reference, text, information);
    }

    /**
     * Reads the content of a QR code, of version 001 or 002, with lines divided by LF or CR LF.
     *
     * @throws IllegalArgumentException if it is something else, or if it leaves the amount to the payer
     */
    public static BankTransfer parse(String epcPayload) {
        List<String> lines = new ArrayList<>(List.of(epcPayload.split("\r?\n", -1)));
        boolean complete = lines.size() >= FEWEST_LINES
                && lines.size() <= MOST_LINES
                && lines.get(0).equals("BCD")
                && List.of("001", VERSION).contains(lines.get(1))
                && lines.get(2).equals("1")
                && lines.get(3).equals("SCT")
                && AMOUNT.matcher(lines.get(7)).matches();
        if (!complete) {
            throw new IllegalArgumentException("This is not the content of a QR code of EPC069-12 in UTF-8");
        }
        require(lines.get(1).equals(VERSION) || !lines.get(4).isEmpty(), "a BIC in version 001 of its QR code");
        while (lines.size() < MOST_LINES) {
            lines.add("");
        }
        return new BankTransfer(
                lines.get(5),
                lines.get(6),
                filled(lines.get(4)),
                Money.parse(lines.get(7).substring(3)),
                filled(lines.get(8)),
                filled(lines.get(9)),
                lines.get(10),
                filled(lines.get(11)));
    }

    /**
     * A structured reference made from 1 to 21 letters and digits, by putting {@code RF} and check digits before them. Blanks are left out.
     *
     * @throws IllegalArgumentException if there are other characters, or too many
     */
    public static String structured(String digits) {
        String plain = digits.replace(" ", "").toUpperCase(Locale.ROOT);
        require(
                plain.matches("[A-Z0-9]{1,21}"),
                "1 to 21 letters and digits, from which a structured reference is made");
        int check = 98 - rest("RF00" + plain);
        return "RF" + (check < 10 ? "0" : "") + check + plain;
    }

    /** Whether the code carries its right check digits. Each of 00, 01 and 99 would fit where another is right. */
    private static boolean checked(String code) {
        int check = Integer.parseInt(code.substring(2, 4));
        return check >= 2 && check <= 98 && rest(code) == 1;
    }

    /** The rest of ISO 7064 modulo 97-10, which is 1 for what carries its right check digits. */
    private static int rest(String code) {
        StringBuilder digits = new StringBuilder();
        (code.substring(4) + code.substring(0, 4)).chars().forEach(c -> digits.append(Character.getNumericValue(c)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
    }

    private static String payload(
            String version,
            String name,
            String iban,
            Optional<String> bic,
            Money amount,
            Optional<String> purposeCode,
            Optional<String> reference,
            String text,
            Optional<String> information) {
        List<String> lines = List.of(
                "BCD",
                version,
                "1",
                "SCT",
                bic.orElse(""),
                name,
                iban,
                "EUR" + amount.euros().toPlainString(),
                purposeCode.orElse(""),
                reference.orElse(""),
                text,
                information.orElse(""));
        // No line but an empty one ends with a blank, so this cuts the empty ones at the end and nothing else.
        return String.join("\n", lines).stripTrailing();
    }

    /** One line that can be written in UTF-8 as it is. */
    private static boolean line(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                && text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
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
