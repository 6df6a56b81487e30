// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.http;

import static de.ozgkit.core.http.RawServer.answer;
import static de.ozgkit.core.http.RawServer.answering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.TransportException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpGatewayTlsTest {

    private static final TestCa CA = new TestCa("Test Authority");
    private static final KeyMaterial SERVER = CA.server(TestCa.ip("127.0.0.1"));
    private static final KeyMaterial CLIENT = CA.client("Stadt Musterhausen");

    private final HttpGateway trusting =
            HttpGateway.to("desk").trust(List.of(CA.certificate())).build();

    @Test
    void calls_a_server_whose_authority_is_trusted() throws Exception {
        try (RawServer server = server(SERVER, false, "TLSv1.3")) {
            assertThat(trusting.send(HttpCall.get(server.secure("127.0.0.1", "/")))
                            .text())
                    .isEqualTo("fine");
        }
    }

    @Test
    void refuses_a_server_of_an_unknown_authority() throws Exception {
        try (RawServer server = server(SERVER, false, "TLSv1.3")) {
            assertRefused(HttpGateway.to("desk").build(), server, "127.0.0.1", "untrusted");
        }
    }

    @Test
    void refuses_a_certificate_of_another_host() throws Exception {
        try (RawServer server = server(CA.server(TestCa.dns("desk.example.org")), false, "TLSv1.3")) {
            assertRefused(trusting, server, "127.0.0.1", "host name mismatch");
            assertRefused(trusting, server, "localhost", "host name mismatch");
        }
    }

    @Test
    void refuses_an_expired_certificate() throws Exception {
        try (RawServer server = server(CA.expiredServer(TestCa.ip("127.0.0.1")), false, "TLSv1.3")) {
            assertRefused(trusting, server, "127.0.0.1", "expired");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void proves_who_we_are_to_a_server_that_asks(String version) throws Exception {
        HttpGateway known = HttpGateway.to("desk")
                .trust(List.of(CA.certificate()))
                .clientKey(CLIENT)
                .build();
        try (RawServer server = server(SERVER, true, version)) {
            assertThat(known.send(HttpCall.get(server.secure("127.0.0.1", "/"))).text())
                    .isEqualTo("fine");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void is_refused_without_a_key_or_with_a_strangers_key(String version) throws Exception {
        try (RawServer server = server(SERVER, true, version)) {
            assertRefused(trusting, server, "127.0.0.1", "knows our client certificate");
            HttpGateway stranger = HttpGateway.to("desk")
                    .trust(List.of(CA.certificate()))
                    .clientKey(new TestCa("Somebody").client("stranger"))
                    .build();
            assertRefused(stranger, server, "127.0.0.1", "knows our client certificate");
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void refuses_an_expired_key_of_ours_at_once() {
        Clock nextYear = Clock.offset(Clock.systemUTC(), Duration.ofDays(400));

        assertThatThrownBy(() ->
                        HttpGateway.to("desk").clientKey(CLIENT).clock(nextYear).build())
                .isInstanceOfSatisfying(
                        ConfigurationException.class, e -> assertThat(e.code()).isEqualTo("key.expired"));
    }

    private static void assertRefused(HttpGateway gateway, RawServer server, String host, String reason) {
        TransportException failure = catchThrowableOfType(
                TransportException.class, () -> gateway.send(HttpCall.post(server.secure(host, "/"))));
        assertThat(failure).isNotNull();
        assertThat(failure.code()).as(failure.getMessage()).isEqualTo("http.tls");
        assertThat(failure.mayHaveArrived()).isFalse();
        assertThat(failure.getMessage()).contains(reason);
    }

    private static RawServer server(KeyMaterial key, boolean clientKeyNeeded, String version) throws Exception {
        SSLServerSocket listener = (SSLServerSocket) TlsContext.of(key, List.of(CA.certificate()))
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        listener.setNeedClientAuth(clientKeyNeeded);
        listener.setEnabledProtocols(new String[] {version});
        return new RawServer(listener, answering(answer("200 OK", "fine")));
    }
}
