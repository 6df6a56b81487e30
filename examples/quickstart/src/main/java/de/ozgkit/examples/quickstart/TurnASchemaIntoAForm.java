// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import de.ozgkit.xoevfim.ValidationReport;
import de.ozgkit.xoevfim.form.Answers;
import de.ozgkit.xoevfim.form.FormModel;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Guide, "Turn a FIM schema into a form". */
final class TurnASchemaIntoAForm {

    private TurnASchemaIntoAForm() {}

    // tag::form
    static FormModel form(Path schema) {
        return FormModel.of(XDatenfelder.read(schema)); // XDatenfelder 2.0 or 3.0.0
    }

    /** The names of the HTML fields are paths, such as G05000000003.F05000000009. */
    static String submitted(FormModel form, Map<String, List<String>> parameters) {
        Answers answers = form.normalise(Answers.ofForm(parameters)); // "27.3.2024" becomes 2024-03-27
        ValidationReport report = form.validate(answers);
        if (report.acceptable()) {
            return form.toJson(answers);
        }
        return report.errors().stream()
                .map(error -> error.path() + ": " + error.text())
                .collect(Collectors.joining("\n"));
    }
    // end::form
}
