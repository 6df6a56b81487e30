// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import de.ozgkit.core.Ars;
import de.ozgkit.xoevfim.xzufi.Identifikator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An area as XZuFi names it: an ARS of any level, also filled up with zeros; an AGS; or the whole country ("00", only zeros, "DE").
 * Digits are what counts, because the key list beside them is often missing; if it is given, it only tells what is no area of Germany.
 *
 * @param digits those that say something: none for the country, 2, 3, 5, 9 or 12 of an ARS, or 8 of the AGS of a municipality
 */
record Area(String digits) {

    private static final int LAND = 2;
    private static final int KREIS = 5;
    private static final int AGS = 8;
    private static final int ARS = 12;
    private static final int[] ARS_LEVELS = {LAND, 3, KREIS, 9, ARS};
    private static final String STATES = ":schluessel:staat";

    static Optional<Area> of(Identifikator id) {
        boolean foreign = Stream.of(id.schemeID, id.schemeURI, id.schemeDataURI).anyMatch(Area::listsStates);
        return of(id.value == null ? "" : id.value).filter(area -> !foreign || area.digits.isEmpty());
    }

    // 121 is Albania there, and a Regierungsbezirk elsewhere; 000 is Germany.
    private static boolean listsStates(@Nullable String list) {
        return list != null && (list.endsWith(STATES) || list.contains(STATES + "_"));
    }

    static Optional<Area> of(String text) {
        String key = withoutBlanks(text);
        if (key.equals("DE") || isZeros(key, 0)) {
            return key.isEmpty() ? Optional.empty() : Optional.of(new Area(""));
        }
        if (!key.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        if (key.length() == AGS) {
            return Optional.of(new Area(isZeros(key, KREIS) ? significant(key.substring(0, KREIS)) : key));
        }
        return isLevel(key.length()) ? Optional.of(new Area(significant(key))) : Optional.empty();
    }

    private static String withoutBlanks(String text) {
        StringBuilder key = new StringBuilder(text.length());
        text.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> key.append((char) c));
        return key.toString();
    }

    private static boolean isLevel(int length) {
        for (int level : ARS_LEVELS) {
            if (level == length) {
                return true;
            }
        }
        return false;
    }

    private static boolean isZeros(String key, int from) {
        for (int i = from; i < key.length(); i++) {
            if (key.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private static String significant(String key) {
        for (int level : ARS_LEVELS) {
            if (level <= key.length() && isZeros(key, level)) {
                return key.substring(0, level);
            }
        }
        return key;
    }

    boolean covers(Place place) {
        return digits.length() == AGS ? digits.equals(place.ags) : place.significant.startsWith(digits);
    }

    /** The larger, the nearer. */
    int nearness() {
        return digits.length() == AGS ? ARS : digits.length();
    }

    /** What this area is for a place that it covers. */
    Level level(Place place) {
        if (place.isMunicipality && place.significant.equals(digits) || digits.length() > KREIS) {
            return Level.KOMMUNE;
        }
        return digits.isEmpty() ? Level.BUND : digits.length() == KREIS ? Level.KREIS : Level.LAND;
    }

    /** A place that areas are compared with, taken apart once. */
    static final class Place {

        private final String significant;
        private final @Nullable String ags;
        private final boolean isMunicipality;

        Place(Ars ars) {
            this.significant = significant(ars.value());
            this.isMunicipality = ars.level() == Ars.Level.GEMEINDE;
            this.ags = isMunicipality ? ars.ags().orElse(null) : null;
        }
    }
}
