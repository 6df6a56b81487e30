// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.xbezahldienste;

import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import java.time.Duration;

/** The way to a payment service: who we are, and how long everything may take. */
public final class XbLink {

    private final HttpGateway http;
    private final Access access;
    private final Duration timeout;

    public XbLink(HttpGateway http, Access access, Duration timeout) {
        this.http = http;
        this.access = access;
        this.timeout = timeout;
    }

    /** Sends the call, and once more with a new pass if the first was refused, which is before anything was done. */
    HttpAnswer send(HttpCall call) {
        TimeLeft left = new TimeLeft(timeout);
        HttpCall json = call.header("Accept", "application/json, application/problem+json");
        Access.Pass pass = access.pass(left);
        HttpAnswer answer = http.send(pass.on(json).timeout(left.asDuration()));
        boolean refused = answer.status() == 401 || answer.status() == 403;
        if (!refused || !access.renew(pass)) {
            return answer;
        }
        return http.send(access.pass(left).on(json).timeout(left.asDuration()));
    }
}
