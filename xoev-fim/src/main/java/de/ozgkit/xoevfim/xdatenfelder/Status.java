// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import de.ozgkit.xoevfim.xdatenfelder.v2.AllgemeineAngaben;
import org.jspecify.annotations.Nullable;

/** Version 2 knows active, inactive and the date of release; version 3 has eight degrees. */
final class Status {

    private Status() {}

    /** The degree of version 3: 7 inactive, 6 released (gold), 2 in work. */
    static String version3(AllgemeineAngaben element) {
        if (Codes.value(element.status).equals("inaktiv")) {
            return "7";
        }
        return hasVersion(element) && element.freigabedatum != null ? "6" : "2";
    }

    /** The status of version 2. */
    static String version2(@Nullable String degree) {
        return "7".equals(degree) ? "inaktiv" : "aktiv";
    }

    /** Whether this degree goes with a date of release in version 2. */
    static boolean isReleased(String degree) {
        return degree.equals("5") || degree.equals("6") || degree.equals("7");
    }

    /** Whether the way to version 3 and back gives the same status. */
    static boolean survives(AllgemeineAngaben element) {
        String status = Codes.value(element.status);
        return status.isEmpty() || status.equals(version2(version3(element)));
    }

    /** Whether the way to version 3 and back gives the same date of release. */
    static boolean keepsDate(AllgemeineAngaben element) {
        return element.freigabedatum == null || isReleased(version3(element));
    }

    private static boolean hasVersion(AllgemeineAngaben element) {
        return element.identifikation != null && Texts.isGiven(element.identifikation.version);
    }
}
