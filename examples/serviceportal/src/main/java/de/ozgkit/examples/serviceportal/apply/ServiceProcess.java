// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.apply;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.xoevfim.form.FieldPath;
import de.ozgkit.xoevfim.form.FormModel;
import java.util.Map;
import java.util.Optional;

/**
 * How one service is applied for: its form and the few facts that the form does not hold. The same for all places.
 *
 * @param slug its name in addresses
 * @param title for people
 * @param serviceId the service in the catalogue, if it is there
 * @param form what is asked
 * @param level how surely the applicant must be known
 * @param fee why it costs something, where a place takes a fee
 * @param office the kind of office in charge, such as "Steueramt"
 * @param prefill which answers are filled in from what the account told
 * @param workingDays in how many working days an answer is usual
 */
public record ServiceProcess(
        String slug,
        String title,
        Optional<String> serviceId,
        FormModel form,
        TrustLevel level,
        Optional<Fee> fee,
        String office,
        Map<FieldPath, String> prefill,
        int workingDays) {

    public ServiceProcess {
        prefill = Map.copyOf(prefill);
    }
}
