// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import de.ozgkit.core.TrustLevel;
import java.net.URI;
import java.util.Optional;

/**
 * Where a service can be applied for online (Onlinedienst).
 *
 * @param id its id
 * @param title its name
 * @param link where it is; only links to the web are taken over
 * @param trustLevel how surely a person must be known; empty if nobody has to log in, or if it is not said
 * @since 0.1
 */
public record OnlineService(ServiceId id, String title, Optional<URI> link, Optional<TrustLevel> trustLevel) {}
