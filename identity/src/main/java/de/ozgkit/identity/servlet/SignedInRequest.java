// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.servlet;

import de.ozgkit.core.TrustLevel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** The request of somebody who is logged in, with the container's own words for it. Every level reached is a role. */
final class SignedInRequest extends HttpServletRequestWrapper {

    private final SignedIn who;

    SignedInRequest(HttpServletRequest request, SignedIn who) {
        super(request);
        this.who = who;
    }

    @Override
    public Principal getUserPrincipal() {
        return who;
    }

    @Override
    public String getRemoteUser() {
        return who.getName();
    }

    @Override
    public String getAuthType() {
        return "SAML";
    }

    @Override
    public boolean isUserInRole(@Nullable String role) {
        for (TrustLevel level : TrustLevel.values()) {
            if (level.name().equals(role)) {
                return who.level().atLeast(level);
            }
        }
        return super.isUserInRole(role);
    }
}
