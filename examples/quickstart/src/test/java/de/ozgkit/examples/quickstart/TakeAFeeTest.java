// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.payment.Payments;
import de.ozgkit.postbox.CaseEvent;
import de.ozgkit.postbox.Cases;
import de.ozgkit.postbox.NewCase;
import de.ozgkit.testkit.MockPmPayment;
import de.ozgkit.testkit.MockPmPayment.Notify;
import de.ozgkit.testkit.PmTransaction;
import java.util.Map;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TakeAFeeTest {

    private static final char[] SALT = "only-in-this-test".toCharArray();

    private final CaseId caseId = new CaseId(UUID.randomUUID());
    private final JdbcConnectionPool database = Databases.fresh();
    private final MockPmPayment platform = MockPmPayment.withSalt(SALT).start();
    private final Jobs jobs = Jobs.on(database).build();
    private final Cases cases = Cases.on(database).build();
    private final Payments payments = TakeAFee.open(database, jobs, cases, platform.uri(), SALT);

    @BeforeEach
    void submit() {
        platform.notifications(Notify.NEVER);
        cases.submit(NewCase.of(caseId, HandOver.TAX_OFFICE, "erika")
                .service("hund-anmelden", "Hund anmelden")
                .build());
        jobs.start();
    }

    @AfterEach
    void stop() {
        jobs.close();
        platform.assertNoUnexpectedCalls();
        platform.close();
        database.dispose();
    }

    @Test
    void takes_the_fee_once_and_notes_it_in_the_case() {
        String page = TakeAFee.pay(payments, caseId);
        assertThat(page).isEqualTo(TakeAFee.pay(payments, caseId)).startsWith("303 " + platform.uri());
        String txid = transaction().txid();
        platform.pay(txid);

        assertThat(TakeAFee.returned(payments, token(), platform.returnForm(txid)))
                .isEqualTo("Danke, 30,70\u00a0€ sind bezahlt.");
        TakeAFee.notified(payments, token(), platform.notifyForm(txid));
        assertThat(TakeAFee.pay(payments, caseId)).isEqualTo("Die Gebühr ist schon bezahlt.");
        assertThat(cases.timeline(caseId)).extracting(CaseEvent::text).containsOnlyOnce("Die Gebühr ist bezahlt.");
    }

    @Test
    void a_return_alone_pays_nothing() {
        TakeAFee.pay(payments, caseId);
        Map<String, String> open = platform.returnForm(transaction().txid());

        assertThat(TakeAFee.returned(payments, token(), open)).isEqualTo("Wir prüfen die Zahlung.");
        assertThatThrownBy(() -> TakeAFee.returned(payments, "someone-elses-token", open))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo("payment.callback.unknown"));
    }

    private PmTransaction transaction() {
        assertThat(platform.transactions()).hasSize(1);
        return platform.transactions().get(0);
    }

    private String token() {
        String address = transaction().redirectUrl().orElseThrow();
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
