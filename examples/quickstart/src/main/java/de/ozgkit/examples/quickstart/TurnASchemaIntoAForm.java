// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import de.ozgkit.xoevfim.ValidationReport;
import de.ozgkit.xoevfim.client.FimPortal;
import de.ozgkit.xoevfim.client.XRepository;
import de.ozgkit.xoevfim.form.Answers;
import de.ozgkit.xoevfim.form.FieldPath;
import de.ozgkit.xoevfim.form.FormModel;
import de.ozgkit.xoevfim.xdatenfelder.Conversion;
import de.ozgkit.xoevfim.xdatenfelder.Converted;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    // tag::exchange
    /** What the office gets: the answers, and with each form of them the schema to check it. */
    static void write(FormModel form, Answers answers, Path folder) throws IOException {
        Files.writeString(folder.resolve("hund.schema.json"), form.jsonSchema());
        Files.writeString(folder.resolve("hund.json"), form.toJson(answers));
        Files.writeString(folder.resolve("hund.xsd"), form.xsd());
        Files.writeString(folder.resolve("hund.xml"), form.toXml(answers));
    }

    /** And back; fromJson gives the same. What others sent is validated before it is believed. */
    static Answers read(FormModel form, Path xml) throws IOException {
        Answers answers = form.fromXml(Files.newInputStream(xml));
        if (!form.validate(answers).acceptable()) {
            throw new IllegalArgumentException("these answers are not acceptable");
        }
        return answers;
    }
    // end::exchange

    // tag::rules
    /** What this application has to see to, because nothing here checks it. */
    static List<String> unchecked(FormModel form) {
        return form.rules().stream()
                .filter(rule -> !rule.applied())
                .map(rule -> rule.id() + ": " + rule.text())
                .toList();
    }

    /** How a page marks a question, given the answers so far. */
    static String mark(FormModel form, Answers answers, String path) {
        return switch (form.need(answers, FieldPath.of(path))) {
            case REQUIRED -> "Pflichtfeld";
            case OPTIONAL -> "freiwillig";
            case NOT_WANTED -> "nicht fragen";
        };
    }
    // end::rules

    // tag::convert
    /** Writes a schema of either version as the other one and tells what gets lost. */
    static List<String> convert(Path from, Path to) {
        Converted<? extends XDatenfelderMessage> converted =
                XDatenfelder.read(from).fold(Conversion::toVersion3, Conversion::toVersion2);
        XDatenfelder.write(converted.message(), to); // with the code lists of version 2 beside it
        return converted.losses().stream()
                .map(loss -> loss.path() + ": " + loss.text(Locale.ENGLISH))
                .toList();
    }
    // end::convert

    // tag::fetch
    /** In production: FimPortal.PRODUCTION and XRepository.PRODUCTION. Keep one of each client. */
    static Optional<FormModel> fetch(URI portal, URI repository, Path cache, String schemaId) {
        XRepository lists = XRepository.at(repository).cache(cache).build();
        FimPortal fim = FimPortal.at(portal).build();
        return fim.xdf(schemaId, "latest").map(schema -> FormModel.of(schema, lists));
    }
    // end::fetch
}
