// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.race;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** The platform of the race: knows what was truly paid, loses some of its answers, and is down from time to time. */
final class RacePlatform implements AutoCloseable {

    private static final double LOST_ANSWERS = 0.03;

    private final Map<String, Transaction> transactions = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private final Random random = new Random(5);
    private final HttpServer server;
    final AtomicLong starts = new AtomicLong();
    final AtomicLong questions = new AtomicLong();
    final AtomicLong failures = new AtomicLong();
    volatile boolean down;

    RacePlatform() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** One payment page. */
    static final class Transaction {
        final String reference;
        final String caseId;
        final long cents;
        private final List<String> tokens = new ArrayList<>();
        private String state = "PENDING";

        private Transaction(String reference, String caseId, long cents) {
            this.reference = reference;
            this.caseId = caseId;
            this.cents = cents;
        }

        synchronized String state() {
            return state;
        }

        /** The payer pays, even after having turned back. */
        synchronized void pay() {
            state = "PAID";
        }

        synchronized void cancel() {
            if (state.equals("PENDING")) {
                state = "CANCELLED";
            }
        }

        /** One of the tokens by which the portal can be told. */
        synchronized String token(Random chance) {
            return tokens.get(chance.nextInt(tokens.size()));
        }

        private synchronized void token(String token) {
            tokens.add(token);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Transaction transaction(String reference) {
        return transactions.get(reference);
    }

    List<Transaction> paid() {
        return transactions.values().stream()
                .filter(one -> one.state().equals("PAID"))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            exchange.getRequestBody().readAllBytes();
            if (down) {
                failures.incrementAndGet();
                exchange.sendResponseHeaders(503, -1);
            } else if (path[1].equals("start")) {
                start(exchange, path);
            } else {
                questions.incrementAndGet();
                Transaction known = transactions.get(path[2]);
                say(exchange, known == null ? 404 : 200, known == null ? "" : known.state() + " " + known.cents);
            }
        }
    }

    private void start(HttpExchange exchange, String[] path) throws IOException {
        starts.incrementAndGet();
        Transaction one = transactions.computeIfAbsent(
                path[2], reference -> new Transaction(reference, path[3], Long.parseLong(path[4])));
        one.token(path[5]);
        boolean lost;
        synchronized (random) {
            lost = random.nextDouble() < LOST_ANSWERS;
        }
        if (lost) {
            failures.incrementAndGet();
        }
        say(exchange, lost ? 500 : 200, "");
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
