// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart.cli;

import static java.util.stream.Collectors.joining;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.form.FormModel;
import de.ozgkit.xoevfim.genericode.Genericode;
import de.ozgkit.xoevfim.xdatenfelder.Conversion;
import de.ozgkit.xoevfim.xdatenfelder.Converted;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code ozgkit convert}: XDatenfelder to the other version and to schemas; code lists to the form that the standard has. */
@Command(
        name = "convert",
        description = {
            "Converts XDatenfelder schemas and code lists.",
            "What gets lost is said on standard error; --json goes there, too, unless --out is given."
        })
final class ConvertCommand extends FilesCommand {

    private static final String OF_STDIN = "stdin";

    /** What to convert to: the name on the command line and the end of file names. */
    enum To {
        XDF2("xdf2", "_xdf2.xml"),
        XDF3("xdf3", "_xdf3.xml"),
        JSON_SCHEMA("json-schema", ".schema.json"),
        XSD("xsd", ".xsd"),
        GENERICODE("genericode", "_genericode.xml");

        private final String name;
        private final String ending;

        To(String name, String ending) {
            this.name = name;
            this.ending = ending;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Takes the names of the command line only. */
    static final class ToName implements ITypeConverter<To> {
        @Override
        public To convert(String name) {
            return Stream.of(To.values())
                    .filter(to -> to.name.equals(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("expected one of "
                            + Stream.of(To.values()).map(To::toString).collect(joining(", ")) + " but was '" + name
                            + "'"));
        }
    }

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            required = true,
            converter = ToName.class,
            description = "one of ${COMPLETION-CANDIDATES}")
    private To to = To.XDF3;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "write files there instead of the standard output; needed for xdf2 with code lists")
    private @Nullable Path folder;

    @Option(names = "--strict", description = "exit with 1 if something gets lost")
    private boolean strict;

    @Override
    PrintStream reports() {
        return folder == null ? streams().err() : super.reports();
    }

    @Override
    int handle(Input input) throws IOException {
        if (folder != null && !Files.isDirectory(folder)) {
            throw new ConfigurationException("cli.write", folder + " is no folder; --out takes one that is there");
        }
        Path file = target(input);
        List<Finding> losses = new ArrayList<>();
        if (to == To.GENERICODE) {
            var list = Genericode.read(input.path());
            write(file, out -> Genericode.write(list, out));
        } else {
            losses.addAll(convert(XDatenfelder.read(input.path()), file));
        }
        if (json()) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("file", input.name());
            result.put("losses", losses.stream().map(this::map).toList());
            result(result);
        } else {
            losses.forEach(loss -> streams().err().println(input.name() + ": " + text(loss)));
        }
        return strict && !losses.isEmpty() ? Ozgkit.FINDINGS : Ozgkit.OK;
    }

    private List<Finding> convert(XDatenfelderMessage message, @Nullable Path file) throws IOException {
        if (to == To.JSON_SCHEMA || to == To.XSD) {
            FormModel form = FormModel.of(message);
            String schema = to == To.XSD ? form.xsd() : form.jsonSchema();
            write(file, out -> new PrintStream(out, true, StandardCharsets.UTF_8).println(schema));
            return form.findings();
        }
        Converted<? extends XDatenfelderMessage> converted = to == To.XDF2
                ? message.fold(v2 -> new Converted<>(v2, List.of()), Conversion::toVersion2)
                : message.fold(Conversion::toVersion3, v3 -> new Converted<>(v3, List.of()));
        if (file != null) {
            XDatenfelder.write(converted.message(), file);
            return converted.losses();
        }
        XDatenfelder.write(converted.message(), streams().out());
        line("");
        int lists = converted.message().fold(v2 -> v2.codeLists().size(), v3 -> 0);
        return lists == 0
                ? converted.losses()
                : Stream.concat(converted.losses().stream(), Stream.of(unwritten(lists)))
                        .toList();
    }

    private static Finding unwritten(int lists) {
        return new Finding(
                Finding.Severity.WARNING,
                "cli.codelists",
                "",
                OptionalInt.empty(),
                "Codelisten, die neben dem Schema liegen müssten, sind nicht geschrieben: " + lists
                        + ". Mit --out FOLDER werden sie es.",
                "Code lists that belong beside the schema are not written: " + lists + ". With --out FOLDER they are.");
    }

    private @Nullable Path target(Input input) {
        if (folder == null) {
            return null;
        }
        String name = input.name().equals("-")
                ? OF_STDIN
                : String.valueOf(input.path().getFileName());
        return folder.resolve(name.replaceAll("(_xdf[23]|_genericode)?\\.xml$", "") + to.ending);
    }

    private void write(@Nullable Path file, Consumer<OutputStream> content) {
        if (file == null) {
            content.accept(streams().out());
            return;
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.accept(out);
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }
}
