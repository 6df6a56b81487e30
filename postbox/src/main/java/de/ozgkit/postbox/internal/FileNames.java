// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.internal;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns whatever was sent as a file name into one that is harmless on every system. */
public final class FileNames {

    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    // control characters, invisible formatting such as the right-to-left override, private and unassigned ones, broken
    // surrogates
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");
    private static final Pattern SPECIAL = Pattern.compile("[<>:\"|?*%$&;`'\\u2215\\u2044\\uFF0F\\uFF3C]");
    private static final Pattern BEGINNING = Pattern.compile("^[.\\s~-]+");
    private static final Pattern END = Pattern.compile("[.\\s]+$");
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    private static final int LONGEST_BYTES = 150;
    private static final int LONGEST_EXTENSION = 5;

    private FileNames() {}

    /** The last part of a path, without anything that a file system, a browser or a terminal treats specially. */
    public static String clean(String fileName) {
        String name = FOLDERS.matcher(fileName).replaceFirst("");
        name = Normalizer.normalize(name, Normalizer.Form.NFC);
        name = INVISIBLE.matcher(name).replaceAll("");
        name = SPECIAL.matcher(name).replaceAll("_");
        name = END.matcher(name).replaceFirst("");
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        String stem = dot < 0 ? name : END.matcher(name.substring(0, dot)).replaceFirst("");
        stem = BEGINNING.matcher(stem).replaceFirst("");
        if (extension.length() > LONGEST_EXTENSION) {
            extension = extension.substring(0, LONGEST_EXTENSION);
        }
        if (stem.isEmpty() || DEVICE.matcher(stem.toLowerCase(Locale.ROOT)).matches()) {
            stem = "Datei" + (stem.isEmpty() ? "" : "_" + stem);
        }
        return shorten(stem) + (extension.isEmpty() ? "" : "." + extension);
    }

    private static String shorten(String stem) {
        String shorter = stem;
        while (shorter.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter;
    }
}
