// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The command line for the tests of other packages. */
public final class Cli {

    private Cli() {}

    /** What a command prints that must end without an error. */
    public static String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int exit = Ozgkit.run(new Ozgkit.Streams(InputStream.nullInputStream(), print, print, false), arguments);
        String printed = out.toString(StandardCharsets.UTF_8);
        assertThat(exit).as(printed).isZero();
        return printed;
    }
}
