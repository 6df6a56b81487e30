// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import de.ozgkit.testkit.PeerRequest;
import de.ozgkit.testkit.TestAuthority;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The server behind a mock. WireMock speaks HTTP and breaks connections; what to answer decides the {@link PeerRouter}. */
public final class PeerServer {

    private static final String LOOPBACK = "127.0.0.1";

    private final WireMockServer engine;
    private final URI uri;
    private final @Nullable TlsFiles tls;

    private PeerServer(WireMockServer engine, @Nullable TlsFiles tls) {
        this.engine = engine;
        this.tls = tls;
        this.uri = URI.create("http://" + LOOPBACK + ":" + engine.port());
    }

    /**
     * Starts on the given port of this machine only; 0 for a free one.
     *
     * @param authority issues the key of a second, secure port, which only clients with a certificate of that authority may use; null for
     *     none
     */
    public static PeerServer start(int port, PeerRouter router, @Nullable TestAuthority authority) {
        WireMockConfiguration options = WireMockConfiguration.options();
        TlsFiles tls = authority == null ? null : TlsFiles.write(authority);
        if (tls != null) {
            tls.use(options.dynamicHttpsPort());
        }
        WireMockServer engine = new WireMockServer(options.bindAddress(LOOPBACK)
                .port(port)
                .containerThreads(16)
                .jettyStopTimeout(100L)
                .gzipDisabled(true)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .notifier(new Silence())
                .extensions(new Answers(router)));
        engine.start();
        engine.stubFor(any(anyUrl()).willReturn(aResponse()));
        return new PeerServer(engine, tls);
    }

    public URI uri() {
        return uri;
    }

    /** The address of the secure port. */
    public URI secureUri() {
        if (tls == null) {
            throw new IllegalStateException("This peer was started without an authority, so it has no secure port");
        }
        return URI.create("https://" + LOOPBACK + ":" + engine.httpsPort());
    }

    public void stop() {
        engine.stop();
        if (tls != null) {
            tls.delete();
        }
    }

    private static final class Answers implements ResponseDefinitionTransformerV2 {

        private final PeerRouter router;

        Answers(PeerRouter router) {
            this.router = router;
        }

        @Override
        public String getName() {
            return "ozgkit";
        }

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            boolean secure = "https".equals(event.getRequest().getScheme());
            PeerRouter.Reply reply = router.dispatch(read(event.getRequest()), secure);
            ResponseDefinitionBuilder answer = aResponse();
            if (reply.broken()) {
                return answer.withFault(Fault.CONNECTION_RESET_BY_PEER).build();
            }
            answer.withStatus(reply.response().status())
                    .withBody(reply.response().body());
            reply.response().headers().forEach(answer::withHeader);
            if (!reply.pause().isZero()) {
                answer.withFixedDelay(Math.toIntExact(reply.pause().toMillis()));
            }
            return answer.build();
        }

        private static PeerRequest read(Request request) {
            String[] url = request.getUrl().split("\\?", 2);
            Map<String, String> headers = new LinkedHashMap<>();
            request.getAllHeaderKeys().forEach(name -> headers.putIfAbsent(name, request.getHeader(name)));
            byte[] body = request.getBody() == null ? new byte[0] : request.getBody();
            Map<String, String> form = isForm(request) ? fields(new String(body, StandardCharsets.UTF_8)) : Map.of();
            String rawQuery = url.length > 1 ? url[1] : "";
            Map<String, String> query = fields(rawQuery);
            return new PeerRequest(
                    request.getMethod().getName(), url[0], Map.of(), rawQuery, query, headers, form, body);
        }

        private static boolean isForm(Request request) {
            String type = request.getHeader("Content-Type");
            return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
        }

        private static Map<String, String> fields(String encoded) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (String field : encoded.split("&", -1)) {
                if (!field.isEmpty()) {
                    String[] pair = field.split("=", 2);
                    fields.putIfAbsent(decode(pair[0]), pair.length > 1 ? decode(pair[1]) : "");
                }
            }
            return fields;
        }

        private static String decode(String text) {
            try {
                return URLDecoder.decode(text, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException malformed) {
                return text;
            }
        }
    }

    /** Tests break things on purpose: the engine's complaints about it would only fill their output. */
    private static final class Silence implements Notifier {
        @Override
        public void info(String message) {}

        @Override
        public void error(String message) {}

        @Override
        public void error(String message, Throwable failure) {}
    }
}
