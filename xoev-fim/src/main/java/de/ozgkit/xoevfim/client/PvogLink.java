// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import java.net.URI;

/**
 * A link to a page: always http or https.
 *
 * @param title what to call it; the address if the peer gave no title
 * @param address where it leads
 * @since 0.1
 */
public record PvogLink(String title, URI address) {}
