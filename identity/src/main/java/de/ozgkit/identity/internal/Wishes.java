// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.identity.Binding;
import java.net.URI;
import java.util.Optional;

/**
 * How a service provider asks.
 *
 * @param binding how requests travel
 * @param transientName whether the account is asked for a name that means nothing afterwards
 * @param backUrl where the account's "back" leads
 * @param logout where the account sends log-outs
 */
public record Wishes(Binding binding, boolean transientName, Optional<URI> backUrl, Optional<URI> logout) {}
