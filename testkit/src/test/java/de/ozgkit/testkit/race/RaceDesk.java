// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.race;

import de.ozgkit.core.Money;
import de.ozgkit.core.OzgException;
import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.CallbackResult;
import de.ozgkit.payment.spi.Capability;
import de.ozgkit.payment.spi.ConnectorProfile;
import de.ozgkit.payment.spi.Health;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.InitiationRequest;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.PaymentConnector;
import de.ozgkit.payment.spi.ProviderState;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Speaks to {@link RacePlatform}. */
final class RaceDesk implements PaymentConnector {

    private final URI platform;
    private final ConnectorProfile profile;
    private final HttpGateway http =
            HttpGateway.to("race").timeout(Duration.ofSeconds(5)).maxBytes(1000).build();

    RaceDesk(URI platform, String account, Set<Capability> capabilities) {
        this.platform = platform;
        this.profile = new ConnectorProfile("race", account, capabilities, Duration.ofHours(1));
    }

    @Override
    public ConnectorProfile profile() {
        return profile;
    }

    @Override
    public Initiation initiate(InitiationRequest request) {
        PaymentAttempt attempt = request.attempt();
        String token = request.returnTo().getPath();
        String path = "/start/" + attempt.reference() + "/" + attempt.caseId() + "/"
                + attempt.amount().cents() + token.substring(token.lastIndexOf('/'));
        try {
            HttpAnswer answer = http.send(HttpCall.post(platform.resolve(path)));
            return answer.ok()
                    ? Initiation.Redirect.to(
                            URI.create("https://pay.example.de/" + attempt.reference()), attempt.reference())
                    : new Initiation.Unknown("http." + answer.status());
        } catch (OzgException e) {
            return new Initiation.Unknown(e.code());
        }
    }

    @Override
    public ProviderState query(PaymentAttempt attempt) {
        try {
            HttpAnswer answer = http.send(HttpCall.post(platform.resolve("/state/" + attempt.reference())));
            if (answer.status() == 404) {
                return new ProviderState.NotFound();
            }
            if (!answer.ok()) {
                return new ProviderState.NoAnswer("http." + answer.status());
            }
            String[] words = answer.text().split(" ");
            return new ProviderState.Reported(
                    PaymentState.valueOf(words[0]),
                    Optional.empty(),
                    Optional.of(Money.cents(Long.parseLong(words[1]))),
                    Optional.empty(),
                    Optional.of("KZ-" + attempt.reference()));
        } catch (OzgException e) {
            return new ProviderState.NoAnswer(e.code());
        }
    }

    @Override
    public CallbackResult callback(PaymentAttempt attempt, Callback callback) {
        return CallbackResult.Hint.unverified();
    }

    @Override
    public Health check() {
        return Health.ok("race");
    }
}
