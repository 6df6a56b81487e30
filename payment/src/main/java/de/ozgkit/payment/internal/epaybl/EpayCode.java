// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.epaybl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What ePayBL complains about, by its number (payment notes, 3.8). The table is beside this class; a number that it does not have is read
 * as a refusal of the request.
 *
 * @param number 1 to 9999, which ePayBL writes as {@code -0001} to {@code -9999}
 */
record EpayCode(int number, Kind kind, Remedy remedy) {

    /** Whose matter it is. */
    enum Kind {
        CONFIG,
        REQUEST,
        PAYER_DATA,
        BUSINESS,
        CONFLICT,
        INTERNAL
    }

    /** What may help. */
    enum Remedy {
        NO,
        LATER,
        NEW_CUSTOMER,
        OTHER_METHOD,
        REUSE_PAGE,
        READ_FIRST
    }

    static final int NO_CUSTOMER = 199;
    static final int TRANSACTION_USED = 531;

    private static final Pattern WRITTEN = Pattern.compile("-[0-9]{1,4}");
    private static final Map<Integer, EpayCode> KNOWN = table();

    /** What a code in an answer means; empty if it is none of a complaint. */
    static Optional<EpayCode> of(String written) {
        if (!WRITTEN.matcher(written).matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(written.substring(1));
        return Optional.of(KNOWN.getOrDefault(number, new EpayCode(number, Kind.REQUEST, Remedy.NO)));
    }

    /** How many are known. */
    static int known() {
        return KNOWN.size();
    }

    /** Whether it is a clear no, so that nothing was opened. */
    boolean refused() {
        return kind != Kind.INTERNAL;
    }

    /** As it is logged. */
    String code() {
        return String.format(Locale.ROOT, "payment.epaybl.%04d", number);
    }

    /** One English sentence for the administrator. */
    String text() {
        return String.format(Locale.ROOT, "ePayBL answers with code -%04d: %s", number, advice());
    }

    private String advice() {
        return switch (kind) {
            case CONFIG -> "check mandant, bewirtschafter, certificate and accounting(..) with the operator";
            case REQUEST -> "it does not understand the request";
            case PAYER_DATA -> "it does not accept data of the payer";
            case BUSINESS -> "it does not allow this payment";
            case CONFLICT -> "it has something of that number already";
            case INTERNAL -> "it failed";
        };
    }

    private static Map<Integer, EpayCode> table() {
        try (InputStream in = Objects.requireNonNull(EpayCode.class.getResourceAsStream("codes.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";"))
                    .map(row -> new EpayCode(Integer.parseInt(row[0]), Kind.valueOf(row[1]), Remedy.valueOf(row[2])))
                    .collect(Collectors.toUnmodifiableMap(EpayCode::number, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
