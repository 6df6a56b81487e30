// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mock as small as can be: cases are put in and read back. */
public final class MockDesk extends MockPeer {

    final List<String> cases = new CopyOnWriteArrayList<>();
    boolean closed;

    public MockDesk() {
        route("POST", "/cases", request -> {
            cases.add(request.form().getOrDefault("name", request.text()));
            return PeerResponse.json("{\"id\":" + cases.size() + "}")
                    .withStatus(201)
                    .header("X-Desk", "1");
        });
        route("GET", "/cases/{id}", request -> PeerResponse.text(request.variable("id") + request.query()));
        route("GET", "/away", request -> PeerResponse.redirect(URI.create("https://elsewhere.example.org/")));
        route("GET", "/broken", request -> {
            throw new IllegalStateException("a mistake in the mock");
        });
    }

    @Override
    protected void onReset() {
        cases.clear();
    }

    @Override
    public void close() {
        closed = true;
        super.close();
    }
}
