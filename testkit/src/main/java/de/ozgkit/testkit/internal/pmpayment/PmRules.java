// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.pmpayment;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What pmPayment understands; where the notes leave something open, the strict side. */
public final class PmRules {

    private static final List<String> REQUIRED = List.of("ags", "amount", "procedure", "desc", "hash");
    private static final Set<String> KNOWN = Set.of(
            "ags", "amount", "procedure", "desc", "accountingRecord", "txid", "notifyURL", "redirectURL", "hash");
    private static final Pattern AMOUNT = Pattern.compile("[1-9][0-9]{0,9}");
    private static final Pattern DESC = Pattern.compile("[A-Za-z0-9 /?:().,'+-]{1,27}");
    private static final Pattern TXID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private PmRules() {}

    /** What is wrong with the form of a start call, if anything. */
    public static Optional<String> fault(Map<String, String> form) {
        if (!KNOWN.containsAll(form.keySet())) {
            return Optional.of("unbekanntes Feld");
        }
        if (!form.keySet().containsAll(REQUIRED)) {
            return Optional.of("Pflichtfeld fehlt");
        }
        if (form.values().stream().anyMatch(value -> value.isEmpty() || value.contains("|"))) {
            return Optional.of("Feld leer oder mit Trennzeichen");
        }
        boolean fits = AMOUNT.matcher(form.get("amount")).matches()
                && DESC.matcher(form.get("desc")).matches()
                && isAddress(form.get("notifyURL"))
                && isAddress(form.get("redirectURL"))
                && (!form.containsKey("txid") || TXID.matcher(form.get("txid")).matches());
        return fits ? Optional.empty() : Optional.of("Feld mit falschem Inhalt");
    }

    private static boolean isAddress(@Nullable String url) {
        try {
            return url == null || new URI(url).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
