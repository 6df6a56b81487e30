// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.apply;

import de.ozgkit.postbox.FileType;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.form.Answers;
import de.ozgkit.xoevfim.form.FormField;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Takes the files of a question page: keeps them with the draft, their name is the answer. */
final class Uploads {

    private static final long LARGEST = 10L * 1024 * 1024;

    private static final Set<FileType> TYPES = EnumSet.of(FileType.PDF, FileType.JPEG, FileType.PNG);

    private final Drafts drafts;

    Uploads(Drafts drafts) {
        this.drafts = drafts;
    }

    /** The answers with the files of this page, and what was refused. */
    record Taken(Answers answers, List<Finding> refused) {}

    Taken take(Context ctx, Draft draft, Step step, Answers answers) {
        Answers changed = answers;
        List<Finding> refused = new ArrayList<>();
        for (Step.Question question : step.questions()) {
            if (question.field().kind() == FormField.Kind.FILE) {
                String name = question.path().toString();
                if (ctx.formParam(name + "_entfernen") != null) {
                    drafts.dropFile(draft, question.path());
                    changed = changed.without(question.path());
                }
                UploadedFile file = ctx.isMultipart() ? ctx.uploadedFile(name) : null;
                if (file != null && file.size() > LARGEST) {
                    refused.add(Finding.error(
                            "file.too_large",
                            name,
                            "Die Datei ist größer als 10 MB. Wählen Sie eine kleinere Datei.",
                            "The file is larger than 10 MB. Choose a smaller one."));
                } else if (file != null && file.size() > 0) {
                    byte[] content = content(file);
                    if (taken(file.filename(), content)) {
                        drafts.keepFile(draft, question.path(), file.filename(), content);
                        changed = changed.with(question.path(), file.filename());
                    } else {
                        refused.add(Finding.error(
                                "file.type",
                                name,
                                "Wählen Sie eine Datei im Format PDF, JPG oder PNG aus.",
                                "Choose a file of the type PDF, JPG or PNG."));
                    }
                }
            }
        }
        return new Taken(changed, refused);
    }

    /** Said at once, not only when the application is sent. */
    private static boolean taken(String name, byte[] content) {
        return FileType.ofName(name)
                .filter(TYPES::contains)
                .filter(type -> type.matches(content))
                .isPresent();
    }

    private static byte[] content(UploadedFile file) {
        try (InputStream in = file.content()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
