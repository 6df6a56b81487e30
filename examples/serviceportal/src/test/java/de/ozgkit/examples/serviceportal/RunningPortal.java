// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import de.ozgkit.core.Tokens;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The portal on a free port with its data in a folder of the test, and one browser without JavaScript. */
public final class RunningPortal implements AutoCloseable {

    private final Serviceportal portal;
    private final PortalConfig config;
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private RunningPortal(PortalConfig config, Clock clock) {
        this.config = config;
        DemoKeys.into(config.dataDir());
        this.portal = Serviceportal.start(config, clock, Tokens.secure());
        DemoKeys.keepFrom(config.dataDir());
    }

    public static RunningPortal in(Path folder) {
        return with(folder, Map.of());
    }

    public static RunningPortal with(Path folder, Map<String, String> environment) {
        return with(folder, environment, Clock.systemUTC());
    }

    public static RunningPortal with(Path folder, Map<String, String> environment, Clock clock) {
        Map<String, String> all = new HashMap<>(Map.of("OZG_PORT", "0", "OZG_DATA_DIR", folder.toString()));
        all.putAll(environment);
        return new RunningPortal(PortalConfig.from(all), clock);
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + config.port() + path);
    }

    public int port() {
        return portal.port();
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    public Document page(String path) {
        return Jsoup.parse(get(path).body());
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        return post(path, "application/x-www-form-urlencoded", encode(form));
    }

    public HttpResponse<String> post(String path, String type, String body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return browser.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer to " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        portal.close();
    }
}
