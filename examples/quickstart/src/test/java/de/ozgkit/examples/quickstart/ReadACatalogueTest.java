// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.Ars;
import de.ozgkit.xoevfim.catalogue.ServiceCatalogue;
import org.junit.jupiter.api.Test;

class ReadACatalogueTest {

    private static final String DATA = "examples/serviceportal/src/main/resources/";

    @Test
    void lists_what_recklinghausen_offers_under_a_topic() {
        ServiceCatalogue catalogue = ReadACatalogue.read(
                Checkout.file(DATA + "catalogue/kommunal.xzufi.xml"),
                Checkout.file(DATA + "portals/recklinghausen/zustaendigkeiten.xzufi.xml"));

        assertThat(ReadACatalogue.titles(catalogue)).contains("Hund anmelden");
        assertThat(catalogue.at(Ars.of("055620032032")).all())
                .filteredOn(service -> service.title().equals("Hund anmelden"))
                .singleElement()
                .satisfies(service -> assertThat(service.offices()).isNotEmpty());
    }
}
