// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.ValidationReport;
import de.ozgkit.xoevfim.client.XRepository;
import de.ozgkit.xoevfim.validation.Din91379;
import de.ozgkit.xoevfim.validation.FimQuality;
import de.ozgkit.xoevfim.validation.Validation;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Guide, "Validate files". */
final class ValidateFiles {

    private ValidateFiles() {}

    // tag::validate
    static String validate(Path file) {
        ValidationReport report = Validation.standard().validate(file);
        return switch (report.verdict()) {
            case ACCEPTABLE -> "acceptable, SHA-256 " + report.inputSha256();
            case REJECTED -> describe(report.errors().get(0));
            case UNDECIDED -> "not validated to its end";
        };
    }

    private static String describe(Finding error) {
        String line = error.line().isPresent() ? "line " + error.line().getAsInt() + ": " : "";
        return line + error.rule() + ": " + error.text(Locale.ENGLISH);
    }
    // end::validate

    // tag::schemas
    /** The schemas as XRepository has them, fetched once; a ZIP that you have as a file does as well. */
    static Validation official(XRepository repository) {
        Path zip = repository.schemas("urn:xoev-de:fim:standard:xzufi_2.2.0").orElseThrow();
        return Validation.withSchemas(zip);
    }
    // end::schemas

    // tag::quality
    /** Before a schema is published: what the FIM method demands. */
    static List<Finding> quality(Path schema) {
        return FimQuality.check(XDatenfelder.read(schema));
    }

    /** Before a name goes into a register: what characters it must not have. */
    static List<Finding> name(String name) {
        return Din91379.findings(Din91379.Datatype.A, "name", name);
    }
    // end::quality
}
