// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.servlet;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.identity.LoginCookie;
import de.ozgkit.identity.Nutzerkonto;
import java.net.URI;

/**
 * One account and its addresses, which are neighbours of the one for responses.
 *
 * @param acs path that responses are posted to
 * @param folder the same without its last part
 */
record Account(Nutzerkonto konto, String acs, String folder, LoginCookie cookie) {

    static Account of(Nutzerkonto konto) {
        URI address = konto.assertionConsumerService();
        String acs = address.getRawPath() == null ? "" : address.getRawPath();
        int slash = acs.lastIndexOf('/');
        if (slash < 1 || slash == acs.length() - 1 || !Protection.isPlain(acs)) {
            throw new ConfigurationException(
                    "saml.setup",
                    "the address for responses needs a path of two parts, such as /saml/acs; its neighbours are /saml/login,"
                            + " /saml/logout and /saml/metadata");
        }
        return new Account(konto, acs, acs.substring(0, slash), LoginCookie.of(address));
    }

    String login() {
        return folder + "/login";
    }

    String logout() {
        return folder + "/logout";
    }

    /** Where the account sends log-outs. */
    String singleLogout() {
        return folder + "/slo";
    }

    String metadata() {
        return folder + "/metadata";
    }

    String script() {
        return folder + "/login.js";
    }

    boolean owns(String path) {
        return path.startsWith(folder + "/");
    }

    /** The origin by which browsers know this portal. */
    String origin() {
        URI address = konto.assertionConsumerService();
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
