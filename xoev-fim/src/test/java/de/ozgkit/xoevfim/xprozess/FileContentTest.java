// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.ChildJvm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FileContentTest {

    private static final String BPMN = "<b:definitions xmlns:b='http://www.omg.org/spec/BPMN/20100524/MODEL'/>";

    /** Names and contents by turns. */
    static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write(
                        namesAndContents[i + 1] instanceof byte[] bytes
                                ? bytes
                                : ((String) namesAndContents[i + 1]).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    static FileContent content(byte[] bytes) {
        Datei file = new Datei();
        file.dateiname = "Modell.bpmn";
        file.inhalt = Base64.getEncoder().encodeToString(bytes);
        return file.open();
    }

    private static void assertRejected(String code, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(RejectedException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Test
    void finds_the_model_among_other_files() throws IOException {
        FileContent content = content(zip(
                "bild.png",
                bytes(0x89, 'P', 'N', 'G'),
                "ordner/",
                "",
                "x.xml",
                "<a/>",
                "ordner/m.xml",
                BPMN,
                "n",
                BPMN + " "));
        assertThat(content.bpmn().orElseThrow().readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(BPMN);
        assertThat(content.entries())
                .extracting(FileContent.Entry::name)
                .containsExactly("bild.png", "x.xml", "m.xml", "n");
        assertThat(content.entries())
                .extracting(FileContent.Entry::mediaType)
                .containsExactly("image/png", "application/xml", "application/xml", "application/xml");
        List<FileContent.Entry> entries = content.entries().toList();
        assertThat(entries.get(3).open().readAllBytes()).hasSize(BPMN.length() + 1);
        assertThat(entries.get(1).open().readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("<a/>");
    }

    @Test
    void takes_a_content_that_is_no_zip_as_one_file() throws IOException {
        FileContent content = content(BPMN.getBytes(StandardCharsets.UTF_8));
        assertThat(content.isZip()).isFalse();
        assertThat(content.entries()).extracting(FileContent.Entry::name).containsExactly("Modell.bpmn");
        assertThat(content.bpmn().orElseThrow().readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(BPMN);
        assertThat(content(new byte[0]).entries())
                .extracting(FileContent.Entry::mediaType)
                .containsExactly("application/octet-stream");
        assertThat(content(bytes(0xff, 0xd8, 0xff, 0)).entries())
                .extracting(FileContent.Entry::mediaType)
                .containsExactly("image/jpeg");
        assertThat(content(bytes('P', 'K', 5, 6)).entries()).isEmpty();
        assertThat(new Datei().open().bpmn()).isEmpty();
    }

    @Test
    void hands_out_no_name_that_leads_elsewhere() throws IOException {
        assertThat(content(zip(
                                "../../etc/passwd",
                                "",
                                "C:\\windows\\a.exe",
                                "",
                                "..",
                                "",
                                "a\u0000b\n\u202ec?.xml",
                                "",
                                "x".repeat(500),
                                ""))
                        .entries())
                .extracting(FileContent.Entry::name)
                .containsExactly("passwd", "a.exe", "datei-3", "a_b__c_.xml", "x".repeat(200));
    }

    @Test
    void reads_base64_with_line_breaks_and_refuses_what_is_none() throws IOException {
        Datei file = new Datei();
        file.inhalt = Base64.getMimeEncoder().encodeToString(zip("a", BPMN)) + "\n ";
        assertThat(file.open().bpmn()).isPresent();
        for (String broken : List.of("%%%%", "UEsDB", "ÄÖÜ=", "UEsDBBQ\u2028ACAgI")) {
            file.inhalt = broken;
            assertRejected("xprozess.base64", () -> file.open().decoded().readAllBytes());
        }
    }

    @Test
    void refuses_a_zip_that_is_cut_off_or_changed() throws IOException {
        byte[] random = new byte[5000];
        new Random(1).nextBytes(random);
        byte[] whole = zip("a", random);
        assertRejected(
                "xprozess.zip.malformed",
                () -> content(Arrays.copyOf(whole, 2000)).entries().count());
        whole[2500] ^= 0x55;
        assertRejected("xprozess.zip.malformed", () -> content(whole).entries().count());
    }

    @Test
    void refuses_a_zip_that_would_swell() throws IOException {
        byte[] bomb = zip("a", new byte[50 << 20]);
        assertThat(bomb.length).isLessThan(100_000);
        assertRejected("xprozess.zip.size", () -> content(bomb).entries().count());
        assertRejected("xprozess.zip.size", () -> {
            try (var in = content(bomb).entries().findFirst().orElseThrow().open()) {
                in.skip(Long.MAX_VALUE);
            }
        });
        assertRejected("xprozess.zip.size", () -> content(zip("a.xml", "<a>" + " ".repeat(50 << 20), "b.xml", BPMN))
                .bpmn());
        assertThat(content(zip("a", new byte[1 << 20])).entries()).hasSize(1);
    }

    @Test
    void refuses_a_zip_of_too_many_files() throws IOException {
        Object[] many = new Object[2 * 1001];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = "f" + i;
            many[i + 1] = "";
        }
        assertRejected(
                "xprozess.zip.entries", () -> content(zip(many)).entries().count());
        assertThat(content(zip(Arrays.copyOf(many, 2 * 1000))).entries()).hasSize(1000);
    }

    @Test
    void refuses_a_gigabyte_in_a_small_zip_in_64_megabytes() {
        assertThat(ChildJvm.run("64m", Duration.ofSeconds(60), HostileExportMain.class, "zip"))
                .contains("bomb: xprozess.zip.size");
    }

    @Test
    void refuses_exports_without_end_in_512_megabytes() {
        assertThat(ChildJvm.run("512m", Duration.ofSeconds(60), HostileExportMain.class, "xml"))
                .contains("width: xml.too_large")
                .contains("depth: xml.too_deep")
                .contains("text: xml.too_large");
    }
}
