// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.pmpayment;

import de.ozgkit.testkit.PmTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The mock's transactions: in memory, and, if there is a file, one JSON line for each change, so that they outlive the process. */
public final class PmBook {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, PmTransaction> transactions = new LinkedHashMap<>();
    private final @Nullable Path file;

    public PmBook(@Nullable Path folder) {
        this.file = folder == null ? null : folder.resolve("pmpayment.jsonl");
        if (file != null) {
            read(file);
        }
    }

    /** Adds a transaction; false if its number is taken. */
    public synchronized boolean add(PmTransaction transaction) {
        boolean fresh = transactions.putIfAbsent(transaction.txid(), transaction) == null;
        if (fresh) {
            append(transaction);
        }
        return fresh;
    }

    /** Changes a transaction. */
    public synchronized PmTransaction change(String txid, UnaryOperator<PmTransaction> change) {
        PmTransaction before = transactions.get(txid);
        if (before == null) {
            throw new IllegalArgumentException("No payment with the txid " + txid + " was opened");
        }
        PmTransaction after = change.apply(before);
        transactions.put(txid, after);
        append(after);
        return after;
    }

    public synchronized Optional<PmTransaction> find(String txid) {
        return Optional.ofNullable(transactions.get(txid));
    }

    public synchronized Optional<PmTransaction> byPage(String pageKey) {
        return transactions.values().stream()
                .filter(transaction -> transaction.pageKey().equals(pageKey))
                .findFirst();
    }

    public synchronized List<PmTransaction> all() {
        return new ArrayList<>(transactions.values());
    }

    private void append(PmTransaction transaction) {
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    JSON.writeValueAsString(transaction) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Path lines) {
        try {
            if (Files.exists(lines)) {
                Files.readAllLines(lines).forEach(this::remember);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember(String line) {
        try {
            PmTransaction transaction = JSON.readValue(line, PmTransaction.class);
            transactions.put(transaction.txid(), transaction);
        } catch (JacksonException e) {
            // The process was killed while it wrote the last line: that change never happened.
            return;
        }
    }
}
