// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.benchmarks.fuzz;

import de.ozgkit.core.OzgException;
import de.ozgkit.xoevfim.form.Answers;
import de.ozgkit.xoevfim.form.FieldPath;
import de.ozgkit.xoevfim.form.FormElement;
import de.ozgkit.xoevfim.form.FormGroup;
import de.ozgkit.xoevfim.form.FormModel;
import de.ozgkit.xoevfim.genericode.Genericode;
import de.ozgkit.xoevfim.validation.Validation;
import de.ozgkit.xoevfim.xdatenfelder.Conversion;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage;
import de.ozgkit.xoevfim.xprozess.XProzess;
import de.ozgkit.xoevfim.xprozess.XProzessMessage;
import de.ozgkit.xoevfim.xzufi.Nachrichtenkopf;
import de.ozgkit.xoevfim.xzufi.Transfer;
import de.ozgkit.xoevfim.xzufi.XZuFi;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What can be fuzzed, each with inputs to begin with. A find is any exception that is not documented. */
enum Target {
    /** Transfers: read, and written again. */
    XZUFI(in -> transfer(new ByteArrayInputStream(in)), Seeds.TRANSFERS),
    /** Schemas: read, written, made to a form and asked. */
    XDATENFELDER(in -> schema(new ByteArrayInputStream(in)), Seeds.SCHEMAS),
    /** Code lists. */
    GENERICODE(in -> Genericode.read(new ByteArrayInputStream(in)).entries(), Seeds.LISTS),
    /** Process messages: read, and written again. */
    XPROZESS(in -> process(new ByteArrayInputStream(in)), Seeds.PROCESSES),
    /** Any of these, validated. */
    VALIDATION(in -> Validation.standard().validate(new ByteArrayInputStream(in)), Seeds.ALL),
    /** Answers as JSON. */
    JSON(in -> answersAsJson(text(in)), Seeds.ANSWERS),
    /** Dates, times and numbers as people type them. */
    VALUES(in -> typed(text(in)), Seeds.VALUES),
    /** Regular expressions of a schema: the pattern, a line break, the text. */
    PATTERNS(in -> pattern(text(in)), Seeds.PATTERNS),
    /** Places in a form, and the sentences of rules are read with the schemas. */
    PATHS(in -> path(text(in)), Seeds.PATHS),
    /** Responses of an account that is not the one that was asked: nobody has its key. */
    SAML(SamlTargets::response, SamlTargets::responses),
    /** Assertions that the account signed and encrypted, whatever is in them. */
    ASSERTION(SamlTargets::assertion, SamlTargets::assertions),
    /** Metadata of an account. */
    METADATA(SamlTargets::metadata, SamlTargets::metadata);

    private final Consumer<byte[]> reader;
    private final Supplier<List<String>> seeds;

    Target(Consumer<byte[]> reader, List<String> seeds) {
        this(reader, () -> seeds);
    }

    Target(Consumer<byte[]> reader, Supplier<List<String>> seeds) {
        this.reader = reader;
        this.seeds = seeds;
    }

    List<String> seeds() {
        return seeds.get();
    }

    /** Reads one input; whatever it throws is a find. */
    void read(byte[] input) {
        try {
            reader.accept(input);
        } catch (OzgException expected) {
            // the documented way in which input is refused
        }
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    private static void transfer(InputStream in) {
        try (Stream<Transfer> changes = XZuFi.stream(in)) {
            List<Transfer> all = changes.toList();
            try {
                XZuFi.write(OutputStream.nullOutputStream(), "r", new Nachrichtenkopf(), all.stream());
            } catch (IllegalArgumentException documented) {
                // a text that cannot stand in XML
            }
        }
    }

    private static void schema(InputStream in) {
        XDatenfelderMessage message = XDatenfelder.read(in);
        try {
            XDatenfelder.write(message, OutputStream.nullOutputStream());
        } catch (IllegalArgumentException documented) {
            // a text that cannot stand in XML
        }
        message.fold(Conversion::toVersion3, Conversion::toVersion2);
        FormModel form = FormModel.of(message);
        form.jsonSchema();
        form.xsd();
        Answers answers = answers(form.elements(), FieldPath.ROOT, Answers.none(), "1");
        form.validate(form.normalise(answers));
    }

    private static void process(InputStream in) {
        XProzessMessage message = XProzess.read(in);
        try {
            XProzess.write(message.message(), OutputStream.nullOutputStream());
        } catch (IllegalArgumentException documented) {
            // a text that cannot stand in XML
        }
    }

    private static void answersAsJson(String json) {
        FormModel form = Seeds.form();
        Answers answers = form.fromJson(json);
        if (form.validate(answers).acceptable()) {
            form.toJson(answers);
        }
    }

    private static void typed(String text) {
        FormModel form = Seeds.form();
        Answers answers = answers(form.elements(), FieldPath.ROOT, Answers.none(), text);
        Answers normal = form.normalise(answers);
        form.validate(answers);
        if (!form.normalise(normal).equals(normal)) {
            throw new IllegalStateException("what is normal changes again");
        }
    }

    private static Answers answers(List<FormElement> elements, FieldPath base, Answers answers, String text) {
        Answers all = answers;
        for (FormElement element : elements) {
            FieldPath path = base.child(element.id());
            all = element instanceof FormGroup group
                    ? answers(group.children(), path, all, text)
                    : all.with(path, text);
        }
        return all;
    }

    private static void pattern(String text) {
        String[] parts = text.split("\n", 2);
        FormModel form = Seeds.formWithPattern(parts[0]);
        form.validate(Answers.none().with("F60000000011", parts.length > 1 ? parts[1] : ""));
    }

    private static void path(String text) {
        try {
            FieldPath path = FieldPath.of(text);
            if (!FieldPath.of(path.toString()).equals(path)) {
                throw new IllegalStateException("a path that is written is another one");
            }
            Answers.none().with(path, "x").without(path);
        } catch (IllegalArgumentException documented) {
            // no path
        }
    }
}
