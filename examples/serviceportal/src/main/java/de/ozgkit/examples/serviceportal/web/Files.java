// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.web;

import de.ozgkit.postbox.Attachment;
import de.ozgkit.postbox.NewMessage;
import de.ozgkit.postbox.Upload;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files that come with forms, and files that are handed out. */
public final class Files {

    private Files() {}

    /** The message with all files that the form brought; empty file fields bring none. */
    public static NewMessage attachAll(NewMessage message, List<UploadedFile> files) {
        NewMessage all = message;
        for (UploadedFile file : files) {
            if (file.size() > 0) {
                all = all.attach(Upload.of(file.filename(), file.content()));
            }
        }
        return all;
    }

    /** Answers with a file, to be saved and never shown inside our pages. */
    public static void send(Context ctx, Attachment attachment, InputStream content) {
        String name =
                URLEncoder.encode(attachment.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
        ctx.header("Content-Disposition", "attachment; filename*=UTF-8''" + name);
        ctx.header("Cache-Control", "no-store");
        ctx.contentType(attachment.type().mediaType());
        ctx.result(content);
    }
}
