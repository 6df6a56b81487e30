// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * An office (Organisationseinheit) that is competent for a service.
 *
 * @param id its id
 * @param name its name
 * @param role in which role it is competent, such as "Zuständige Stelle"
 * @param address lines for an envelope, without the name
 * @param contacts telephone numbers, addresses and the like, as they are given
 * @since 0.1
 */
public record Office(ServiceId id, String name, Optional<String> role, List<String> address, List<String> contacts) {

    public Office {
        address = List.copyOf(address);
        contacts = List.copyOf(contacts);
    }
}
