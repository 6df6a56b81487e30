// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

import static de.ozgkit.postbox.Samples.ERIKA;
import static de.ozgkit.postbox.Samples.PDF;
import static de.ozgkit.postbox.Samples.dog;
import static de.ozgkit.postbox.Samples.newCaseId;
import static de.ozgkit.postbox.Samples.newMessageId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.OzgException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.TransportException;
import de.ozgkit.postbox.internal.FileNames;
import de.ozgkit.postbox.spi.AttachmentScanner;
import de.ozgkit.postbox.spi.AttachmentScanner.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void stores_and_gives_back_a_large_file_unchanged(TestDatabase database) throws Exception {
        Cases cases = Cases.on(database.open(folder)).build();
        byte[] content = new byte[3_000_001];
        new Random(7).nextBytes(content);
        System.arraycopy(PDF, 0, content, 0, PDF.length);

        Case dog = cases.submit(
                dog(newCaseId()).attach(Upload.of("Gutachten.pdf", content)).build());

        Attachment stored = dog.attachments().get(0);
        assertThat(stored.size()).isEqualTo(content.length);
        assertThat(stored.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        try (InputStream in = cases.open(stored.id()).orElseThrow()) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stops_reading_a_file_that_never_ends(TestDatabase database) {
        Cases cases = Cases.on(database.open(folder)).build();
        AtomicLong read = new AtomicLong();
        InputStream endless = new SequenceInputStream(new ByteArrayInputStream(PDF), new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return 'x';
            }
        });

        assertRefused("postbox.attachment.too_large", cases, Upload.of("endlos.pdf", endless));
        assertThat(read.get()).isLessThan(11L << 20);
    }

    @Test
    void says_how_large_and_how_many_files_may_be() {
        Cases cases = Cases.on(TestDatabase.H2.open(folder))
                .attachments(new AttachmentRules(3 << 19, 2, Set.of(FileType.PDF)))
                .build();
        Upload small = Upload.of("a.pdf", PDF);

        assertThat(refusal(
                                cases,
                                Upload.of(
                                        "b.pdf",
                                        (new String(new char[1_600_000]).replace("\0", "%PDF-"))
                                                .getBytes(StandardCharsets.US_ASCII)))
                        .publicText())
                .contains("1,5 MB");
        assertThat(refusal(cases, small, small, small).publicText()).contains("höchstens 2");
        assertThat(refusal(cases, Upload.of("bild.png", "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1)))
                        .publicText())
                .contains("Erlaubt sind: PDF");
        assertRefused("postbox.attachment.empty", cases, Upload.of("leer.pdf", new byte[0]));
    }

    @ParameterizedTest
    @CsvSource({
        "rechnung.pdf.exe, %PDF-1.7",
        "rechnung, %PDF-1.7",
        "rechnung.pdf, MZ\u0090",
        "rechnung.pdf, <html><script>alert(1)</script>",
        "foto.jpg, %PDF-1.7",
        "foto.svg, <svg onload=alert(1)>",
        "notiz.txt, %PDF-1.7",
        "notiz.txt, a\u0000b",
        "notiz.txt, \u00ff\u00fe\u00e4",
        "seite.html, hallo",
    })
    void refuses_a_file_whose_name_and_content_do_not_agree_on_an_accepted_type(String name, String content) {
        Cases cases = Cases.on(TestDatabase.H2.open(folder)).build();
        assertRefused("postbox.attachment.type", cases, Upload.of(name, content.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest
    @CsvSource({
        "a.pdf, %PDF-1.4, PDF",
        "a.JPEG, \u00ff\u00d8\u00ff\u00e0, JPEG",
        "a.png, '\u0089PNG\r\n\u001a\n', PNG",
        "a.TIF, 'II*\u0000', TIFF",
        "a.txt, Guten Tag, TEXT",
    })
    void accepts_the_usual_types(String name, String content, FileType type) {
        Cases cases = Cases.on(TestDatabase.H2.open(folder)).build();
        Case dog = cases.submit(dog(newCaseId())
                .attach(Upload.of(name, content.getBytes(StandardCharsets.ISO_8859_1)))
                .build());
        assertThat(dog.attachments()).extracting(Attachment::type).containsExactly(type);
    }

    @Test
    void does_not_cut_a_character_when_it_looks_at_the_beginning_of_a_text() {
        byte[] text = ("x" + "ä".repeat(FileType.HEAD_BYTES)).getBytes(StandardCharsets.UTF_8);
        assertThat(FileType.TEXT.matches(Arrays.copyOf(text, FileType.HEAD_BYTES)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void asks_the_scanner_and_keeps_nothing_that_it_refuses(TestDatabase database) {
        AttachmentScanner scanner =
                (type, content) -> new String(content.readAllBytes(), StandardCharsets.ISO_8859_1).contains("EVIL")
                        ? Verdict.MALWARE
                        : Verdict.CLEAN;
        Cases cases = Cases.on(database.open(folder)).scanner(scanner).build();
        Case dog =
                cases.submit(dog(newCaseId()).attach(Upload.of("gut.pdf", PDF)).build());

        assertThatThrownBy(() -> cases.conversation()
                        .answer(
                                ERIKA,
                                NewMessage.of(newMessageId(), dog.id(), "Anbei")
                                        .attach(Upload.of("boese.pdf", "%PDF-EVIL".getBytes(StandardCharsets.UTF_8)))))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo("postbox.attachment.malware"));
        assertThat(cases.conversation().thread(dog.id())).isEmpty();
    }

    @Test
    void does_not_accept_a_file_that_could_not_be_scanned_or_read() {
        Cases unscanned = Cases.on(TestDatabase.H2.open(folder, "a"))
                .scanner((type, content) -> {
                    throw new IOException("clamd is down, Erika");
                })
                .build();
        Cases unread = Cases.on(TestDatabase.H2.open(folder, "b")).build();

        assertThatThrownBy(() -> unscanned.submit(
                        dog(newCaseId()).attach(Upload.of("a.pdf", PDF)).build()))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("postbox.attachment.scanner")
                .hasMessageNotContaining("Erika");
        assertThatThrownBy(() -> unread.submit(dog(newCaseId())
                        .attach(Upload.of("a.pdf", folder.resolve("Erika.pdf")))
                        .build()))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("postbox.attachment.unreadable")
                .hasMessageNotContaining("Erika");
        assertThat(unread.ofApplicant(ERIKA)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.txt, passwd.txt",
        "..\\..\\boot.PDF, boot.pdf",
        "C:\\Users\\Erika\\Impf pass.pdf, Impf pass.pdf",
        "'  .pdf', Datei.pdf",
        ".., Datei",
        "CON.pdf, Datei_CON.pdf",
        "aux, Datei_aux",
        "a\u202Efdp.exe, afdp.exe",
        "a\u0000b.pdf, ab.pdf",
        "'a\nb.pdf', ab.pdf",
        "<b>\"x\"|*?.pdf, _b__x____.pdf",
        "~.ssh.pdf, ssh.pdf",
        "-rf.pdf, rf.pdf",
        "U\u0308bung.pdf, \u00dcbung.pdf",
        "a'; drop table.pdf, a__ drop table.pdf",
    })
    void makes_file_names_harmless(String hostile, String harmless) {
        assertThat(FileNames.clean(hostile)).isEqualTo(harmless);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ä", "🐕", "x"})
    void makes_file_names_short_enough_for_file_systems(String letter) {
        String name = FileNames.clean(letter.repeat(1000) + ".pdf");
        assertThat(name).startsWith(letter).endsWith(".pdf");
        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThan(160);
        assertThat(FileNames.clean(name)).isEqualTo(name);
    }

    private static RejectedException refusal(Cases cases, Upload... uploads) {
        NewCase.Builder application = dog(newCaseId());
        for (Upload upload : uploads) {
            application.attach(upload);
        }
        try {
            cases.submit(application.build());
        } catch (RejectedException e) {
            return e;
        }
        throw new AssertionError("nothing was refused");
    }

    private static void assertRefused(String code, Cases cases, Upload upload) {
        assertThat(refusal(cases, upload)).extracting(OzgException::code).isEqualTo(code);
        assertThat(cases.ofApplicant(ERIKA)).isEmpty();
    }
}
