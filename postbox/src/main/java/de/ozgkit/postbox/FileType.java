// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A kind of file that may be sent. Both its name and its first bytes must say so.
 *
 * @since 0.1
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists are unmodifiable, and its bytes are not given out
public enum FileType {
    PDF("application/pdf", List.of("pdf"), "%PDF-"),
    JPEG("image/jpeg", List.of("jpg", "jpeg"), "\u00ff\u00d8\u00ff"),
    PNG("image/png", List.of("png"), "\u0089PNG\r\n\u001a\n"),
    TIFF("image/tiff", List.of("tif", "tiff"), "II*\0", "MM\0*"),
    /** Text in UTF-8, known by not being anything else. */
    TEXT("text/plain", List.of("txt"));

    /** How many first bytes {@link #matches} wants to see, if there are so many. */
    public static final int HEAD_BYTES = 4096;

    private final String mediaType;
    private final List<String> extensions;
    private final List<byte[]> beginnings;

    FileType(String mediaType, List<String> extensions, String... beginnings) {
        this.mediaType = mediaType;
        this.extensions = extensions;
        this.beginnings = Arrays.stream(beginnings)
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    /** The type that a file name claims by its extension. */
    public static Optional<FileType> ofName(String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(extension))
                .findFirst();
    }

    /** Such as {@code application/pdf}. */
    public String mediaType() {
        return mediaType;
    }

    /** For people: {@code PDF}. */
    public String germanName() {
        return this == TEXT ? "Text" : name();
    }

    /** Whether a file that begins like this is of this type. */
    public boolean matches(byte[] head) {
        return this == TEXT
                ? looksLikeText(head)
                : beginnings.stream().anyMatch(beginning -> startsWith(head, beginning));
    }

    private static boolean startsWith(byte[] head, byte[] beginning) {
        return head.length >= beginning.length
                && Arrays.equals(head, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static boolean looksLikeText(byte[] head) {
        for (FileType other : values()) {
            if (other != TEXT && other.matches(head)) {
                return false;
            }
        }
        CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(head.length);
        // "not the end of input": the head may end within a character
        CoderResult result = utf8.decode(ByteBuffer.wrap(head), text, false);
        text.flip();
        return !result.isError()
                && text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }
}
