// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.ValidationReport;
import de.ozgkit.xoevfim.genericode.CodeLists;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A form, told by a schema of XDatenfelder in either version: what to ask in which order, and what is acceptable. Immutable.
 *
 * @param id the FIM id of the schema, such as S00000094
 * @param version its version, may be empty
 * @param title what to write above the form
 * @param help an introduction
 * @param elements groups and fields in order
 * @param rules what the schema says in words about its elements, whether understood or not
 * @param findings what of the schema could not be taken over; worth a look before going live
 * @since 0.1
 */
public record FormModel(
        String id,
        String version,
        String title,
        Optional<String> help,
        List<FormElement> elements,
        List<FormRule> rules,
        List<Finding> findings) {

    /** Whether an answer is asked for. */
    public enum Need {
        /** Without it the answers are not acceptable. */
        REQUIRED,
        /** It may be given or not. */
        OPTIONAL,
        /** By a rule it must not be given: a page would leave the question out. */
        NOT_WANTED
    }

    public FormModel {
        elements = List.copyOf(elements);
        rules = List.copyOf(rules);
        findings = List.copyOf(findings);
    }

    /**
     * The form of a schema, a group or a field.
     *
     * @throws de.ozgkit.core.RejectedException {@code form.schema} if the schema contradicts itself, such as an impossible number of
     *     repeats, or if the message has no fields
     */
    public static FormModel of(XDatenfelderMessage schema) {
        return of(schema, CodeLists.none());
    }

    /** As {@link #of(XDatenfelderMessage)}, with code lists that are not part of the schema. */
    public static FormModel of(XDatenfelderMessage schema, CodeLists codeLists) {
        return schema.fold(v2 -> new Schema2(v2, codeLists).form(), v3 -> new Schema3(v3, codeLists).form());
    }

    /**
     * Answers in canonical form: German dates, times and numbers understood, spaces dropped where the form of a value asks for it. What
     * cannot be understood stays as it is, to be shown again.
     */
    public Answers normalise(Answers answers) {
        return answers.map((path, typed) -> find(path)
                .map(e -> e instanceof FormField field ? Value.of(field, typed).canonical() : null)
                .orElse(typed));
    }

    /** Checks all answers. They need not be normalised. */
    public ValidationReport validate(Answers answers) {
        return report(answers, finding -> true);
    }

    /** Checks one page: the findings at this place and within. Pages that were not shown yet stay silent. */
    public ValidationReport validate(Answers answers, FieldPath page) {
        return report(answers, finding -> FieldPath.of(finding.path()).within(page));
    }

    /** As {@link #validate(Answers, FieldPath)}, wherever the element stands in the form and in every repeat. */
    public ValidationReport validate(Answers answers, FormElement page) {
        return report(answers, finding -> {
            FieldPath path = FieldPath.of(finding.path());
            for (int i = 1; i <= path.steps().size(); i++) {
                if (find(new FieldPath(path.steps().subList(0, i)))
                        .filter(page::equals)
                        .isPresent()) {
                    return true;
                }
            }
            return false;
        });
    }

    private ValidationReport report(Answers answers, Predicate<Finding> filter) {
        List<Finding> found = new Validator(this, answers).findings();
        return ValidationReport.of(true, found.stream().filter(filter).toList(), answers.sha256());
    }

    /**
     * Whether an answer is asked for at this place, given the other answers: by the schema, or by a rule that holds now. In a group that
     * is optional and not begun, nothing is required.
     */
    public Need need(Answers answers, FieldPath path) {
        return new Validator(this, answers).need(path);
    }

    /** The element at a place; which repeat does not matter. */
    public Optional<FormElement> find(FieldPath path) {
        List<FormElement> level = elements;
        Optional<FormElement> found = Optional.empty();
        for (FieldPath.Step step : path.steps()) {
            found = level.stream().filter(e -> e.id().equals(step.id())).findFirst();
            level = found.map(e -> e instanceof FormGroup group ? group.children() : List.<FormElement>of())
                    .orElse(List.of());
        }
        return found;
    }

    /**
     * Acceptable answers as JSON. Properties are named id, "V" and version; what may repeat is an array, without holes; required groups
     * are there even when empty. A day with time gets the offset of German time, because RFC 3339 demands one.
     *
     * @throws IllegalArgumentException if an answer has not the form of its kind: validate before
     */
    public String toJson(Answers answers) {
        return FormJson.write(this, answers);
    }

    /**
     * Answers from JSON, as {@link #toJson} writes it. Whether they are acceptable tells {@link #validate(Answers)}.
     *
     * @throws de.ozgkit.core.RejectedException {@code form.json} if it is no JSON or does not belong to this form
     */
    public Answers fromJson(String json) {
        return FormJson.read(this, json);
    }

    /**
     * Acceptable answers as an XML document of the schema that {@link #xsd} writes. What may repeat stands without holes.
     *
     * @throws IllegalArgumentException if an answer has not the form of its kind: validate before
     */
    public String toXml(Answers answers) {
        return FormXml.write(this, answers);
    }

    /**
     * Answers from XML, as {@link #toXml} writes it; the order of elements does not matter. Closes the stream. Whether they are
     * acceptable tells {@link #validate(Answers)}.
     *
     * @throws de.ozgkit.core.RejectedException {@code form.xml} if it does not belong to this form, {@code xml...} if it is broken or
     *     hostile
     */
    public Answers fromXml(InputStream in) {
        return FormXml.read(this, in);
    }

    /**
     * This form as JSON Schema 2020-12, for who receives {@link #toJson}: valid answers are valid under it, and invalid ones are not.
     * It cannot tell: a pattern that is not checked here either, because it could take for ever; whether a text has control characters
     * or more than 100 000 characters, a currency more than two decimals, or a file the right size. Rules that are not checked stand in
     * {@code $comment}. The same form gives the same text.
     *
     * <p>Source: JSON Schema 2020-12; the FIM conversion of XDatenfelder 3 to JSON Schema, without its known faults.
     */
    public String jsonSchema() {
        return JsonSchema.of(this);
    }

    /**
     * This form as XML Schema 1.0, for who receives {@link #toXml}. XML Schema cannot check rules between elements; their words stand in
     * the documentation. Patterns that its dialect cannot say are left out, and more than 1000 repeats count as any number.
     *
     * <p>Source: the FIM conversion "XFall" of XDatenfelder 3, with versions in the names.
     */
    public String xsd() {
        return Xsd.of(this);
    }
}
