// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.web;

import de.ozgkit.core.Tokens;
import de.ozgkit.core.sql.Database;
import de.ozgkit.core.sql.Migrations;
import de.ozgkit.examples.serviceportal.PortalConfig.SessionLimits;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Sessions in the portal's database. The browser holds a random id of 144 bits in a cookie, the table its SHA-256. Pages without a form
 * and without a person open no session and set no cookie. Thread-safe.
 */
public final class Sessions {

    private static final String ATTRIBUTE = Session.class.getName();
    private static final Duration SEEN_PRECISION = Duration.ofMinutes(1);
    private static final int LONGEST_ID = 64;
    private static final int LARGEST_VALUE = 65_536;

    private final Database database;
    private final SessionLimits limits;
    private final boolean secure;
    private final Clock clock;
    private final Tokens tokens;

    /** @param secure whether citizens come by https; the cookie then has the prefix {@code __Host-} */
    public Sessions(Database database, SessionLimits limits, boolean secure, Clock clock, Tokens tokens) {
        this.database = database;
        this.limits = limits;
        this.secure = secure;
        this.clock = clock;
        this.tokens = tokens;
        Migrations.of("serviceportal", Sessions.class, "001_sessions.sql").apply(database.dataSource());
    }

    /** The session of this browser, if it has one that is still good. */
    public Optional<Session> find(Context ctx) {
        Session known = ctx.attribute(ATTRIBUTE);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Session> found = Optional.ofNullable(ctx.cookie(cookieName()))
                .filter(cookie -> cookie.length() <= LONGEST_ID)
                .flatMap(this::load);
        found.ifPresent(session -> ctx.attribute(ATTRIBUTE, session));
        return found;
    }

    /** The session of this browser, or a new one. */
    public Session open(Context ctx) {
        return find(ctx).orElseGet(() -> create(ctx));
    }

    /** Moves the session to a new id and a new form token: at every log-in, so that an id known before is worth nothing after. */
    public Session rotate(Context ctx) {
        Optional<Session> old = find(ctx);
        if (old.isEmpty()) {
            return create(ctx);
        }
        String cookie = tokens.token();
        Session fresh = new Session(this, hash(cookie), tokens.token());
        database.inTransaction(tx -> tx.update(
                "update ozg_portal_session set id = ?, csrf = ? where id = ?",
                fresh.id(),
                fresh.csrf(),
                old.get().id()));
        send(ctx, fresh, cookie);
        return fresh;
    }

    /** Forgets everything about this browser: at log-out. */
    public void end(Context ctx) {
        find(ctx)
                .ifPresent(session -> database.inTransaction(
                        tx -> tx.update("delete from ozg_portal_session where id = ?", session.id())));
        ctx.attribute(ATTRIBUTE, null);
        ctx.cookie(cookie("", 0));
    }

    private Session create(Context ctx) {
        String cookie = tokens.token();
        Session session = new Session(this, hash(cookie), tokens.token());
        Instant now = clock.instant();
        database.inTransaction(tx -> {
            tx.update(
                    "delete from ozg_portal_session where seen_at < ? or created_at < ?",
                    now.minus(limits.idle()),
                    now.minus(limits.absolute()));
            tx.update(
                    "insert into ozg_portal_session (id, csrf, created_at, seen_at) values (?, ?, ?, ?)",
                    session.id(),
                    session.csrf(),
                    now,
                    now);
        });
        send(ctx, session, cookie);
        return session;
    }

    private Optional<Session> load(String cookie) {
        String id = hash(cookie);
        Instant now = clock.instant();
        return database.call(tx -> {
            Optional<Session> session = tx.first(
                    "select csrf from ozg_portal_session where id = ? and seen_at >= ? and created_at >= ?",
                    row -> new Session(this, id, row.text("csrf")),
                    id,
                    now.minus(limits.idle()),
                    now.minus(limits.absolute()));
            session.ifPresent(s -> tx.update(
                    "update ozg_portal_session set seen_at = ? where id = ? and seen_at < ?",
                    now,
                    id,
                    now.minus(SEEN_PRECISION)));
            return session;
        });
    }

    Optional<String> value(String id, String name) {
        return database.call(tx -> tx.first(
                "select content from ozg_portal_session_value where session_id = ? and name = ?",
                row -> row.text("content"),
                id,
                name));
    }

    void put(String id, String name, String content) {
        if (content.length() > LARGEST_VALUE) {
            throw new IllegalArgumentException("the session value " + name + " is larger than 64 KB");
        }
        database.inTransaction(tx -> {
            boolean inserted = tx.insertIfAbsent(
                    "insert into ozg_portal_session_value (session_id, name, content) values (?, ?, ?)",
                    id,
                    name,
                    content);
            if (!inserted) {
                tx.update(
                        "update ozg_portal_session_value set content = ? where session_id = ? and name = ?",
                        content,
                        id,
                        name);
            }
        });
    }

    void remove(String id, String name) {
        database.inTransaction(
                tx -> tx.update("delete from ozg_portal_session_value where session_id = ? and name = ?", id, name));
    }

    private void send(Context ctx, Session session, String cookie) {
        ctx.attribute(ATTRIBUTE, session);
        // -1: gone with the browser; the limits above hold on the server.
        ctx.cookie(cookie(cookie, -1));
    }

    private Cookie cookie(String value, int maxAge) {
        return new Cookie(cookieName(), value, "/", maxAge, secure, true, null, SameSite.LAX);
    }

    private String cookieName() {
        return secure ? "__Host-ozg" : "ozg";
    }

    private static String hash(String cookie) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(cookie.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
