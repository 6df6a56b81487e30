// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.pmpayment;

import de.ozgkit.core.CaseId;
import de.ozgkit.payment.PaymentStart;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A portal in a process of its own, to be killed. Says on its standard output how far it is, then waits for its end. */
final class PortalProcess {

    /** Begins the lines that are not log. */
    static final String SAYS = "portal says: ";

    private PortalProcess() {}

    /** Arguments: database, platform, case, what to do (start or watch), how far its clock is ahead. */
    public static void main(String[] arguments) throws Exception {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.parse(arguments[4]));
        CaseId caseId = CaseId.of(arguments[2]);
        try (PayingPortal portal = new PayingPortal(
                arguments[0], URI.create(arguments[1]), PayingPortal.SALT, Duration.ofSeconds(20), clock)) {
            if (arguments[3].equals("start")) {
                say(portal.start(caseId)
                        .fold(redirect -> "PAGE", transfer -> "TRANSFER", already -> "ALREADY", PaymentStart.Unavailable::publicText));
            } else {
                Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> portal.view(caseId)
                        .isPaid());
                portal.view(caseId).attempts().forEach(attempt -> portal.payments.refresh(attempt.id()));
                say("PAID " + portal.effects());
            }
            Thread.sleep(Duration.ofMinutes(5).toMillis());
        }
    }

    private static void say(String words) {
        System.out.println(SAYS + words);
        System.out.flush();
    }
}
