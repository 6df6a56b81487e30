// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Our error page for requests that Jetty turns away itself: broken or ambiguous addresses, headers that are too large. Such an address
 * names no page of ours, so people read that the page does not exist.
 */
final class JettyErrors extends ErrorHandler {

    private final Views views;
    private final ErrorPages pages;
    private final Map<String, String> headers;

    JettyErrors(Views views, ErrorPages pages, Map<String, String> headers) {
        this.views = views;
        this.pages = pages;
        this.headers = headers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus() == 400 ? 404 : response.getStatus();
        response.setStatus(status);
        headers.forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        Page page = views.bare(ErrorText.of(status).heading());
        byte[] html = pages.html(page, status, pages.number()).getBytes(StandardCharsets.UTF_8);
        response.write(true, ByteBuffer.wrap(html), callback);
        return true;
    }
}
