// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.benchmarks;

import de.ozgkit.xoevfim.form.FormModel;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From the bytes of an XDatenfelder 3.0.0 schema to a form and a JSON Schema. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FormMaking {

    /** A generated schema of so many units, or a file. */
    @Param({"1", "5"})
    public String schema = "1";

    private byte[] bytes = {};

    /** Prepares the schema. */
    @Setup
    public void prepare() throws IOException {
        bytes = schema.matches("[0-9]+")
                ? SchemaGenerator.schema(Integer.parseInt(schema))
                : Files.readAllBytes(Path.of(schema));
    }

    /** Reads the schema and makes the form. */
    @Benchmark
    public FormModel form() {
        return FormModel.of(XDatenfelder.read(new ByteArrayInputStream(bytes)));
    }

    /** The same and a JSON Schema. */
    @Benchmark
    public String formAndJsonSchema() {
        return form().jsonSchema();
    }
}
