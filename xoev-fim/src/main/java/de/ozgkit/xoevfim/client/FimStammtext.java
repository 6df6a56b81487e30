// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import de.ozgkit.core.Leistungsschluessel;
import java.util.List;

/**
 * A text about a Leistung that an editorial office wrote, as a list of the FIM portal shows it.
 *
 * @param redaktionId the office, such as L100042
 * @param leistungId its id there
 * @param source {@code leika}, {@code landesredaktion} or {@code pvog}
 * @param title how citizens would call it
 * @param keys the national keys, none for some municipal services
 * @since 0.1
 */
public record FimStammtext(
        String redaktionId, String leistungId, String source, String title, List<Leistungsschluessel> keys) {

    public FimStammtext {
        keys = List.copyOf(keys);
    }
}
