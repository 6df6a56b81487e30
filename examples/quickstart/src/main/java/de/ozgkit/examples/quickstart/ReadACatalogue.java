// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import de.ozgkit.core.Ars;
import de.ozgkit.xoevfim.catalogue.LeistungView;
import de.ozgkit.xoevfim.catalogue.LocalCatalogue;
import de.ozgkit.xoevfim.catalogue.ServiceCatalogue;
import de.ozgkit.xoevfim.catalogue.Topic;
import de.ozgkit.xoevfim.xzufi.Transfer;
import de.ozgkit.xoevfim.xzufi.XZuFi;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Guide, "Read a catalogue". */
final class ReadACatalogue {

    private ReadACatalogue() {}

    // tag::read
    static ServiceCatalogue read(Path services, Path whoIsCompetent) {
        try (Stream<Transfer> first = XZuFi.stream(services);
                Stream<Transfer> then = XZuFi.stream(whoIsCompetent)) {
            return ServiceCatalogue.of(first).with(then);
        }
    }

    static List<String> titles(ServiceCatalogue catalogue) {
        LocalCatalogue recklinghausen = catalogue.at(Ars.of("055620032032"));
        return recklinghausen.under(Topic.ENGAGEMENT_HOBBY).stream()
                .map(LeistungView::title)
                .toList();
    }
    // end::read
}
