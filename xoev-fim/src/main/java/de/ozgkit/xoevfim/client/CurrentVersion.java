// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import de.ozgkit.core.RejectedException;
import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.xoevfim.internal.XmlInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Which version of a code list was the valid one, and when XRepository said so. */
record CurrentVersion(Instant at, String version) {

    /** The form of a version. */
    static final Pattern FORM = Pattern.compile("[\\p{L}\\p{M}\\p{N}:._+-][\\p{L}\\p{M}\\p{N}:._+ -]{0,99}");

    private static final Duration FRESH = Duration.ofDays(1);
    // The last line shows that the file is whole.
    private static final String END = "end";

    static CurrentVersion read(byte[] content) {
        String[] lines = new String(content, StandardCharsets.UTF_8).split("\n", -1);
        try {
            if (lines.length == 4
                    && lines[2].equals(END)
                    && FORM.matcher(lines[1]).matches()) {
                return new CurrentVersion(Instant.parse(lines[0]), lines[1]);
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw new RejectedException("xrepository.cache", "a file of the cache is broken");
    }

    byte[] write() {
        return (at + "\n" + version + "\n" + END + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Whether it is less than a day old. A time in the future comes from a clock that was wrong. */
    boolean isFresh(Instant now) {
        return !at.isAfter(now) && now.isBefore(at.plus(FRESH));
    }

    /** The version in an answer of XRepository, which comes as JSON or as XML. */
    static String of(String urn, HttpAnswer answer) {
        Map<String, String> named = new HashMap<>();
        if (answer.text().stripLeading().startsWith("<")) {
            readXml(answer.body(), named);
        } else {
            JsonNode json = Json.read(answer);
            named.put("version", Json.textOrEmpty(json, "version"));
            named.put("kennung", Json.textOrEmpty(json, "kennung"));
        }
        String id = Normalizer.normalize(named.getOrDefault("kennung", ""), Normalizer.Form.NFC);
        String ofId = id.startsWith(urn + "_") ? id.substring(urn.length() + 1) : "";
        String version = named.getOrDefault("version", "");
        String found = version.isEmpty() ? ofId : version;
        if (!FORM.matcher(found).matches()) {
            throw new RejectedException("xrepository.version", "no version in the answer");
        }
        return found;
    }

    private static void readXml(byte[] content, Map<String, String> named) {
        try (XmlInput xml = new XmlInput(new ByteArrayInputStream(content), XmlInput.OBJECT_BYTES)) {
            xml.toRoot();
            xml.step();
            while (xml.toNextChild()) {
                String name = xml.name();
                if (name.equals("version") || name.equals("kennung")) {
                    named.put(name, xml.text().strip());
                    xml.step();
                } else {
                    xml.skipElement();
                }
            }
            xml.finish();
        }
    }
}
