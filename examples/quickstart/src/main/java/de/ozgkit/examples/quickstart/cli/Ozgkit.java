// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line. Exit codes: 0 all is well, 1 errors found or input refused, 2 wrong call, 3 a file could not be read or written, or an
 * internal error; of several files the worst counts.
 */
@Command(
        name = "ozgkit",
        description =
                "Validates, converts and shows files of XZuFi, XDatenfelder, XProzess and genericode; checks a registration"
                        + " at a citizens' account.",
        mixinStandardHelpOptions = true,
        version = Ozgkit.VERSION,
        synopsisSubcommandLabel = "validate|convert|form|stats|saml",
        subcommands = {
            ValidateCommand.class,
            ConvertCommand.class,
            FormCommand.class,
            StatsCommand.class,
            SamlCommand.class
        })
public final class Ozgkit {

    static final String VERSION = "ozgkit 0.1";

    static final int OK = 0;
    static final int FINDINGS = 1;
    static final int USAGE = 2;
    static final int FAILED = 3;

    /** Where a run reads and writes. */
    record Streams(InputStream in, PrintStream out, PrintStream err, boolean terminal) {}

    private final Streams streams;

    private Ozgkit(Streams streams) {
        this.streams = streams;
    }

    Streams streams() {
        return streams;
    }

    /** Runs and ends the process with the exit code. */
    public static void main(String... args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(new Streams(System.in, out, err, System.console() != null), args));
    }

    static int run(Streams streams, String... args) {
        return new CommandLine(new Ozgkit(streams))
                .setOut(new PrintWriter(streams.out(), true))
                .setErr(new PrintWriter(streams.err(), true))
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    streams.err().println("ozgkit: " + e);
                    return FAILED;
                })
                .execute(args.length == 0 ? new String[] {"--help"} : args);
    }
}
