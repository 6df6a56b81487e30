// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the components in {@code src/main/jte/c} are given. Texts are plain; the templates escape them. */
public final class Ui {

    private Ui() {}

    /** A large link; icon (a name in {@code c/icon.jte}) and place (a slug, for the colour) are empty for none. */
    public record Tile(String text, String more, String href, String icon, String place) {}

    /**
     * One question.
     *
     * @param id of the element; the error summary links to it
     * @param label without colon
     * @param hint one short sentence; empty for none
     * @param value what was typed before
     * @param optional marked, since most questions must be answered
     * @param asTitle whether the label is the h1 of the page
     */
    public record Field(
            String id,
            String name,
            String label,
            String hint,
            String value,
            Optional<String> error,
            boolean optional,
            boolean asTitle) {

        public static Field of(String name, String label) {
            return new Field(name, name, label, "", "", Optional.empty(), false, false);
        }

        public Field withHint(String text) {
            return new Field(id, name, label, text, value, error, optional, asTitle);
        }

        public Field withValue(String text) {
            return new Field(id, name, label, hint, text, error, optional, asTitle);
        }

        public Field withError(Optional<String> text) {
            return new Field(id, name, label, hint, value, text, optional, asTitle);
        }

        public Field asOptional() {
            return new Field(id, name, label, hint, value, error, true, asTitle);
        }

        public Field titled() {
            return new Field(id, name, label, hint, value, error, optional, true);
        }

        /** For {@code aria-describedby}: the hint, then the error; null when there is neither. */
        public @Nullable String describedBy() {
            String ids = (hint.isEmpty() ? "" : id + "-hint ") + (error.isEmpty() ? "" : id + "-error");
            return ids.isEmpty() ? null : ids.trim();
        }
    }

    /** One of several answers; the hint is empty for none. */
    public record Option(String value, String text, String hint) {
        public static Option of(String value, String text) {
            return new Option(value, text, "");
        }
    }

    /** What is wrong, with the id of the element where it can be mended. */
    public record Problem(String id, String text) {}

    /** One line of "check your answers"; the address to change it is empty if that is not possible. */
    public record Answer(String label, String value, String change) {}

    /** One step of a long application; the address is empty while it is not possible yet. */
    public record Task(String text, String href, TaskState state) {}

    /** How far a step is. */
    public enum TaskState {
        DONE("Erledigt"),
        OPEN("Noch offen"),
        LATER("Noch nicht möglich");

        private final String label;

        TaskState(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** One event of a case; when is a date in words. */
    public record Step(String title, String text, String when, boolean done, boolean current) {}

    /** One message between citizen and office; mine if the reader wrote it. */
    public record Message(String author, String role, String when, String text, List<FileLine> files, boolean mine) {}

    /** One file with kind and size in words; remove is where a post removes it, empty if it stays. */
    public record FileLine(String name, String about, String href, String remove) {}

    /** A table; each row is as long as the head. */
    public record Table(String caption, List<String> head, List<List<String>> rows) {}
}
