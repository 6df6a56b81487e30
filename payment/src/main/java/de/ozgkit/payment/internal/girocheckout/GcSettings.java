// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.girocheckout;

import de.ozgkit.payment.spi.PageHosts;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One project at GiroCheckout, without its password.
 *
 * @param method the only method of payment of the project; empty if payers choose it on a page
 * @param kassenzeichen of every position that does not say otherwise
 * @param parameters further fields of the call that opens a payment
 */
public record GcSettings(
        URI base,
        String merchantId,
        String projectId,
        Optional<String> method,
        PageHosts pageHosts,
        Optional<String> kassenzeichen,
        Map<String, String> parameters,
        Duration pageLifetime) {

    boolean page() {
        return method.isEmpty();
    }

    String account() {
        return "girocheckout/" + base.getHost() + "/" + merchantId + "/" + projectId;
    }

    URI address(GcCall call) {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text : text + "/") + call.path());
    }
}
