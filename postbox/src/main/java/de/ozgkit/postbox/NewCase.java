// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

import de.ozgkit.core.CaseId;
import de.ozgkit.postbox.internal.Json;
import de.ozgkit.postbox.internal.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An application that is about to be submitted. Make the {@link CaseId} when the form is opened and keep it in the draft: submitting
 * twice with it is submitting once.
 *
 * @since 0.1
 */
public final class NewCase {

    private static final Pattern PREFIX = Pattern.compile("[A-Z0-9]{1,8}");
    private static final int LONGEST = 200;
    private static final int LONGEST_TITLE = 500;

    private final CaseId id;
    private final Office office;
    private final String applicantKey;
    private final String referencePrefix;
    private final String serviceId;
    private final String serviceTitle;
    private final String answersJson;
    private final List<Answer> answers;
    private final List<Upload> attachments;
    private final @Nullable LocalDate expected;

    private NewCase(Builder builder) {
        this.id = builder.id;
        this.office = builder.office;
        this.applicantKey = builder.applicantKey;
        this.referencePrefix = builder.referencePrefix;
        this.serviceId = builder.serviceId;
        this.serviceTitle = builder.serviceTitle;
        this.answersJson = builder.answersJson;
        this.answers = List.copyOf(builder.answers);
        this.attachments = List.copyOf(builder.attachments);
        this.expected = builder.expected;
    }

    /**
     * Begins with what every application has.
     *
     * @param applicantKey whose it is: the key of the account, or for a guest a token that the portal gave out
     */
    public static Builder of(CaseId id, Office office, String applicantKey) {
        return new Builder(id, office, Texts.line("applicantKey", applicantKey, LONGEST));
    }

    public CaseId id() {
        return id;
    }

    public Office office() {
        return office;
    }

    public String applicantKey() {
        return applicantKey;
    }

    public String referencePrefix() {
        return referencePrefix;
    }

    public String serviceId() {
        return serviceId;
    }

    public String serviceTitle() {
        return serviceTitle;
    }

    public String answersJson() {
        return answersJson;
    }

    public List<Answer> answers() {
        return answers;
    }

    public List<Upload> attachments() {
        return attachments;
    }

    public Optional<LocalDate> expected() {
        return Optional.ofNullable(expected);
    }

    @Override
    public String toString() {
        return "NewCase[" + id + "]";
    }

    /** Collects an application; not thread-safe. */
    public static final class Builder {

        private final CaseId id;
        private final Office office;
        private final String applicantKey;
        private final List<Answer> answers = new ArrayList<>();
        private final List<Upload> attachments = new ArrayList<>();
        private String referencePrefix = "OZG";
        private String serviceId = "";
        private String serviceTitle = "";
        private String answersJson = "{}";
        private @Nullable LocalDate expected;

        private Builder(CaseId id, Office office, String applicantKey) {
            this.id = id;
            this.office = office;
            this.applicantKey = applicantKey;
        }

        /** The service that is applied for: its id in the catalogue and its name for people. */
        public Builder service(String newId, String title) {
            this.serviceId = Texts.line("service id", newId, LONGEST);
            this.serviceTitle = Texts.line("service title", title, LONGEST_TITLE);
            return this;
        }

        /** How reference numbers of this authority begin, such as {@code RE}: 1 to 8 capital letters and digits. Default {@code OZG}. */
        public Builder referencePrefix(String prefix) {
            if (!PREFIX.matcher(prefix).matches()) {
                throw new IllegalArgumentException("A reference prefix has 1 to 8 capital letters or digits");
            }
            this.referencePrefix = prefix;
            return this;
        }

        /**
         * The answers for machines, kept letter by letter.
         *
         * @throws IllegalArgumentException if this is not one JSON object
         */
        public Builder answersJson(String json) {
            this.answersJson = Json.requireObject(json);
            return this;
        }

        /** Adds a line for people. */
        public Builder answer(String label, String value) {
            answers.add(new Answer(label, value));
            return this;
        }

        /** Adds a file. It is checked when the application is submitted. */
        public Builder attach(Upload upload) {
            attachments.add(upload);
            return this;
        }

        /** Until when the citizen may expect the next step. */
        public Builder expecting(LocalDate date) {
            this.expected = date;
            return this;
        }

        /**
         * The application.
         *
         * @throws IllegalArgumentException if the service is missing
         */
        public NewCase build() {
            if (serviceId.isEmpty()) {
                throw new IllegalArgumentException("An application names the service: call service(id, title)");
            }
            return new NewCase(this);
        }
    }
}
