// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.apply;

import de.ozgkit.xoevfim.form.FieldPath;
import de.ozgkit.xoevfim.form.FormField;
import java.util.List;
import java.util.Optional;

/**
 * One page of questions.
 *
 * @param path its place in the form, and in its address
 * @param title what it asks for: the h1
 * @param help what helps to answer
 * @param questions in order
 * @param more the group that can be opened once more after this page, if it can
 */
public record Step(FieldPath path, String title, Optional<String> help, List<Question> questions, Optional<More> more) {

    public Step {
        questions = List.copyOf(questions);
    }

    /** A field at its place. */
    public record Question(FieldPath path, FormField field) {}

    /**
     * Another repeat of a group.
     *
     * @param first path of the first repeat
     * @param next number of the next repeat
     * @param page path of the page that asks for it
     */
    public record More(FieldPath first, int next, FieldPath page) {}
}
