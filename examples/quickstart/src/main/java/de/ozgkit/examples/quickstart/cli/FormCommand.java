// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart.cli;

import de.ozgkit.xoevfim.form.FormElement;
import de.ozgkit.xoevfim.form.FormField;
import de.ozgkit.xoevfim.form.FormGroup;
import de.ozgkit.xoevfim.form.FormModel;
import de.ozgkit.xoevfim.form.Occurs;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ozgkit form}: what a schema asks for. */
@Command(name = "form", description = "Shows the form of an XDatenfelder schema as a tree.")
final class FormCommand extends FilesCommand {

    @ArgGroup
    private final Kind kind = new Kind();

    /** At most one other way to show it. */
    static final class Kind {
        @Option(names = "--json-schema", description = "print a JSON Schema 2020-12 instead")
        private boolean jsonSchema;

        @Option(names = "--xsd", description = "print an XML schema instead")
        private boolean xsd;
    }

    @Override
    int handle(Input input) {
        FormModel form = FormModel.of(XDatenfelder.read(input.path()));
        if (kind.jsonSchema) {
            line(form.jsonSchema());
        } else if (kind.xsd) {
            line(form.xsd());
        } else if (json()) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("file", input.name());
            result.put("id", form.id());
            result.put("version", form.version());
            result.put("title", form.title());
            result.put("elements", form.elements().stream().map(this::map).toList());
            result.put("findings", form.findings().stream().map(this::map).toList());
            result(result);
        } else {
            line((form.id() + " " + form.version()).strip() + "  " + form.title());
            tree(form.elements(), "");
            form.findings().forEach(finding -> streams().err().println(text(finding)));
        }
        return Ozgkit.OK;
    }

    private void tree(List<FormElement> elements, String indent) {
        for (int i = 0; i < elements.size(); i++) {
            boolean last = i == elements.size() - 1;
            FormElement element = elements.get(i);
            line(indent + (last ? "└─ " : "├─ ") + element.id() + "  " + element.label() + "  [" + describe(element)
                    + "]");
            if (element instanceof FormGroup group) {
                tree(group.children(), indent + (last ? "   " : "│  "));
            }
        }
    }

    private String describe(FormElement element) {
        String what = element.fold(
                group -> group.choice() ? say("Auswahlgruppe", "choice group") : say("Gruppe", "group"),
                field -> field.kind().name().toLowerCase(Locale.ROOT)
                        + (field.kind() == FormField.Kind.SELECT
                                ? ", " + field.choices().size() + say(" Werte", " choices")
                                : ""));
        Occurs occurs = element.occurs();
        String required = occurs.min() > 0 ? say(", Pflicht", ", required") : "";
        return what + required + (occurs.repeats() ? ", " + text(occurs) : "");
    }

    /** As XDatenfelder writes it. */
    private static String text(Occurs occurs) {
        return occurs.min() + ":" + (occurs.max() == Occurs.UNBOUNDED ? "*" : occurs.max());
    }

    private Map<String, Object> map(FormElement element) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", element.id());
        map.put("version", element.version());
        map.put("label", element.label());
        map.put("occurs", text(element.occurs()));
        if (element instanceof FormGroup group) {
            map.put("choice", group.choice());
            map.put("children", group.children().stream().map(this::map).toList());
        } else if (element instanceof FormField field) {
            map.put("kind", field.kind().name());
            map.put("choices", field.choices().size());
        }
        return map;
    }
}
