// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks and prints how their times compare: only times of one run on one machine can be compared. */
public final class Benchmarks {

    private static final long SEED = 1;
    private static final String SAMPLE = "xoev-fim/samples/xdatenfelder3/S00000094V1.0_xdf3.xml";

    private Benchmarks() {}

    /**
     * Measures.
     *
     * @param args the size of the transfer, such as 200m or 1g, and which benchmarks, as a regular expression
     */
    public static void main(String... args) throws IOException, RunnerException {
        String only = args.length > 1 ? args[1] : ".*";
        if ("StartUp".matches(only)) {
            StartUp.measure();
        }
        if (only.equals("StartUp")) {
            return;
        }
        Path file = Files.createTempFile("ozgkit-transfer-", ".xml");
        try {
            ChainedOptionsBuilder options = new OptionsBuilder().include("benchmarks\\.(" + only + ")");
            if ("TransferReading".matches(only) || only.startsWith("TransferReading")) {
                long objects = generate(file, bytes(args.length > 0 ? args[0] : "200m"));
                System.out.printf(Locale.ROOT, "transfer: %,d bytes, %,d objects%n", Files.size(file), objects);
            }
            options.param("file", file.toString()).param("schema", schemas());
            print(new Runner(options.build()).run());
        } finally {
            Files.delete(file);
        }
    }

    private static long generate(Path file, long bytes) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            return new TransferGenerator(SEED).write(out, bytes);
        }
    }

    private static long bytes(String size) {
        String small = size.toLowerCase(Locale.ROOT);
        int shift = small.endsWith("g") ? 30 : small.endsWith("m") ? 20 : 0;
        return Long.parseLong(small.replaceAll("[gm]$", "")) << shift;
    }

    private static String[] schemas() {
        List<String> schemas = new ArrayList<>(List.of("1", "5"));
        Path sample = Path.of(System.getProperty("ozgkit.specs", ""), SAMPLE);
        if (Files.exists(sample)) {
            schemas.add(sample.toString());
        }
        return schemas.toArray(String[]::new);
    }

    private static void print(Collection<RunResult> results) {
        Map<String, Double> times = new TreeMap<>();
        Map<String, Double> best = new TreeMap<>();
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)$", "$1");
            String schema = name.startsWith("FormMaking")
                    ? " " + Path.of(result.getParams().getParam("schema")).getFileName()
                    : "";
            times.put(name + schema, time(result));
            best.put(name + schema, result.getPrimaryResult().getStatistics().getMin());
        }
        System.out.println();
        times.forEach((name, ms) -> System.out.printf(Locale.ROOT, "%-62s %,10.2f ms%n", name, ms));
        ratio(
                times,
                "speed of XZuFi.stream / bare scan (at least 0.5)",
                "TransferReading.bareAalto",
                "TransferReading.ozgkit");
        ratio(
                times,
                "speed of XZuFi.stream / plain JAXB (at least 2)",
                "TransferReading.plainJaxb",
                "TransferReading.ozgkit");
        ratio(
                times,
                "time of complete / bare crypto and parse (at most 1.5)",
                "LoginCompletion.ozgkit",
                "LoginCompletion.bareCrypto");
        ratio(best, "the same of the best times", "LoginCompletion.ozgkit", "LoginCompletion.bareCrypto");
        ratio(
                times,
                "the same without the database",
                "LoginCompletion.ozgkitWithoutDatabase",
                "LoginCompletion.bareCrypto");
        ratio(
                times,
                "time of complete / the same with canonicalisation and AES",
                "LoginCompletion.ozgkit",
                "LoginCompletion.xmlCrypto");
        ratio(
                times,
                "speed of complete / java-saml (more than 1)",
                "LoginCompletion.javaSaml",
                "LoginCompletion.ozgkit");
        ratio(
                times,
                "time of refresh / the bare call (less than 1.2)",
                "PaymentRefresh.ozgkit",
                "PaymentRefresh.bareCall");
        ratio(best, "the same of the best times", "PaymentRefresh.ozgkit", "PaymentRefresh.bareCall");
        ratio(times, "the same when it becomes paid", "PaymentRefresh.ozgkitBecomesPaid", "PaymentRefresh.bareCall");
        ratio(best, "the same of the best times", "PaymentRefresh.ozgkitBecomesPaid", "PaymentRefresh.bareCall");
        ratio(times, "speed of Genericode.entries / bare scan", "CodeListReading.bareAalto", "CodeListReading.ozgkit");
    }

    /** The median where every call was timed: what another process on the machine does to the mean is not ours. */
    private static double time(RunResult result) {
        return result.getParams().getMode() == Mode.SampleTime
                ? result.getPrimaryResult().getStatistics().getPercentile(50)
                : result.getPrimaryResult().getScore();
    }

    private static void ratio(Map<String, Double> times, String what, String slower, String faster) {
        if (times.containsKey(slower) && times.containsKey(faster)) {
            System.out.printf(Locale.ROOT, "%-62s %10.2f%n", what, times.get(slower) / times.get(faster));
        }
    }
}
