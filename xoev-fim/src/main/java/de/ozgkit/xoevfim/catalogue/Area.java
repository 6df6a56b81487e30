// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import de.ozgkit.core.Ars;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An area as XZuFi names it: an ARS of any level, also filled up with zeros; an AGS; or the whole country ("00", only zeros, "DE").
 * Digits are what counts, because the key list beside them is often missing.
 */
record Area(String digits) {

    private static final Pattern ZEROS = Pattern.compile("0+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{2,12}");
    private static final int KREIS = 5;
    private static final int AGS = 8;
    private static final List<Integer> ARS_LEVELS = List.of(2, 3, KREIS, 9, 12);

    static Optional<Area> of(de.ozgkit.xoevfim.xzufi.Identifikator id) { return Texts.given(id.value).flatMap(Area::of); }
    static Optional<Area> of(String text) {
        String key = text.replaceAll("\\s+", "");
        if (key.equals("DE") || ZEROS.matcher(key).matches()) {
            return Optional.of(new Area(""));
        }
        if (!DIGITS.matcher(key).matches()) {
            return Optional.empty();
        }
        if (key.length() == AGS) {
            return key.endsWith("000") ? of(key.substring(0, KREIS) + "0000000") : Optional.of(new Area(key));
        }
        return ARS_LEVELS.contains(key.length()) ? Optional.of(new Area(significant(key))) : Optional.empty();
    }

    private static String significant(String key) {
        for (int level : ARS_LEVELS) {
            if (level <= key.length()
                    && (level == key.length()
                            || ZEROS.matcher(key.substring(level)).matches())) {
                return key.substring(0, level);
            }
        }
        return key;
    }

    boolean covers(Ars place) {
        if (digits.isEmpty()) {
            return true;
        }
        if (digits.length() == AGS) {
            return place.level() == Ars.Level.GEMEINDE
                    && place.ags().filter(digits::equals).isPresent();
        }
        return new Ars(digits).covers(place);
    }

    /** The larger, the nearer. */
    int nearness() {
        return digits.length();
    }

    /** What this area is for a place that it covers. */
    Level level(Ars place) {
        boolean same = place.level() == Ars.Level.GEMEINDE
                && significant(place.value()).equals(digits);
        if (same || digits.length() > KREIS) {
            return Level.KOMMUNE;
        }
        return digits.isEmpty() ? Level.BUND : digits.length() == KREIS ? Level.KREIS : Level.LAND;
    }
}
