// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.web;

import de.ozgkit.core.Tokens;
import de.ozgkit.examples.serviceportal.PortalConfig;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The HTTP server with everything that holds for all pages: headers, limits, form tokens, error pages. */
public final class WebServer implements AutoCloseable {

    private final Javalin javalin;

    private WebServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts to listen.
     *
     * @param fromOutside paths that other systems post to, without a form token of ours
     * @param pages registers the routes, the most special ones first
     */
    public static WebServer start(
            PortalConfig config,
            Views views,
            Sessions sessions,
            Tokens tokens,
            Set<String> fromOutside,
            Consumer<RoutesConfig> pages) {
        ErrorPages errors = new ErrorPages(views, tokens);
        RequestGuard guard = new RequestGuard(sessions, fromOutside);
        Map<String, String> headers = SecurityHeaders.of(config.https(), config.formTargets());
        Javalin javalin = Javalin.create(javalinConfig -> {
            limits(javalinConfig);
            javalinConfig.jetty.modifyServer(server -> {
                server.setErrorHandler(new JettyErrors(views, errors, headers));
                server.setStopTimeout(10_000);
                server.setStopAtShutdown(false);
            });
            javalinConfig.routes.before(ctx -> headers.forEach(ctx::header));
            javalinConfig.routes.before(guard::check);
            views.site().assets().register(javalinConfig.routes);
            pages.accept(javalinConfig.routes);
            errors.register(javalinConfig.routes);
        });
        return new WebServer(javalin.start(config.port()));
    }

    private static void limits(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = RequestGuard.LARGEST_FORM;
        config.http.defaultContentType = "text/html; charset=utf-8";
        config.jetty.multipartConfig.maxTotalRequestSize(RequestGuard.LARGEST_UPLOAD, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxFileSize(RequestGuard.LARGEST_UPLOAD, SizeUnit.BYTES);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
        });
    }

    public int port() {
        return javalin.port();
    }

    /** Finishes what is under way, then stops. */
    @Override
    public void close() {
        javalin.stop();
    }
}
