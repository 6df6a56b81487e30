// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A field, or a note that stands like one.
 *
 * @param id the FIM id
 * @param version the version, may be empty
 * @param label the label to show
 * @param help the help to show
 * @param output how it is called in a document made from the answers
 * @param occurs how often it may stand here
 * @param kind what is asked for
 * @param limits what a value must keep to
 * @param choices what can be chosen, for {@link Kind#SELECT}; empty if the code list is not known, then every code is accepted
 * @param codeList the URN of the code list, if it has one
 * @param content the value to begin with; for {@link Kind#NOTE} the text to show
 * @param prefill whether it is to be filled from the account of the person
 * @param readOnly whether the person sees it but cannot change it
 * @param hidden whether the person does not see it: the portal fills it, and nobody is told that it is missing
 * @param files what a file must keep to, for {@link Kind#FILE}
 * @since 0.1
 */
public record FormField(
        String id,
        String version,
        String label,
        Optional<String> help,
        Output output,
        Occurs occurs,
        Kind kind,
        Limits limits,
        List<Choice> choices,
        Optional<String> codeList,
        Optional<String> content,
        Prefill prefill,
        boolean readOnly,
        boolean hidden,
        Files files)
        implements FormElement {

    /** What is asked for, with the canonical form of the answer. */
    public enum Kind {
        /** Any text, in Unicode form NFC. */
        TEXT,
        /** As {@link #TEXT}, in the characters of DIN 91379, data type C. */
        TEXT_LATIN,
        /** A day, {@code 2024-03-27}. */
        DATE,
        /** A time of day, {@code 09:30:00}. */
        TIME,
        /** A day and time, {@code 2024-03-27T09:30:00}. */
        DATETIME,
        /** {@code true} or {@code false}. */
        BOOL,
        /** A decimal number with a point, {@code 1234.5}. */
        NUMBER,
        /** A whole number, {@code -12}. */
        INTEGER,
        /** An amount with two decimals, {@code 1234.50}. */
        CURRENCY,
        /** A reference to a file that the portal keeps. */
        FILE,
        /** The code of a choice. */
        SELECT,
        /** No question but a text to show. */
        NOTE;

        /** Whether it is free text, which has a length and may have a pattern. */
        boolean isText() {
            return this == TEXT || this == TEXT_LATIN;
        }

        /** Whether it is a day, a time or both. */
        boolean isMoment() {
            return this == DATE || this == TIME || this == DATETIME;
        }

        /** Whether it is a number. */
        boolean isNumber() {
            return this == NUMBER || this == INTEGER || this == CURRENCY;
        }
    }

    /** Whether a field is to be filled from the account of the person. */
    public enum Prefill {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    /**
     * What a value must keep to. Lengths are Unicode characters.
     *
     * @param minLength the least number of characters
     * @param maxLength the greatest number of characters
     * @param minValue the least number, day or time, canonical; for a day with time it may be a day
     * @param maxValue the greatest number, day or time, canonical; a day counts to its end
     * @param pattern a regular expression for the whole value
     */
    public record Limits(
            OptionalInt minLength,
            OptionalInt maxLength,
            Optional<String> minValue,
            Optional<String> maxValue,
            Optional<String> pattern) {

        /** No limit. */
        public static final Limits NONE = new Limits(
                OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * One possible answer.
     *
     * @param code what is stored
     * @param label what is shown
     * @param help an explanation
     */
    public record Choice(String code, String label, Optional<String> help) {}

    /**
     * What a file must keep to.
     *
     * @param maxBytes its greatest size
     * @param mediaTypes its kinds; empty for any
     */
    public record Files(OptionalLong maxBytes, List<String> mediaTypes) {

        /** Any file. */
        public static final Files ANY = new Files(OptionalLong.empty(), List.of());

        public Files {
            mediaTypes = List.copyOf(mediaTypes);
        }
    }

    public FormField {
        choices = List.copyOf(choices);
    }

    FormField optional() {
        return new FormField(
                id,
                version,
                label,
                help,
                output,
                occurs.optional(),
                kind,
                limits,
                choices,
                codeList,
                content,
                prefill,
                readOnly,
                hidden,
                files);
    }

    /** Whether a person is asked for something here: neither a note nor hidden nor read-only. */
    public boolean asked() {
        return kind != Kind.NOTE && !hidden && !readOnly;
    }

    /** The label of a code; the code itself if it is unknown. */
    public String choiceLabel(String code) {
        return choices.stream()
                .filter(c -> c.code().equals(code))
                .map(Choice::label)
                .findFirst()
                .orElse(code);
    }

    @Override
    public <R> R fold(Function<? super FormGroup, ? extends R> group, Function<? super FormField, ? extends R> field) {
        return field.apply(this);
    }
}
