// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Finding.Severity;
import de.ozgkit.xoevfim.internal.schema.Schemas;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/**
 * Says in our words what the schema validator found. Its own words quote the document; of them we take only the key of the rule, and
 * names that come from the schema.
 */
final class StructureErrors implements ErrorHandler {

    private static final Pattern KEY = Pattern.compile("([a-z]+-[A-Za-z0-9.-]+):.*", Pattern.DOTALL);
    private static final Pattern EXPECTED = Pattern.compile(".*'\\{([^{}]*)}'", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("(?:\"[^\"]*\":)?([A-Za-z_][A-Za-z0-9._-]*)");
    private static final Pattern MISSING_ATTRIBUTE = Pattern.compile("'([A-Za-z][A-Za-z0-9]*)'");
    private static final int MAX_NAMES = 8;
    private static final String UNEXPECTED = "xml.element_unexpected";

    private final boolean usersSchema;
    private @Nullable Scan scan;
    private String last = "";
    private final Set<Integer> unexpectedAt = new HashSet<>();
    private int count;

    /** @param usersSchema whether the schema is an official one, and so knows everything */
    StructureErrors(boolean usersSchema) {
        this.usersSchema = usersSchema;
    }

    void at(Scan current) {
        this.scan = current;
    }

    /** How many there were. */
    int count() {
        return count;
    }

    /**
     * Whether a finding of the reader says again what was an error here: a value of the wrong form, or a repeated element that may not
     * stand where it does.
     */
    boolean hasTold(Finding reading) {
        return reading.rule().equals("xml.value")
                || reading.rule().equals("xml.repeated")
                        && reading.line().isPresent()
                        && unexpectedAt.contains(reading.line().getAsInt());
    }

    @Override
    public void warning(SAXParseException e) {
        // Hints about the schema, not about the document.
    }

    @Override
    public void error(SAXParseException e) {
        if (scan == null) {
            return;
        }
        String message = String.valueOf(e.getMessage());
        Matcher key = KEY.matcher(message);
        Problem problem = problem(key.matches() ? key.group(1) : "", message, scan);
        // One wrong value is reported twice: for its simple type, and for its element.
        String same = problem.rule() + scan.path() + scan.line();
        if (!same.equals(last)) {
            count++;
            scan.report(problem.severity(), problem.rule(), problem.german(), problem.english());
            if (problem.rule().equals(UNEXPECTED) && count <= FindingLog.MAX) {
                unexpectedAt.add(scan.line());
            }
        }
        last = same;
    }

    @Override
    public void fatalError(SAXParseException e) {
        error(e);
    }

    private record Problem(Severity severity, String rule, String german, String english) {}

    private Problem problem(String key, String message, Scan at) {
        if (key.startsWith("cvc-complex-type.2.4")) {
            return key.endsWith(".b") || key.endsWith(".i") || key.endsWith(".j")
                    ? missing(at, expected(message))
                    : unexpected(at, expected(message));
        }
        return switch (key) {
            case "cvc-elt.1", "cvc-elt.1.a" -> new Problem(
                    Severity.ERROR,
                    "xml.root",
                    "Das äußerste Element ist keine Nachricht dieses Standards.",
                    "The root element is no message of this standard.");
            case "cvc-complex-type.2.2", "cvc-type.3.1.2" -> unexpected(at, List.of());
            case "cvc-complex-type.2.1", "cvc-complex-type.2.3" -> new Problem(
                    Severity.ERROR,
                    "xml.text_unexpected",
                    "Hier steht Text, wo nur Elemente oder gar nichts erlaubt sind.",
                    "There is text where only elements, or nothing at all, are allowed.");
            case "cvc-complex-type.3.2.2", "cvc-complex-type.3.2.1", "cvc-type.3.1.1" -> new Problem(
                    unsure(at) ? Severity.WARNING : Severity.ERROR,
                    "xml.attribute_unexpected",
                    "Das Element hat ein Attribut, das der Standard hier nicht kennt.",
                    "The element has an attribute that the standard does not know here.");
            case "cvc-complex-type.4" -> missingAttribute(message);
            case "cvc-elt.4.1", "cvc-elt.4.2", "cvc-elt.4.3", "cvc-type.2" -> new Problem(
                    key.equals("cvc-elt.4.2") && unsure(at) ? Severity.WARNING : Severity.ERROR,
                    "xml.type",
                    "Die Angabe xsi:type fehlt oder nennt keinen Typ, der hier stehen darf.",
                    "The xsi:type is missing, or names no type that may stand here.");
            default -> value(key, at);
        };
    }

    private static Problem value(String key, Scan at) {
        if (key.startsWith("cvc-id")) {
            return new Problem(
                    Severity.ERROR,
                    "xml.id",
                    "Eine Kennung kommt mehrfach vor, oder ein Verweis führt ins Leere.",
                    "An id occurs more than once, or a reference leads nowhere.");
        }
        if (!key.startsWith("cvc-")) {
            return new Problem(
                    Severity.ERROR,
                    "xml.structure",
                    "Das Dokument entspricht nicht dem Schema.",
                    "The document does not conform to the schema.");
        }
        return at.isStarting()
                ? new Problem(
                        Severity.ERROR,
                        "xml.attribute_value",
                        "Ein Attribut hat einen Wert, den der Standard nicht erlaubt.",
                        "An attribute has a value that the standard does not allow.")
                : new Problem(
                        Severity.ERROR,
                        "xml.value",
                        "Der Inhalt hat nicht die Form, die der Standard verlangt.",
                        "The content has not the form that the standard asks for.");
    }

    private static Problem missing(Scan at, List<String> expected) {
        return new Problem(
                Severity.ERROR,
                "xml.element_missing",
                "Es fehlt ein Element" + list(expected, "; erwartet: ", " oder ") + ".",
                "An element is missing" + list(expected, "; expected: ", " or ") + ".");
    }

    private Problem unexpected(Scan at, List<String> expected) {
        if (unsure(at) && !Schemas.isKnown(at.name())) {
            return new Problem(
                    Severity.WARNING,
                    "xml.element_unknown",
                    "Dieses Element ist hier nicht bekannt. Ob der Standard es erlaubt, sagt nur das amtliche Schema.",
                    "This element is not known here. Only the official schema tells whether the standard allows it.");
        }
        return new Problem(
                Severity.ERROR,
                UNEXPECTED,
                "Dieses Element darf hier nicht stehen" + list(expected, "; erwartet: ", " oder ") + ".",
                "This element may not stand here" + list(expected, "; expected: ", " or ") + ".");
    }

    private static Problem missingAttribute(String message) {
        Matcher name = MISSING_ATTRIBUTE.matcher(message);
        String which = name.find() ? " " + name.group(1) : "";
        return new Problem(
                Severity.ERROR,
                "xml.attribute_missing",
                "Es fehlt das Attribut" + which + ".",
                "The attribute" + which + " is missing.");
    }

    /** Whether our schema may just not know what is there. */
    private boolean unsure(Scan at) {
        return !usersSchema && !at.standard().isFullyKnown();
    }

    private static List<String> expected(String message) {
        Matcher last = EXPECTED.matcher(message);
        return last.find()
                ? NAME.matcher(last.group(1))
                        .results()
                        .map(r -> r.group(1))
                        .distinct()
                        .limit(MAX_NAMES)
                        .toList()
                : List.of();
    }

    private static String list(List<String> names, String before, String between) {
        return names.isEmpty() ? "" : before + String.join(between, names);
    }
}
