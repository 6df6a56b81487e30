// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart.cli;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.ValidationReport;
import de.ozgkit.xoevfim.validation.Validation;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ozgkit validate}: structure, FIM quality rules and characters. */
@Command(name = "validate", description = "Validates files; which standard it is tells the file itself.")
final class ValidateCommand extends FilesCommand {

    @Option(names = "--schemas", paramLabel = "ZIP", description = "official schemas, a ZIP of XRepository or a folder")
    private @Nullable Path schemas;

    private @Nullable Validation validation;

    @Override
    boolean takesFolders() {
        return true;
    }

    @Override
    int handle(Input input) {
        if (validation == null) {
            validation = schemas == null ? Validation.standard() : Validation.withSchemas(schemas);
        }
        ValidationReport report = validation.validate(input.path());
        if (json()) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("file", input.name());
            result.put("verdict", report.verdict().name());
            result.put("ran", report.ran());
            result.put("sha256", report.inputSha256());
            result.put("findings", report.findings().stream().map(this::map).toList());
            result(result);
        } else {
            line(input.name() + ": " + verdict(report.verdict()) + count(report));
            report.findings().forEach(finding -> line("  " + text(finding)));
        }
        return report.acceptable() ? Ozgkit.OK : Ozgkit.FINDINGS;
    }

    private String verdict(ValidationReport.Verdict verdict) {
        return switch (verdict) {
            case ACCEPTABLE -> say("annehmbar", "acceptable");
            case REJECTED -> say("abgelehnt", "rejected");
            case UNDECIDED -> say("nicht zu Ende geprüft", "not validated to its end");
        };
    }

    private String count(ValidationReport report) {
        long errors = report.findings().stream()
                .filter(f -> f.severity() == Finding.Severity.ERROR)
                .count();
        long others = report.findings().size() - errors;
        return ", " + errors + say(" Fehler, ", " errors, ") + others + say(" weitere Befunde", " other findings");
    }
}
