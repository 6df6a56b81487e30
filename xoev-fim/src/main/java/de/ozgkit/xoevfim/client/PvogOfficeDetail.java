// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import java.util.List;
import java.util.Optional;

/**
 * How to reach an office.
 *
 * @param id such as L100042.OE.2292
 * @param title its name; empty if the PVOG gives none
 * @param addresses where it is and where letters go
 * @param contacts telephone, mail and the like
 * @param websites its pages
 * @since 0.1
 */
public record PvogOfficeDetail(
        String id, String title, List<Address> addresses, List<Contact> contacts, List<PvogLink> websites) {

    /**
     * An address.
     *
     * @param type such as Hausanschrift
     * @param street with the number
     * @param zip the post code
     * @param city the place
     */
    public record Address(
            Optional<String> type, Optional<String> street, Optional<String> zip, Optional<String> city) {}

    /**
     * A way to reach it.
     *
     * @param code which way, code list {@code urn:de:xoev:codeliste:erreichbarkeit}: 01 mail, 02 telephone
     * @param value the number or address
     */
    public record Contact(String code, String value) {}

    public PvogOfficeDetail {
        addresses = List.copyOf(addresses);
        contacts = List.copyOf(contacts);
        websites = List.copyOf(websites);
    }
}
