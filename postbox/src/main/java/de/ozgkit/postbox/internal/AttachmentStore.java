// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.internal;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TransportException;
import de.ozgkit.core.sql.Row;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.postbox.Attachment;
import de.ozgkit.postbox.AttachmentId;
import de.ozgkit.postbox.AttachmentRules;
import de.ozgkit.postbox.FileType;
import de.ozgkit.postbox.Upload;
import de.ozgkit.postbox.spi.AttachmentScanner;
import de.ozgkit.postbox.spi.AttachmentScanner.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Files in the database, in chunks: neither writing nor reading holds a whole file in memory, on any database, and a slow reader holds no
 * connection.
 */
public final class AttachmentStore {

    /** How many bytes of a file are in memory at once. */
    static final int CHUNK_BYTES = 1 << 18;

    private final AttachmentRules rules;
    private final AttachmentScanner scanner;
    private final Tokens tokens;

    public AttachmentStore(AttachmentRules rules, AttachmentScanner scanner, Tokens tokens) {
        this.rules = rules;
        this.scanner = scanner;
        this.tokens = tokens;
    }

    /** Checks and stores all files. If one is refused, the caller takes back what was stored before it. */
    void storeAll(Tx tx, CaseId caseId, @Nullable UUID messageId, List<Upload> uploads) {
        if (uploads.size() > rules.maxFiles()) {
            throw Refusals.tooMany(rules);
        }
        for (int i = 0; i < uploads.size(); i++) {
            store(tx, caseId, messageId, i, uploads.get(i));
        }
    }

    private void store(Tx tx, CaseId caseId, @Nullable UUID messageId, int ordinal, Upload upload) {
        String fileName = FileNames.clean(upload.fileName());
        FileType type =
                FileType.ofName(fileName).filter(rules.types()::contains).orElseThrow(() -> Refusals.wrongType(rules));
        AttachmentId id = new AttachmentId(tokens.uuid());
        Written written = write(tx, id, type, upload);
        scan(tx, id, type);
        tx.update(
                """
                insert into ozg_attachment (id, case_id, message_id, ordinal, file_name, file_type, size_bytes, sha256)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                id.value(),
                caseId.value(),
                messageId,
                ordinal,
                fileName,
                type,
                written.size,
                written.sha256);
    }

    private Written write(Tx tx, AttachmentId id, FileType type, Upload upload) {
        MessageDigest digest = sha256();
        long size = 0;
        try (InputStream content = upload.open()) {
            byte[] chunk = content.readNBytes(CHUNK_BYTES);
            if (chunk.length == 0) {
                throw Refusals.empty();
            }
            if (!type.matches(Arrays.copyOf(chunk, Math.min(chunk.length, FileType.HEAD_BYTES)))) {
                throw Refusals.wrongType(rules);
            }
            for (int ordinal = 0; chunk.length > 0; ordinal++) {
                size += chunk.length;
                if (size > rules.maxBytes()) {
                    throw Refusals.tooLarge(rules);
                }
                digest.update(chunk);
                tx.update(
                        "insert into ozg_attachment_chunk (attachment_id, ordinal, content) values (?, ?, ?)",
                        id.value(),
                        ordinal,
                        chunk);
                chunk = content.readNBytes(CHUNK_BYTES);
            }
        } catch (IOException e) {
            // the message of the exception may name the file
            throw new TransportException(
                    "postbox.attachment.unreadable",
                    "A file could not be read to its end (" + e.getClass().getSimpleName() + "); let it be sent again",
                    false,
                    null);
        }
        return new Written(size, HexFormat.of().formatHex(digest.digest()));
    }

    private void scan(Tx tx, AttachmentId id, FileType type) {
        Verdict verdict;
        try (InputStream content = open(id, reading -> reading.apply(tx))) {
            verdict = scanner.scan(type, content);
        } catch (IOException e) {
            throw new TransportException(
                    "postbox.attachment.scanner",
                    "The scanner could not look into a file (" + e.getClass().getSimpleName()
                            + "); see whether it runs",
                    false,
                    null);
        }
        if (verdict != Verdict.CLEAN) {
            throw Refusals.malware();
        }
    }

    /** The files that came with applications themselves, by application. */
    Map<UUID, List<Attachment>> ofCases(Tx tx, List<UUID> caseIds) {
        return grouped(tx, "case_id", "message_id is null and ", caseIds);
    }

    /** The files of messages, by message. */
    Map<UUID, List<Attachment>> ofMessages(Tx tx, List<UUID> messageIds) {
        return grouped(tx, "message_id", "", messageIds);
    }

    private static Map<UUID, List<Attachment>> grouped(Tx tx, String owner, String condition, List<UUID> owners) {
        Map<UUID, List<Attachment>> grouped = new HashMap<>();
        if (!owners.isEmpty()) {
            String marks = String.join(", ", Collections.nCopies(owners.size(), "?"));
            tx.query(
                    "select * from ozg_attachment where " + condition + owner + " in (" + marks + ") order by ordinal",
                    row -> grouped.computeIfAbsent(row.uuid(owner), id -> new ArrayList<>())
                            .add(attachment(row)),
                    owners.toArray());
        }
        return grouped;
    }

    /** The case that a file belongs to. */
    public Optional<CaseId> caseOf(Tx tx, AttachmentId id) {
        return tx.first(
                "select case_id from ozg_attachment where id = ?", row -> new CaseId(row.uuid("case_id")), id.value());
    }

    /** The content, read chunk by chunk as it is asked for. */
    public static InputStream open(AttachmentId id, AttachmentReader reader) {
        return new ChunkStream(ordinal -> reader.read(tx -> tx.first(
                "select content from ozg_attachment_chunk where attachment_id = ? and ordinal = ?",
                row -> row.bytes("content"),
                id.value(),
                ordinal)));
    }

    /** One row of the table of files. */
    public static Attachment attachment(Row row) throws SQLException {
        return new Attachment(
                new AttachmentId(row.uuid("id")),
                row.text("file_name"),
                row.constant("file_type", FileType.class),
                row.number("size_bytes"),
                row.text("sha256"));
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** In which transaction a chunk is read: the caller's, or one of its own for each. */
    @FunctionalInterface
    public interface AttachmentReader {
        Optional<byte[]> read(Function<Tx, Optional<byte[]>> reading);
    }

    private record Written(long size, String sha256) {}
}
