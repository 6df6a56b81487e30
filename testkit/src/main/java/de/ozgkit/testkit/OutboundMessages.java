// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.core.Ars;
import de.ozgkit.core.CaseId;
import de.ozgkit.postbox.Answer;
import de.ozgkit.postbox.Attachment;
import de.ozgkit.postbox.AttachmentId;
import de.ozgkit.postbox.FileType;
import de.ozgkit.postbox.MessageId;
import de.ozgkit.postbox.Office;
import de.ozgkit.postbox.delivery.Submission;
import de.ozgkit.postbox.spi.OutboundMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Messages for contract tests: an invented dog and two files. */
final class OutboundMessages {

    /** Stands in everything that is personal. */
    static final String PERSONAL = "Wuschel";

    private static final int FILE_BYTES = 300_000;
    private static final byte[] FILE = file();

    private OutboundMessages() {}

    /** A message of its own. */
    static OutboundMessage dog(int attempt) {
        MessageId id = new MessageId(UUID.randomUUID());
        Submission submission = new Submission(
                id,
                new CaseId(id.value()),
                "contract",
                "RE-2026-7K3M-9QXA",
                new Office(Ars.of("055620032032"), "Stadt Recklinghausen", "Steueramt"),
                "hund-anmelden",
                "Hund anmelden",
                "{\"name\":\"" + PERSONAL + "\",\"größe\":\"40 cm\"}",
                List.of(new Answer("Name des Hundes", PERSONAL), new Answer("Bemerkung", "eins\nzwei <b>&")),
                List.of(
                        attachment("Impfpass von " + PERSONAL + ".pdf"),
                        attachment("Impfpass von " + PERSONAL + ".pdf")));
        return new OutboundMessage(
                submission, Instant.parse("2026-11-21T09:00:00Z"), attempt, file -> new ByteArrayInputStream(FILE));
    }

    /** The same message at a later try. */
    static OutboundMessage again(OutboundMessage message, int attempt) {
        return new OutboundMessage(message.submission(), message.createdAt(), attempt, message.contents());
    }

    /** The same message, but whoever reads its second file dies on the way. */
    static OutboundMessage dyingWhileRead(OutboundMessage message) {
        Attachment second = message.submission().attachments().get(1);
        return new OutboundMessage(
                message.submission(),
                message.createdAt(),
                message.attempt(),
                file -> file.equals(second) ? new DyingStream() : message.open(file));
    }

    private static Attachment attachment(String name) {
        try {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(FILE));
            return new Attachment(new AttachmentId(UUID.randomUUID()), name, FileType.PDF, FILE.length, hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] file() {
        byte[] file = new byte[FILE_BYTES];
        Arrays.fill(file, (byte) ' ');
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, file, 0, head.length);
        return file;
    }

    /** Stands for the end of the process; not an exception, so that nobody catches it. */
    static final class Death extends Error {

        private static final long serialVersionUID = 1L;

        Death() {
            super("the node dies here");
        }
    }

    @SuppressWarnings("InputStreamSlowMultibyteRead") // it never gives much
    private static final class DyingStream extends InputStream {

        private int left = FILE_BYTES / 2;

        @Override
        public int read() {
            if (left-- == 0) {
                throw new Death();
            }
            return ' ';
        }
    }
}
