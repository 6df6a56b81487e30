// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.paypage;

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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The transactions of a mock: in memory, and, if there is a file, one JSON line for each change, so that they outlive the process.
 *
 * @param <T> a record
 */
public final class PayBook<T> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Class<T> type;
    private final Function<T, String> number;
    private final Map<String, T> transactions = new LinkedHashMap<>();
    private final @Nullable Path file;

    /**
     * @param number under which a transaction is found
     * @param file null to keep it in memory only
     */
    public PayBook(Class<T> type, Function<T, String> number, @Nullable Path file) {
        this.type = type;
        this.number = number;
        this.file = file;
        if (file != null) {
            read(file);
        }
    }

    /** Adds a transaction; false if its number is taken. */
    public synchronized boolean add(T transaction) {
        boolean fresh = transactions.putIfAbsent(number.apply(transaction), transaction) == null;
        if (fresh) {
            append(transaction);
        }
        return fresh;
    }

    /** Changes a transaction. */
    public synchronized T change(String id, UnaryOperator<T> change) {
        T before = transactions.get(id);
        if (before == null) {
            throw new IllegalArgumentException("No payment " + id + " was opened");
        }
        T after = change.apply(before);
        transactions.put(id, after);
        append(after);
        return after;
    }

    public synchronized Optional<T> find(String id) {
        return Optional.ofNullable(transactions.get(id));
    }

    public synchronized Optional<T> first(Predicate<T> which) {
        return transactions.values().stream().filter(which).findFirst();
    }

    public synchronized List<T> all() {
        return new ArrayList<>(transactions.values());
    }

    private void append(T transaction) {
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
            T transaction = JSON.readValue(line, type);
            transactions.put(number.apply(transaction), transaction);
        } catch (JacksonException e) {
            // The process was killed while it wrote the last line: that change never happened.
            return;
        }
    }
}
