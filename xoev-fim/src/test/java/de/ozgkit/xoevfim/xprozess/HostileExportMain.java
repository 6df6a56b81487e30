// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.EndlessXml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Runs in a JVM of its own with little memory. */
final class HostileExportMain {

    private static final String OPEN = "<alleInhalte.export.0303 xmlns='" + XProzess.NAMESPACE + "'><prozesskatalog>";

    private HostileExportMain() {}

    public static void main(String[] arguments) {
        if (arguments[0].equals("zip")) {
            refused("bomb", () -> bomb().open().bpmn());
        } else {
            refused("width", () -> XProzess.read(endless(OPEN, "<prozessklasse/>")));
            refused("depth", () -> XProzess.read(endless(OPEN, "<prozessklasse>")));
            refused("text", () -> XProzess.read(endless(OPEN + "<prozessklasse><id>", "aaaaaaaaaaaaaaaa")));
        }
    }

    /** A gigabyte of nothing. */
    private static Datei bomb() {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("a"));
            for (int i = 0; i < 1000; i++) {
                zip.write(new byte[1 << 20]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Datei file = new Datei();
        file.inhalt = Base64.getEncoder().encodeToString(bomb.toByteArray());
        return file;
    }

    private static InputStream endless(String start, String part) {
        return new EndlessXml(start, Long.MAX_VALUE, i -> part, "");
    }

    private static void refused(String what, Runnable reading) {
        try {
            reading.run();
            System.out.println(what + ": ACCEPTED");
        } catch (RejectedException e) {
            System.out.println(what + ": " + e.code());
        }
    }
}
