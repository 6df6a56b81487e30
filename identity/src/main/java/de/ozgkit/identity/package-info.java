// SPDX-License-Identifier: Apache-2.0
/**
 * Log-in with an account over SAML 2.0: BundID, BayernID, Mein Unternehmenskonto and, for archives and tests, the former Servicekonto.NRW.
 * One immutable {@link de.ozgkit.identity.Nutzerkonto} per authority makes the request that the browser carries away and judges the response that it
 * brings back. What is not proven is refused; what happened is a {@link de.ozgkit.identity.LoginOutcome}.
 *
 * <pre>{@code
 * Nutzerkonto konto = Nutzerkonto.bundId()
 *     .serviceProvider("https://portal.example.de", URI.create("https://portal.example.de/saml/acs"))
 *     .identityProvider(IdpMetadata.read(Path.of("bundid.xml")))
 *     .keys(KeyMaterial.pkcs12(Path.of("portal.p12"), password))
 *     .onlineService("BMI-B0000001", "Stadt Recklinghausen")
 *     .state(LoginState.jdbc(dataSource))
 *     .build();
 *
 * LoginRequest go = konto.begin(Login.atLeast(TrustLevel.SUBSTANTIAL).returningTo("/hund"), browser);
 * String page = konto.complete(samlResponse, relayState, browser).fold(
 *     in        -> "Guten Tag " + in.identity().displayName(),
 *     cancelled -> "Anmeldung abgebrochen",
 *     refused   -> refused.publicText());
 * }</pre>
 */
@NullMarked
package de.ozgkit.identity;

import org.jspecify.annotations.NullMarked;
