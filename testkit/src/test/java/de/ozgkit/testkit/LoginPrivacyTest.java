// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import static de.ozgkit.testkit.MockLogin.login;
import static de.ozgkit.testkit.TestPersons.ERIKA_MUSTERMANN;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import de.ozgkit.core.RejectedException;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.Nutzerkonto;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoginPrivacyTest {

    /** Loggers of xmlsec and OpenSAML that write whole messages at DEBUG, by their nature and not by our doing. */
    private static final List<String> THIRD_PARTY = List.of("org.apache.xml", "org.opensaml", "net.shibboleth");

    @Test
    @DisplayName("chapter 7, line 23: no log line holds anything personal or secret")
    void no_log_line_holds_anything_personal_or_secret() {
        List<String> lines = new ArrayList<>();
        for (ILoggingEvent event : everythingLoggedDuringLogins()) {
            boolean ours = THIRD_PARTY.stream().noneMatch(event.getLoggerName()::startsWith);
            if (ours || event.getLevel().isGreaterOrEqual(Level.INFO)) {
                lines.add(event.getLoggerName() + " " + event.getFormattedMessage());
            }
        }

        assertThat(lines).anyMatch(line -> line.contains("accepted")).anyMatch(line -> line.contains("refused"));
        assertThat(lines).allSatisfy(line -> assertThat(line)
                .doesNotContainIgnoringCase("mustermann")
                .doesNotContain("HEIDESTR")
                .doesNotContain("1964-08-12")
                .doesNotContain("k2jBT0cykDVqiKWia1VMzqmntTu")
                .doesNotContain(Portal.BROWSER.value())
                .doesNotContain("Mapping from algorithm"));
    }

    private static List<ILoggingEvent> everythingLoggedDuringLogins() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger ours = (Logger) LoggerFactory.getLogger("de.ozgkit");
        Level rootBefore = root.getLevel();
        Level oursBefore = ours.getLevel();
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        var others = new ArrayList<ch.qos.logback.core.Appender<ILoggingEvent>>();
        root.iteratorForAppenders().forEachRemaining(others::add);
        others.forEach(root::detachAppender);
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
        ours.setLevel(Level.TRACE);
        try {
            walkAndStumble();
        } finally {
            root.setLevel(rootBefore);
            ours.setLevel(oursBefore);
            root.detachAppender(appender);
            others.forEach(root::addAppender);
        }
        return List.copyOf(appender.list);
    }

    private static void walkAndStumble() {
        try (MockNutzerkonto account =
                new MockNutzerkonto(0, AccountProfile.BUNDID, Portal.IDP_KEY, Clock.systemUTC())) {
            Nutzerkonto konto =
                    Portal.with(account, LoginState.jdbc(Portal.h2())).build();
            account.serviceProvider(konto.metadata());
            Portal.walk(konto, account, Portal.login(), login(ERIKA_MUSTERMANN));
            for (ResponseDefect defect :
                    List.of(ResponseDefect.ASSERTION_TAMPERED, ResponseDefect.WRONG_AUDIENCE, ResponseDefect.XSW_8)) {
                try {
                    Portal.walk(
                            konto,
                            account,
                            Portal.login(),
                            login(ERIKA_MUSTERMANN).broken(defect));
                } catch (RejectedException e) {
                    // What it logs is the point here.
                }
            }
        }
    }
}
