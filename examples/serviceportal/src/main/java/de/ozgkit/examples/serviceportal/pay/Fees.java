// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.pay;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import de.ozgkit.examples.serviceportal.apply.Fee;
import de.ozgkit.examples.serviceportal.apply.Processes;
import de.ozgkit.examples.serviceportal.apply.ServiceProcess;
import de.ozgkit.examples.serviceportal.catalogue.Catalogue;
import de.ozgkit.examples.serviceportal.catalogue.Places;
import de.ozgkit.payment.Order;
import de.ozgkit.postbox.Case;
import java.util.Optional;

/** What an application costs, and whom. */
public final class Fees {

    private final Places places;
    private final Catalogue catalogue;
    private final Processes processes;

    public Fees(Places places, Catalogue catalogue, Processes processes) {
        this.places = places;
        this.catalogue = catalogue;
        this.processes = processes;
    }

    /**
     * The fee of one application.
     *
     * @param payee slug of the place that takes it
     */
    public record Due(CaseId caseId, String payee, String reference, Fee fee, Money amount) {

        Order order() {
            return Order.of(caseId, payee).purpose(reference).position(fee.text(), amount);
        }
    }

    /** What is due for an application; empty if it is free. */
    public Optional<Due> of(Case application) {
        String service = application.serviceId();
        return places.all().stream()
                .filter(place -> place.ars().equals(application.office().authority()))
                .findFirst()
                .flatMap(place -> processes
                        .forService(service)
                        .flatMap(ServiceProcess::fee)
                        .flatMap(fee -> catalogue
                                .find(place, service)
                                .map(offer -> new Due(
                                        application.id(), place.slug(), application.reference(), fee, offer.fee()))))
                .filter(due -> !due.amount().isZero());
    }
}
