// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static de.ozgkit.testkit.MockLogin.login;
import static de.ozgkit.testkit.TestPersons.ERIKA_MUSTERMANN;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.LoginFailure;
import de.ozgkit.testkit.MockLogin;
import de.ozgkit.testkit.ResponseDefect;
import de.ozgkit.testkit.ResponseStyle;
import de.ozgkit.testkit.internal.saml.SamlBench.Kind;
import de.ozgkit.testkit.internal.saml.SamlBench.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What OpenSAML 4.0.1 and the engine below it do if one lets them, and must not do here. */
class OpenSamlTrapsTest {

    private static final SamlBench BENCH = SamlBench.of(AccountProfile.BUNDID, builder -> builder);
    private static final MockLogin ERIKA = login(ERIKA_MUSTERMANN);
    private static final String NETWORK = "http://127.0.0.1:9/";

    private HttpServer canary;
    private final AtomicInteger calls = new AtomicInteger();

    @BeforeEach
    void listen() throws IOException {
        canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        canary.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        canary.start();
    }

    @AfterEach
    void stop() {
        canary.stop(0);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "CIPHER_REFERENCE",
                "CIPHER_REFERENCE_IN_KEY",
                "RETRIEVAL_METHOD",
                "RETRIEVAL_METHOD_IN_SIGNATURE",
                "REFERENCE_TO_NETWORK",
                "EXTERNAL_ENTITY",
                "XINCLUDE"
            })
    @DisplayName("chapter 7, lines 1, 5 and 10: nothing in a response makes the portal call anybody")
    void nothing_in_a_response_makes_the_portal_call_anybody(ResponseDefect defect) {
        MockLogin script = ERIKA.in(ResponseStyle.usual().with(ResponseStyle.Signed.ASSERTION))
                .broken(defect);
        SamlBench lenient = SamlBench.of(AccountProfile.BUNDID, builder -> builder.acceptUnsignedResponse());
        String address = "http://127.0.0.1:" + canary.getAddress().getPort() + "/";

        Verdict verdict = lenient.judge(lenient.respond(script, xml -> xml.replace(NETWORK, address)));

        assertThat(verdict)
                .isEqualTo(new Verdict(
                        Kind.REJECTED, defect.expected().orElseThrow().name()));
        assertThat(calls).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA_1_5", "CBC", "TRIPLE_DES"})
    @DisplayName("chapter 7, lines 10 and 24: a forbidden algorithm is refused before the private key is touched")
    void a_forbidden_algorithm_is_refused_before_the_private_key_is_touched(ResponseDefect defect) {
        CountingRsa counting = new CountingRsa();
        Security.insertProviderAt(counting, 1);
        try {
            Verdict refused = BENCH.judge(BENCH.respond(ERIKA.broken(defect)));
            int before = CountingRsa.ASKED.get();
            Verdict usual = BENCH.judge(BENCH.respond(ERIKA));

            assertThat(refused).isEqualTo(new Verdict(Kind.REJECTED, LoginFailure.ALGORITHM_FORBIDDEN.name()));
            assertThat(usual.kind()).isEqualTo(Kind.IN);
            assertThat(before).isZero();
            assertThat(CountingRsa.ASKED).hasPositiveValue();
        } finally {
            Security.removeProvider(counting.getName());
            CountingRsa.ASKED.set(0);
        }
    }

    @Test
    void comments_cut_nothing_off() {
        Verdict usual = BENCH.judge(BENCH.respond(ERIKA));

        assertThat(BENCH.judge(BENCH.respond(ERIKA.broken(ResponseDefect.COMMENT_IN_TEXT)))
                        .what())
                .contains(
                        "GIVEN_NAME=ERIKA",
                        "FAMILY_NAME=MUSTERMANN",
                        "KEY=k2jBT0cykDVqiKWia1VMzqmntTu-EwGskIYlcCIGt_8");
        assertThat(usual.what()).contains("GIVEN_NAME=ERIKA");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "PROCESSING_INSTRUCTION_IN_TEXT",
                "DUPLICATE_ID",
                "DUPLICATE_ID_INSIDE",
                "RESPONSE_SIGNED_BY_STRANGER",
                "ASSERTION_SIGNED_BY_STRANGER",
                "STRANGER_SHOWS_RIGHT_CERTIFICATE",
                "NAMESPACES_OUTSIDE"
            })
    void what_the_engine_lets_through_is_refused_here(ResponseDefect defect) {
        assertThat(BENCH.judge(BENCH.respond(ERIKA.broken(defect))))
                .isEqualTo(new Verdict(
                        Kind.REJECTED, defect.expected().orElseThrow().name()));
    }

    @Test
    void a_type_with_an_undeclared_prefix_is_read_as_text() {
        Verdict verdict = BENCH.judge(
                BENCH.respond(ERIKA, xml -> xml.replace(" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"", "")
                        .replace("xsi:type=\"xsd:string\"", "xsi:type=\"xs:string\"")));

        assertThat(verdict.kind()).isEqualTo(Kind.IN);
        assertThat(verdict.what()).contains("GIVEN_NAME=ERIKA", "CITY=KÖLN");
    }

    @Test
    void an_element_hidden_behind_a_type_is_no_text() {
        UnaryOperator<String> hide = xml -> xml.replaceFirst(
                "xsi:type=\"xsd:string\">([^<]*)<", "xsi:type=\"x:any\" xmlns:x=\"urn:x\"><x:y>$1</x:y><");

        assertThat(BENCH.judge(BENCH.respond(ERIKA, hide)))
                .isEqualTo(new Verdict(Kind.REJECTED, LoginFailure.MALFORMED_XML.name()));
    }

    /** Comes first when somebody asks for RSA decryption, counts who brings a private key, and leaves the work to others. */
    private static final class CountingRsa extends Provider {

        private static final long serialVersionUID = 1L;
        static final AtomicInteger ASKED = new AtomicInteger();

        CountingRsa() {
            super("CountingRsa", "1", "counts uses of private keys for decryption");
            put("Cipher.RSA", Spi.class.getName());
            put("Cipher.RSA/ECB/OAEPPadding", Spi.class.getName());
            put("Cipher.RSA/ECB/PKCS1Padding", Spi.class.getName());
            put("Cipher.RSA/ECB/OAEPWithSHA-1AndMGF1Padding", Spi.class.getName());
            put("Cipher.RSA/ECB/OAEPWithSHA1AndMGF1Padding", Spi.class.getName());
        }

        /** Public so that the provider can make it. */
        public static final class Spi extends RefusingCipher {
            @Override
            void asked(int mode, Key key) throws InvalidKeyException {
                if (key instanceof PrivateKey && mode != Cipher.ENCRYPT_MODE) {
                    ASKED.incrementAndGet();
                }
                throw new InvalidKeyException("somebody else shall do it");
            }
        }
    }
}
