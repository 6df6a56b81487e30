// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import de.ozgkit.identity.LoginMethod;
import java.util.Map;
import java.util.Set;

/**
 * What a request asks for.
 *
 * @param attributes names of the attributes asked for, and whether they are required
 * @param methods names of the methods allowed
 */
public record AskedLogin(
        ServiceProvider serviceProvider,
        String requestId,
        String relayState,
        String levelRef,
        Map<String, Boolean> attributes,
        Set<LoginMethod> methods,
        String displayName) {}
