// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.client;

import static de.ozgkit.testkit.client.Gateways.failure;
import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.testkit.Fault;
import de.ozgkit.testkit.MockXRepository;
import de.ozgkit.testkit.OzgMocks;
import de.ozgkit.testkit.PeerResponse;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.client.XRepository;
import de.ozgkit.xoevfim.genericode.CodeList;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept on disk, for how long, and what happens when it is broken. */
@OzgMocks
class XRepositoryCacheTest {

    private static final String DOGS = "urn:de:test:codeliste:hunderasse";
    private static final String STANDARD = "urn:xoev-de:test:standard:hund_1.0";

    private final MockXRepository mock;
    private final SettableClock clock = new SettableClock();
    private final List<Finding> findings = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    XRepositoryCacheTest(MockXRepository mock) {
        this.mock = mock;
    }

    @BeforeEach
    void publish() {
        mock.holds(MockXRepository.list(DOGS, "2", "01", "Dackel", "02", "Pudel"));
    }

    /** As after a restart: nothing is left but the folder. */
    private XRepository started() {
        return XRepository.at(mock.uri())
                .cache(folder.resolve("cache"))
                .clock(clock)
                .findings(findings::add)
                .http(Gateways.gateway())
                .build();
    }

    private XRepository offline() {
        return XRepository.at(URI.create("http://127.0.0.1:1"))
                .cache(folder.resolve("cache"))
                .clock(clock)
                .findings(findings::add)
                .http(Gateways.gateway())
                .build();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.toList();
        }
    }

    private Path file(String suffix) throws IOException {
        return files().stream()
                .filter(file -> file.toString().endsWith(suffix))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_version_of_a_list_is_fetched_once_and_outlives_a_restart() {
        XRepository first = started();
        CodeList list = first.codeList(DOGS, "2").orElseThrow();
        first.codeList(DOGS, "2");
        clock.advance(Duration.ofDays(4000));

        assertThat(started().codeList(DOGS, "2")).contains(list);
        assertThat(mock.requests(MockXRepository.CODE_LIST)).hasSize(1);
    }

    @Test
    void the_valid_version_is_asked_once_a_day() {
        XRepository repository = started();
        assertThat(repository.currentVersion(DOGS)).contains("2");
        mock.holds(MockXRepository.list(DOGS, "3", "01", "Dackel"));
        clock.advance(Duration.ofHours(23));
        assertThat(started().currentVersion(DOGS)).contains("2");
        assertThat(mock.requests(MockXRepository.CURRENT_VERSION)).hasSize(1);

        clock.advance(Duration.ofHours(1));
        assertThat(repository.currentVersion(DOGS)).contains("3");
        assertThat(mock.requests(MockXRepository.CURRENT_VERSION)).hasSize(2);
        assertThat(findings).isEmpty();
    }

    @Test
    void a_clock_that_was_wrong_does_not_freeze_the_valid_version() {
        clock.advance(Duration.ofDays(3650));
        started().currentVersion(DOGS);
        clock.advance(Duration.ofDays(-3650));

        started().currentVersion(DOGS);
        assertThat(mock.requests(MockXRepository.CURRENT_VERSION)).hasSize(2);
    }

    @Test
    void without_a_network_yesterdays_answer_is_given_and_a_warning_says_so() {
        assertThat(started().codeList(DOGS)).isPresent();
        clock.advance(Duration.ofDays(2));
        XRepository cut = offline();

        assertThat(cut.codeList(DOGS).orElseThrow().rows()).hasSize(2);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(finding.rule()).isEqualTo("xrepository.stale");
            assertThat(finding.path()).isEqualTo(DOGS);
        });
        failure("http.connect", true, () -> cut.codeList(DOGS, "7"));
        failure("http.connect", true, () -> cut.currentVersion("urn:de:test:never-seen"));
    }

    @Test
    void without_a_network_what_is_less_than_a_day_old_needs_no_warning() {
        started().codeList(DOGS);

        assertThat(offline().codeList(DOGS)).isPresent();
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 429, 503, 200})
    void a_broken_xrepository_is_as_good_as_none(int status) {
        started().codeList(DOGS);
        clock.advance(Duration.ofDays(2));
        mock.next(Fault.answer(PeerResponse.html("Wartung").withStatus(status)));

        assertThat(started().codeList(DOGS)).isPresent();
        assertThat(findings).hasSize(1);
    }

    @Test
    void after_a_failure_it_is_left_alone_for_a_minute() {
        XRepository repository = started();
        repository.currentVersion(DOGS);
        clock.advance(Duration.ofDays(2));
        mock.next(Fault.unavailable(Duration.ofSeconds(60)));
        repository.currentVersion(DOGS);
        repository.currentVersion(DOGS);
        assertThat(mock.requests(MockXRepository.CURRENT_VERSION)).hasSize(2);
        assertThat(findings).as("told each time").hasSize(2);

        clock.advance(Duration.ofMinutes(1));
        repository.currentVersion(DOGS);
        assertThat(mock.requests(MockXRepository.CURRENT_VERSION)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<gc:CodeList", "no xml", "\u0000\u0001"})
    void a_broken_file_is_fetched_again(String content) throws IOException {
        CodeList list = started().codeList(DOGS, "2").orElseThrow();
        Files.writeString(file(".xml"), content);

        assertThat(started().codeList(DOGS, "2")).contains(list);
        assertThat(mock.requests(MockXRepository.CODE_LIST)).hasSize(2);
        assertThat(started().codeList(DOGS, "2")).as("mended").contains(list);
        assertThat(mock.requests(MockXRepository.CODE_LIST)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-03-02T09:15:30Z\n2", "yesterday\n2\nend\n", "2026-03-02T09:15:30Z\n../x\nend\n"})
    void a_broken_note_of_the_valid_version_is_asked_again(String content) throws IOException {
        started().currentVersion(DOGS);
        Files.writeString(file(".version"), content);

        assertThat(started().currentVersion(DOGS)).contains("2");
        assertThat(mock.requests(MockXRepository.CURRENT_VERSION)).hasSize(2);
    }

    @Test
    void a_broken_answer_is_never_kept() throws IOException {
        XRepository repository = started();
        mock.next(Fault.garbage());

        failure("xrepository.answer", true, () -> repository.codeList(DOGS, "2"));
        assertThat(files()).isEmpty();
        assertThat(repository.codeList(DOGS, "2")).isPresent();
    }

    @Test
    void what_is_not_there_is_not_kept_either() {
        XRepository repository = started();
        assertThat(repository.codeList(DOGS, "3")).isEmpty();
        mock.holds(MockXRepository.list(DOGS, "3", "1", "neu"));

        assertThat(repository.codeList(DOGS, "3")).isPresent();
    }

    @Test
    void no_name_leads_out_of_the_folder_and_similar_names_do_not_meet() throws IOException {
        XRepository repository = started();
        for (String urn : List.of(
                "urn:de:test:a..b", "urn:de:test:..", "urn:de:test:\u00e4", "urn:de:test:\u00c4", "urn:DE:test:a..b")) {
            mock.holds(MockXRepository.list(urn, "1", "1", urn));
            assertThat(repository.codeList(urn, "1").orElseThrow().canonicalUri())
                    .isEqualTo(urn);
        }
        assertThat(files()).hasSize(5).allSatisfy(file -> assertThat(
                        file.getFileName().toString())
                .matches("[A-Za-z0-9_-]{1,60}\\.[0-9a-f]{32}\\.xml"));
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside).hasSize(1);
        }
    }

    @Test
    void many_threads_fetch_once() throws Exception {
        XRepository repository = started();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        mock.next(Fault.delay(Duration.ofMillis(200)));
        try {
            Callable<CodeList> task = () -> repository.codeList(DOGS, "2").orElseThrow();
            for (Future<CodeList> found : threads.invokeAll(Collections.nCopies(16, task))) {
                assertThat(found.get().rows()).hasSize(2);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(mock.requests(MockXRepository.CODE_LIST)).hasSize(1);
    }

    @Test
    void several_processes_share_a_folder() throws Exception {
        String[] rows = Stream.iterate(0, i -> i + 1)
                .limit(2000)
                .flatMap(i -> Stream.of("c" + i, "Eintrag " + i))
                .toArray(String[]::new);
        mock.holds(MockXRepository.list(DOGS, "9", rows));
        List<Process> processes = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                processes.add(process());
            }
            for (Process process : processes) {
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(output).contains(OtherProcess.SAYS + 20 * 2000);
            }
        } finally {
            for (Process process : processes) {
                process.destroyForcibly().waitFor();
            }
        }
        assertThat(files()).hasSize(1);
        assertThat(mock.requests(MockXRepository.CODE_LIST)).hasSizeBetween(1, 3);
    }

    private Process process() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        mock.uri().toString(),
                        folder.resolve("cache").toString(),
                        DOGS,
                        "9",
                        "20")
                .redirectErrorStream(true)
                .start();
    }

    @Test
    void schemas_are_a_zip_on_disk_that_is_fetched_once() throws IOException {
        mock.publishes(STANDARD, Map.of("hund.xsd", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>"));
        Path zip = started().schemas(STANDARD).orElseThrow();

        try (ZipFile file = new ZipFile(zip.toFile())) {
            assertThat(file.getEntry("hund.xsd")).isNotNull();
        }
        assertThat(started().schemas(STANDARD)).contains(zip);
        assertThat(mock.requests(MockXRepository.SCHEMAS)).hasSize(1);
        assertThat(mock.requests().get(0).path()).endsWith("/" + STANDARD + ":xmlschema");
        assertThat(started().schemas("urn:xoev-de:test:standard:unbekannt_1")).isEmpty();
    }

    @Test
    void half_a_zip_is_no_zip_wherever_it_comes_from() throws IOException {
        mock.publishes(STANDARD, Map.of("a.xsd", "<a/>", "b.xsd", "<b/>"));
        Path zip = started().schemas(STANDARD).orElseThrow();
        byte[] whole = Files.readAllBytes(zip);
        for (int length : new int[] {0, 1, 4, 22, whole.length / 2, whole.length - 1}) {
            byte[] half = Arrays.copyOf(whole, length);
            Files.write(zip, half);
            assertThat(Files.readAllBytes(started().schemas(STANDARD).orElseThrow()))
                    .isEqualTo(whole);

            Files.delete(zip);
            mock.next(Fault.answer(PeerResponse.of("application/zip", half)));
            failure("xrepository.answer", true, () -> started().schemas(STANDARD));
            assertThat(zip).doesNotExist();
            started().schemas(STANDARD);
        }
    }

    @Test
    void a_folder_that_cannot_be_written_stops_no_form() throws IOException {
        XRepository repository = started();
        Files.delete(folder.resolve("cache"));
        Files.writeString(folder.resolve("cache"), "a file where the folder was");

        assertThat(repository.codeList(DOGS)).isPresent();
        mock.publishes(STANDARD, Map.of("a.xsd", "<a/>"));
        failure("xrepository.cache", false, () -> repository.schemas(STANDARD));
        failure("xrepository.cache", false, this::started);
    }
}
