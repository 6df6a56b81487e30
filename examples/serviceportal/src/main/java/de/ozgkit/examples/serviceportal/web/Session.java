// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the portal remembers about one browser between two requests: small texts by name, kept in the database, so that every node and
 * the next start see them. Belongs to one request.
 */
public final class Session {

    private final Sessions store;
    private final String id;
    private final String csrf;

    Session(Sessions store, String id, String csrf) {
        this.store = store;
        this.id = id;
        this.csrf = csrf;
    }

    /** The token that every form of this session carries in the field {@code _csrf}. */
    public String csrf() {
        return csrf;
    }

    /** Whether a form came from a page of this session; takes the same time for every wrong token. */
    public boolean owns(@Nullable String token) {
        return token != null
                && MessageDigest.isEqual(csrf.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    public Optional<String> get(String name) {
        return store.value(id, name);
    }

    /** Remembers a text of at most 64 KB, as a rule JSON, under a name. */
    public void put(String name, String content) {
        store.put(id, name, content);
    }

    public void remove(String name) {
        store.remove(id, name);
    }

    String id() {
        return id;
    }
}
