// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * Who is competent for a service at a place (Zuständigkeit).
 *
 * @param owner the id of the office or online service, which need not be known here
 * @param level for how large an area
 * @param roles in which roles, such as "Zuständige Stelle"
 * @param office the office, if it is one that is known
 * @param onlineService the online service, if it is one that is known
 * @since 0.1
 */
public record Responsible(
        ServiceId owner,
        Level level,
        List<String> roles,
        Optional<Office> office,
        Optional<OnlineService> onlineService) {

    public Responsible {
        roles = List.copyOf(roles);
    }
}
