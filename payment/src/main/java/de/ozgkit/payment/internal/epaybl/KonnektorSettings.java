// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.epaybl;

import de.ozgkit.payment.spi.PageHosts;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One account at a Konnektor, without its secret.
 *
 * @param methods codes of the ways to pay that are offered
 * @param accounting how every position is booked that does not say otherwise
 * @param single whether there is one booking for each payment instead of one for each position
 */
public record KonnektorSettings(
        URI base,
        String mandant,
        String bewirtschafter,
        List<String> methods,
        PageHosts pageHosts,
        Map<String, String> accounting,
        boolean single,
        Duration pageLifetime) {

    String account() {
        return "epaybl/" + base.getHost() + "/" + mandant + "/" + bewirtschafter;
    }

    URI address(String resource) {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text)
                + "/epayment/fachverfahren/v1_0/mandanten/" + mandant + "/bewirtschafter/" + bewirtschafter
                + resource);
    }
}
