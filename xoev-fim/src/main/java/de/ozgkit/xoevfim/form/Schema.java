// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.form.FormField.Choice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What both versions of a schema have in common on the way to a form.
 *
 * @param <G> a group
 * @param <F> a field
 */
abstract class Schema<G, F> {

    static final Occurs ONCE = new Occurs(1, 1);

    /** No real form has a tenth of this. */
    private static final int MAX_DEPTH = 40;

    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,39}");

    final List<Finding> findings = new ArrayList<>();
    final List<Rules.Text> rules = new ArrayList<>();

    /** One place in a group: a field or a group. */
    record Place<G, F>(@Nullable String id, @Nullable String anzahl, @Nullable G group, @Nullable F field) {}

    abstract FormGroup group(G group, Occurs occurs, FieldPath at);

    abstract FormField field(F field, Occurs occurs, FieldPath at);

    final FormModel form(String id, String version, String title, Optional<String> help, List<FormElement> elements) {
        List<FormRule> understood = new Rules(elements, findings).all(rules);
        return new FormModel(id, version, title, help, elements, understood, findings);
    }

    final FormModel alone(FormElement element) {
        return form(element.id(), element.version(), element.label(), element.help(), List.of(element));
    }

    final List<FormElement> children(List<Place<G, F>> places, FieldPath at) {
        List<FormElement> children = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Place<G, F> place : places) {
            if (place.field() == null && place.group() == null) {
                continue;
            }
            String id = id(place.id());
            // Their answers could not be told apart.
            if (!ids.add(id)) {
                throw contradicts(id, "stands twice in the same place");
            }
            if (at.steps().size() >= MAX_DEPTH) {
                throw contradicts(id, "stands more than " + MAX_DEPTH + " groups deep");
            }
            Occurs occurs = occurs(id, place.anzahl());
            if (place.field() != null) {
                children.add(field(place.field(), occurs, at.child(id)));
            } else if (place.group() != null) {
                children.add(group(place.group(), occurs, at.child(id)));
            }
        }
        return children;
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
    }

    static String first(@Nullable String preferred, @Nullable String other) {
        return given(preferred).orElse(orEmpty(other));
    }

    static RejectedException contradicts(String id, String what) {
        return new RejectedException("form.schema", "the schema cannot become a form: " + shown(id) + " " + what);
    }

    private static String shown(String id) {
        return FieldPath.isId(id) ? id : "an element";
    }

    /** The id, if it is one that can stand in a path. */
    static String id(@Nullable String id) {
        String text = orEmpty(id);
        if (!FieldPath.isId(text)) {
            throw contradicts(text, "has an id that is not a letter followed by digits");
        }
        return text;
    }

    /** The version, if it can be part of the name of an element; otherwise none. */
    final String version(String id, @Nullable String version) {
        String text = orEmpty(version);
        if (text.isEmpty() || VERSION.matcher(text).matches()) {
            return text;
        }
        warn(
                "form.version",
                id,
                "Die Version hat nicht die übliche Form und bleibt unbeachtet.",
                "The version has not the usual form and is ignored.");
        return "";
    }

    private static Occurs occurs(String id, @Nullable String anzahl) {
        return Occurs.parse(orEmpty(anzahl))
                .orElseThrow(() -> contradicts(id, "has an 'anzahl' that is no possible number of repeats"));
    }

    /** What can be chosen: every code once. */
    final List<Choice> choices(String id, List<Choice> listed) {
        Set<String> codes = new HashSet<>();
        List<Choice> choices = listed.stream()
                .filter(c -> !c.code().isBlank() && codes.add(c.code()))
                .toList();
        if (choices.isEmpty()) {
            warn(
                    "form.codelist",
                    id,
                    "Die Codeliste ist nicht bekannt; die Auswahl hat keine Werte.",
                    "The code list is not known; there is nothing to choose from.");
        } else if (choices.size() < listed.size()) {
            warn(
                    "form.codes",
                    id,
                    "Ein Code der Auswahl ist leer oder steht doppelt; der erste gilt.",
                    "A code to choose is empty or stands twice; the first one counts.");
        }
        return choices;
    }

    /** Says so if the field could not begin with its own default value. */
    final FormField checked(FormField field) {
        boolean bad = field.answerable()
                && field.content()
                        .filter(c -> Validator.problem(field, c)
                                .filter(p -> p.severity() == Finding.Severity.ERROR)
                                .isPresent())
                        .isPresent();
        if (bad) {
            warn(
                    "form.content",
                    field.id(),
                    "Der vorgegebene Inhalt ist selbst keine mögliche Angabe.",
                    "The default value is no acceptable answer itself.");
        }
        return field;
    }

    final void warn(String rule, String id, String text, String english) {
        findings.add(Finding.warning(rule, id, text, english));
    }
}
