// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.transfer;

import de.ozgkit.payment.BankTransfer;
import de.ozgkit.payment.internal.SepaText;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.PaymentAttempt;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Tells payers what to write (payment notes, chapters 6 and 7). The same attempt gives the same transfer. */
public final class TransferDesk {

    /** What stands in a template for the Kassenzeichen. */
    public static final String KASSENZEICHEN = "{kassenzeichen}";

    private static final String PURPOSE = "{purpose}";
    private static final String FIELD = "kassenzeichen";
    private static final String ALLOWED = "[A-Za-z0-9/?:().,'+ -]{1,35}";
    private static final BigInteger RANGE = BigInteger.TEN.pow(18);

    private final TransferSettings settings;

    public TransferDesk(TransferSettings settings) {
        this.settings = settings;
    }

    public Initiation initiate(PaymentAttempt attempt) {
        List<String> numbers = attempt.positions().stream()
                .flatMap(position -> Optional.ofNullable(position.accounting().get(FIELD)).stream())
                .distinct()
                .toList();
        try {
            String number = numbers.isEmpty() ? made(attempt) : numbers.get(0).strip();
            if (numbers.size() > 1
                    || !number.matches(ALLOWED)
                    || !settings.checkDigit().fits(number)) {
                return new Initiation.Rejected("payment.transfer.kassenzeichen");
            }
            return transfer(attempt, number);
        } catch (IllegalArgumentException e) {
            // An amount that no bank takes, or a Kassenzeichen that does not fit a structured reference.
            return new Initiation.Rejected("payment.transfer.details");
        }
    }

    private Initiation transfer(PaymentAttempt attempt, String number) {
        if (settings.structured()) {
            String reference = BankTransfer.structured(number);
            return new Initiation.Transfer(settings.transfer(attempt.amount(), Optional.of(reference), ""), reference);
        }
        return new Initiation.Transfer(
                settings.transfer(attempt.amount(), Optional.empty(), text(attempt, number)), number);
    }

    /** The Kassenzeichen and as much of the purpose as there is room for. */
    private String text(PaymentAttempt attempt, String number) {
        String filled = settings.template().replace(KASSENZEICHEN, number);
        String bare = filled.replace(PURPOSE, "");
        int frame = bytes(settings.transfer(attempt.amount(), Optional.empty(), number)) - number.length();
        int room = Math.min(BankTransfer.LONGEST_TEXT, BankTransfer.MOST_BYTES - frame) - bare.length();
        String purpose = room < 1 ? "" : SepaText.of(attempt.purpose(), room, "");
        String text = filled.replace(PURPOSE, purpose);
        return purpose.isEmpty() ? text.replaceAll("[/ ,:-]+$", "") : text;
    }

    private static int bytes(BankTransfer transfer) {
        return transfer.epcPayload().getBytes(StandardCharsets.UTF_8).length;
    }

    /** Whether texts can be made from a template. */
    public static boolean isTemplate(String template) {
        String bare = template.replace(KASSENZEICHEN, "").replace(PURPOSE, "");
        int names = template.length() - bare.length();
        boolean once = names == KASSENZEICHEN.length() || names == KASSENZEICHEN.length() + PURPOSE.length();
        return once && template.contains(KASSENZEICHEN) && bare.matches("[A-Za-z0-9/?:().,'+ -]{0,70}");
    }

    /** 18 digits, so that no two attempts have the same. */
    private String made(PaymentAttempt attempt) {
        BigInteger random = new BigInteger(attempt.reference(), 16).mod(RANGE);
        String digits = random.toString();
        return settings.checkDigit().appendedTo("0".repeat(18 - digits.length()) + digits);
    }
}
