// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.epaybl;

import de.ozgkit.core.OzgException;
import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The way to ePayBL's services: the limits of size and time, the certificate and the log are those of every other connector. */
public final class SoapLink {

    private static final String PREFIX = "payment.epaybl.";

    private final HttpGateway http;
    private final URI services;
    private final boolean encoded;
    private final Duration timeout;

    public SoapLink(HttpGateway http, URI services, boolean encoded, Duration timeout) {
        this.http = http;
        this.services = services;
        this.encoded = encoded;
        this.timeout = timeout;
    }

    /**
     * What came back.
     *
     * @param answer that tells how the call went
     * @param code for the log, if there is none or it is a complaint
     * @param refused whether it is a clear no, so that nothing was done
     */
    record Reply(Optional<SoapAnswer> answer, String code, boolean refused) {

        /** The answer, if all went well. */
        Optional<SoapAnswer> well() {
            return answer.filter(SoapAnswer::isWell);
        }

        Optional<EpayCode> complaint() {
            return well().isPresent() ? Optional.empty() : answer.flatMap(SoapAnswer::complaint);
        }
    }

    /** The time for several calls that answer one question. */
    Session session() {
        return new Session(System.nanoTime() + timeout.toNanos());
    }

    /** Calls that share the time. */
    final class Session {

        private final long end;

        private Session(long end) {
            this.end = end;
        }

        /** Calls, with half of the time that is left, so that a slow call leaves some to the next. */
        Reply send(SoapCall call) {
            Duration half = Duration.ofNanos(Math.max((end - System.nanoTime()) / 2, 1_000_000));
            HttpAnswer answer;
            try {
                answer = http.send(HttpCall.post(services)
                        .body("text/xml; charset=utf-8", call.bytes(encoded))
                        .header("SOAPAction", "\"\"")
                        .header("Accept", "text/xml")
                        .timeout(half));
            } catch (OzgException e) {
                return new Reply(Optional.empty(), e.code(), false);
            }
            return read(answer);
        }

        private Reply read(HttpAnswer answer) {
            byte[] body = answer.body();
            Optional<SoapAnswer> told = SoapAnswer.read(body).filter(SoapAnswer::tellsResult);
            if (told.isPresent()) {
                Optional<EpayCode> code =
                        told.get().isWell() ? Optional.empty() : told.get().complaint();
                return new Reply(
                        told,
                        code.map(EpayCode::code).orElse(PREFIX + "answer"),
                        answer.status() < 500 && code.filter(EpayCode::refused).isPresent());
            }
            if (SoapAnswer.isFault(body)) {
                return new Reply(Optional.empty(), PREFIX + "fault", false);
            }
            return switch (answer.status()) {
                case 401, 403 -> new Reply(Optional.empty(), PREFIX + "forbidden", true);
                case 400, 404, 405, 406, 413, 415 -> new Reply(Optional.empty(), PREFIX + "refused", true);
                default -> new Reply(
                        Optional.empty(), answer.status() >= 500 ? PREFIX + "down" : PREFIX + "answer", false);
            };
        }
    }
}
