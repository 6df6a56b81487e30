// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart.cli;

import de.ozgkit.xoevfim.Finding;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ozgkit saml check}: reads the configuration of a registration, tells what is wrong, and prints what to send to the operator. */
@Command(
        name = "check",
        description =
                "Tells what is wrong with the configuration of a registration, and what to send to the account's operator.")
final class SamlCheckCommand extends FilesCommand {

    @Option(names = "--out", paramLabel = "FILE", description = "write our metadata there instead of printing them")
    private @Nullable Path out;

    @Override
    int handle(Input input) throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(input.path(), StandardCharsets.UTF_8)) {
            settings.load(reader);
        } catch (IllegalArgumentException e) {
            throw new IOException("not readable as properties", e);
        }
        Path folder = input.path().toAbsolutePath().getParent();
        SamlReport report = new SamlCheck(
                        new SamlSettings(settings, folder == null ? Path.of("") : folder), Clock.systemUTC())
                .run();
        if (out != null && report.metadata().isPresent()) {
            try {
                Files.writeString(out, report.metadata().get());
            } catch (IOException e) {
                throw cannotWrite(out, e);
            }
        }
        if (json()) {
            result(map(input, report));
        } else {
            print(input, report);
        }
        return report.usable() ? Ozgkit.OK : Ozgkit.FINDINGS;
    }

    private void print(Input input, SamlReport report) {
        long errors = report.findings().stream()
                .filter(f -> f.severity() == Finding.Severity.ERROR)
                .count();
        line(input.name() + ": " + (report.usable() ? say("brauchbar", "usable") : say("unbrauchbar", "not usable"))
                + ", " + errors + say(" Fehler, ", " errors, ")
                + (report.findings().size() - errors)
                + say(" weitere Befunde", " other findings"));
        report.findings().forEach(finding -> line("  " + text(finding)));
        title(say("Fingerabdrücke (SHA-256)", "Fingerprints (SHA-256)"), report.fingerprints());
        List<String> steps = report.steps(locale());
        title(say("Zu tun", "To do"), steps.stream().map(step -> "[ ] " + step).toList());
        report.metadata().ifPresent(metadata -> {
            line("");
            line(say("Unsere Metadaten für den Betreiber", "Our metadata for the operator")
                    + (out == null ? ":\n" + metadata.strip() : ": " + out));
        });
    }

    private void title(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            line("");
            line(title + ":");
            lines.forEach(text -> line("  " + text));
        }
    }

    private Map<String, Object> map(Input input, SamlReport report) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", input.name());
        map.put("usable", report.usable());
        map.put("findings", report.findings().stream().map(this::map).toList());
        map.put("fingerprints", report.fingerprints());
        map.put("steps", report.steps(locale()));
        report.metadata().ifPresent(metadata -> map.put("metadata", metadata));
        return map;
    }
}
