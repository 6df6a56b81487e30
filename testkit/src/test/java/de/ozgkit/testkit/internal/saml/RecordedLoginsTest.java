// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.testkit.RecordedLogins;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages that were recorded elsewhere are judged like any other, but for what the test says. */
class RecordedLoginsTest {

    @Test
    void recorded_messages_are_judged_by_the_same_rules_except_for_those_that_are_named() {
        Handmade old = new Handmade();
        old.sealed = false;
        old.assertionSigned = false;
        String xml = old.xml("_request");
        RecordedLogins judge = recorded();

        assertThat(judge.judge(xml).refused()).map(Enum::name).contains("NOT_ENCRYPTED");
        assertThat(judge.allowingPlainAssertion().judge(xml).accepted()).hasValueSatisfying(in -> {
            assertThat(in.logout().nameId()).isEqualTo("erika@example.test");
            assertThat(in.identity().raw()).containsEntry("uid", List.of("key-1"));
        });
        assertThat(judge.answering("_request").judge(xml).accepted()).isPresent();
        assertThat(judge.answering("_other").judge(xml).refused())
                .map(Enum::name)
                .contains("IN_RESPONSE_TO");
        assertThat(recorded()
                        .allowingPlainAssertion()
                        .at(Instant.now().plusSeconds(3600))
                        .judge(xml)
                        .refused())
                .map(Enum::name)
                .contains("EXPIRED");
        assertThat(judge.judge("%").refused()).map(Enum::name).contains("MALFORMED_XML");
    }

    @Test
    void recorded_messages_answer_one_request_even_if_it_is_unknown_which() {
        Handmade torn = new Handmade();
        torn.sealed = false;
        torn.assertion = xml -> xml.replaceFirst("InResponseTo=\"[^\"]*\"", "InResponseTo=\"_another\"");
        Handmade half = new Handmade();
        half.sealed = false;
        half.assertion = xml -> xml.replaceFirst("InResponseTo=\"[^\"]*\"", "");

        RecordedLogins judge = recorded().allowingPlainAssertion();
        assertThat(judge.judge(torn.xml("_request")).refused()).map(Enum::name).contains("IN_RESPONSE_TO");
        assertThat(judge.judge(half.xml("_request")).refused()).map(Enum::name).contains("IN_RESPONSE_TO");
    }

    @Test
    void recorded_messages_may_be_encrypted_with_cbc_if_that_is_allowed_and_they_are_signed() {
        Handmade old = new Handmade();
        old.sealing = old.sealing.withContent(Saml.XENC + "aes256-cbc");

        assertThat(recorded().openedWith(Handmade.SP_KEY).judge(old.xml("_r")).refused())
                .map(Enum::name)
                .contains("ALGORITHM_FORBIDDEN");
        assertThat(recorded()
                        .openedWith(Handmade.SP_KEY)
                        .allowingCbc()
                        .judge(old.xml("_r"))
                        .accepted())
                .isPresent();
    }

    @Test
    void recorded_messages_need_one_signature_at_least_and_sha1_must_be_allowed() {
        Handmade none = new Handmade();
        none.sealed = false;
        none.assertionSigned = false;
        none.responseSigned = false;
        Handmade inner = new Handmade();
        inner.sealed = false;
        inner.responseSigned = false;
        SigningKey weak = Handmade.SIGNING.withAlgorithm(SigningKey.RSA_SHA1).withDigest(Saml.DS + "sha1");
        Handmade sha1 = new Handmade();
        sha1.responseSigned = false;
        sha1.responseAfterSigning = xml -> Signing.sign(xml, weak);

        RecordedLogins either = recorded().allowingPlainAssertion().allowingUnsignedResponse();
        assertThat(either.judge(none.xml("_r")).refused()).map(Enum::name).contains("SIGNATURE_MISSING");
        assertThat(either.judge(inner.xml("_r")).accepted()).isPresent();
        assertThat(recorded().judge(sha1.xml("_r")).refused()).map(Enum::name).contains("ALGORITHM_FORBIDDEN");
        assertThat(recorded().allowingSha1().judge(sha1.xml("_r")).accepted()).isPresent();
    }

    private static RecordedLogins recorded() {
        return RecordedLogins.of(Handmade.IDP, List.of(Handmade.IDP_KEY.certificate()))
                .serviceProvider(Handmade.SP, Handmade.ACS)
                .openedWith(Handmade.SP_KEY)
                .at(Instant.now());
    }
}
