// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.benchmarks.fuzz;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Starts Jazzer for one {@link Target}. */
public final class Fuzz {

    private static final String CHOSEN = "ozgkit.fuzz.target";

    // Instrumented a second time, the JVM does not find the fields of these records any more.
    private static final String UNTOUCHED =
            "de.ozgkit.xoevfim.form.Schema$Place:de.ozgkit.xoevfim.internal.UnknownElement$Start";

    /** The mock account that makes the seeds, and what is below it: nothing of it reads an input. */
    private static final String NOT_UNDER_TEST =
            "com.github.tomakehurst.**:wiremock.**:ch.qos.logback.**:org.bouncycastle.**";

    /** Inputs of this length are found fast; only where a seed is longer may they be. */
    private static final int SHORT = 6000;

    private Fuzz() {}

    /** Called by Jazzer for each input that it makes. */
    public static void fuzzerTestOneInput(byte[] input) {
        Target.valueOf(System.getProperty(CHOSEN)).read(input);
    }

    /**
     * Fuzzes, or runs one input again.
     *
     * @param args the target, such as XZuFi, and either for how many seconds or the file of an input
     */
    public static void main(String... args) throws Exception {
        Target target = Target.valueOf(args[0].toUpperCase(Locale.ROOT));
        System.setProperty(CHOSEN, target.name());
        Path corpus = Path.of("fuzz-" + target.name().toLowerCase(Locale.ROOT));
        Path input = Path.of(args[1]);
        String last = Files.isRegularFile(input)
                ? input.toString()
                : seeds(target, corpus).toString();
        Jazzer.main(List.of(
                        "--target_class=" + Fuzz.class.getName(),
                        "--instrumentation_includes=de.ozgkit.xoevfim.**:de.ozgkit.identity.**:com.fasterxml.aalto.**",
                        "--instrumentation_excludes=" + UNTOUCHED,
                        "--custom_hook_excludes=" + UNTOUCHED + ":" + NOT_UNDER_TEST,
                        // schemas bring regular expressions; that they end in time is what the target checks
                        "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection",
                        "-max_total_time=" + (Files.isRegularFile(input) ? "0" : args[1]),
                        "-max_len=" + longest(target),
                        "-timeout=20",
                        "-print_final_stats=1",
                        last)
                .toArray(String[]::new));
    }

    private static int longest(Target target) {
        return target.seeds().stream().mapToInt(seed -> 2 * seed.length()).reduce(SHORT, Math::max);
    }

    private static Path seeds(Target target, Path corpus) throws IOException {
        Files.createDirectories(corpus);
        int number = 0;
        for (String seed : target.seeds()) {
            Files.writeString(corpus.resolve("seed-" + number++), seed);
        }
        return corpus;
    }
}
