// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.xbezahldienste;

import de.ozgkit.payment.spi.PageHosts;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One account at a payment service, without its secret.
 *
 * @param accounting booking data of every position that does not say otherwise
 */
public record XbSettings(
        URI base,
        String originatorId,
        String endPointId,
        PageHosts pageHosts,
        Map<String, String> accounting,
        Duration pageLifetime) {

    String account() {
        return "xbezahldienste/" + base.getHost() + "/" + originatorId + "/" + endPointId;
    }

    URI transactions() {
        return address("/paymenttransaction/" + originatorId + "/" + endPointId);
    }

    URI transaction(String id) {
        return address("/paymenttransaction/" + originatorId + "/" + endPointId + "/" + id);
    }

    URI status() {
        return address("/status/" + originatorId + "/" + endPointId);
    }

    private URI address(String path) {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
    }
}
