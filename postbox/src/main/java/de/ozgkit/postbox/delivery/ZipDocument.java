// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.delivery;

import de.ozgkit.postbox.Answer;
import de.ozgkit.postbox.Attachment;
import de.ozgkit.postbox.internal.Json;
import de.ozgkit.postbox.spi.OutboundMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One message as a ZIP file: the same bytes every time. */
final class ZipDocument {

    private static final DateTimeFormatter GERMAN_TIME = DateTimeFormatter.ofPattern(
                    "dd.MM.yyyy, HH:mm 'Uhr'", Locale.GERMANY)
            .withZone(ZoneId.of("Europe/Berlin"));

    private ZipDocument() {}

    /** Writes and finishes, but does not close. */
    static void write(OutboundMessage message, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        // the local time of a ZIP entry has no zone: UTC, so that all nodes write the same
        LocalDateTime time = LocalDateTime.ofInstant(message.createdAt(), ZoneOffset.UTC);
        put(zip, "application.json", time, json(message));
        put(zip, "application.txt", time, text(message));
        List<Attachment> attachments = message.submission().attachments();
        for (int i = 0; i < attachments.size(); i++) {
            begin(zip, path(i, attachments.get(i)), time);
            try (InputStream content = message.open(attachments.get(i))) {
                content.transferTo(zip);
            }
            zip.closeEntry();
        }
        zip.finish();
    }

    private static void put(ZipOutputStream zip, String name, LocalDateTime time, String content) throws IOException {
        begin(zip, name, time);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void begin(ZipOutputStream zip, String name, LocalDateTime time) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
    }

    /** Numbered, since two files may have the same name. */
    private static String path(int index, Attachment attachment) {
        return String.format(Locale.ROOT, "attachments/%02d-%s", index + 1, attachment.fileName());
    }

    /** For machines. */
    static String json(OutboundMessage message) {
        Submission submission = message.submission();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("messageId", message.id().toString());
        json.put("caseId", submission.caseId().toString());
        json.put("reference", submission.reference());
        json.put("createdAt", message.createdAt().toString());
        json.put("authority", submission.office().authority().value());
        json.put("office", submission.office().title());
        json.put("service", submission.serviceId());
        json.put("title", submission.title());
        json.put("data", Json.raw(submission.data()));
        json.put(
                "answers",
                submission.answers().stream()
                        .map(answer -> ordered("label", answer.label(), "value", answer.value()))
                        .toList());
        json.put("attachments", attachments(submission.attachments()));
        return Json.write(json);
    }

    private static List<Map<String, Object>> attachments(List<Attachment> attachments) {
        return IntStream.range(0, attachments.size())
                .mapToObj(i -> {
                    Attachment file = attachments.get(i);
                    Map<String, Object> entry = ordered("path", path(i, file), "name", file.fileName());
                    entry.put("mediaType", file.type().mediaType());
                    entry.put("size", file.size());
                    entry.put("sha256", file.sha256());
                    return entry;
                })
                .toList();
    }

    private static Map<String, Object> ordered(String key, String value, String otherKey, String otherValue) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        map.put(otherKey, otherValue);
        return map;
    }

    /** For people. */
    static String text(OutboundMessage message) {
        Submission submission = message.submission();
        StringBuilder text = new StringBuilder();
        line(text, submission.title());
        line(text, "");
        line(text, "Antragsnummer: " + submission.reference());
        line(text, "An: " + submission.office().title());
        line(text, "Eingegangen: " + GERMAN_TIME.format(message.createdAt()));
        line(text, "");
        for (Answer answer : submission.answers()) {
            line(text, answer.label() + ": " + (answer.value().isEmpty() ? "Keine Angabe" : answer.value()));
        }
        for (int i = 0; i < submission.attachments().size(); i++) {
            line(text, "Anlage: " + path(i, submission.attachments().get(i)));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line.replace("\n", "\r\n    ")).append("\r\n");
    }
}
