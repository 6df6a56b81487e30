// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.pmpayment;

import de.ozgkit.payment.spi.PageHosts;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One account at pmPayment, without its secret. */
public record PmSettings(
        URI base,
        String ags,
        String procedure,
        PageHosts pageHosts,
        @Nullable String accountingRecord,
        Duration pageLifetime) {

    URI address(String path) {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
    }
}
