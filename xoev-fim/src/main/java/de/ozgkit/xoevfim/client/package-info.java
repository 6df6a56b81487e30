// SPDX-License-Identifier: Apache-2.0
/**
 * Clients of the places where the standards are published: code lists from XRepository, schemas and texts from the FIM portal, services,
 * places and offices from the Portalverbund Online-Gateway (PVOG). What never changes is kept on disk for ever.
 *
 * <pre>{@code
 * XRepository lists = XRepository.at(XRepository.PRODUCTION).cache(Path.of("data/xrepository")).build();
 * FimPortal fim = FimPortal.at(FimPortal.PRODUCTION).build();
 * fim.xdf("S00000000094", "latest").map(schema -> FormModel.of(schema, lists)).ifPresent(form -> show(form));
 * }</pre>
 *
 * <p>All clients are thread-safe; keep one of each. What a peer does not have is an empty {@code Optional}. If it is down or busy (429, 503)
 * they throw a {@link de.ozgkit.core.TransportException}, if it answers nonsense or another error a {@link
 * de.ozgkit.core.PeerException}; nothing of its error pages gets into a message. Paths are settings, because some peers change the version
 * numbers in them every few months.
 */
@NullMarked
package de.ozgkit.xoevfim.client;

import org.jspecify.annotations.NullMarked;
