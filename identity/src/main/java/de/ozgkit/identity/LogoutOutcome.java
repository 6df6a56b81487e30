// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

/**
 * How a log-out at the account ended. The portal's own session is over in any case.
 *
 * @param everywhere whether the account ended its session and those of all other services; otherwise tell the citizen to close the browser
 * @param returnTo the path given when the log-out began
 * @since 0.1
 */
public record LogoutOutcome(boolean everywhere, String returnTo) {}
