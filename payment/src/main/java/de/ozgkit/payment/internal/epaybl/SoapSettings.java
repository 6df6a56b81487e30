// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.epaybl;

import de.ozgkit.payment.spi.PageHosts;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One account at ePayBL by SOAP.
 *
 * @param services where calls go
 * @param paypage what stands before {@code /login.do} in the address of the payment page
 * @param encoded whether it is the profile of ePayBL 2.x: RPC/encoded
 * @param accounting how every position is booked that does not say otherwise
 * @param single whether there is one booking for each payment instead of one for each position
 */
public record SoapSettings(
        URI services,
        URI paypage,
        String mandant,
        String bewirtschafter,
        boolean encoded,
        PageHosts pageHosts,
        Map<String, String> accounting,
        boolean single,
        Duration pageLifetime) {

    String account() {
        return "epaybl-soap/" + services.getHost() + "/" + mandant + "/" + bewirtschafter;
    }
}
