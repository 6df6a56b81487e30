// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.postbox.delivery.FolderChannel;
import de.ozgkit.postbox.spi.DeliveryChannel;
import de.ozgkit.postbox.spi.DeliveryResult.HandedOver;
import de.ozgkit.postbox.spi.OutboundMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FolderChannelTest extends DeliveryChannelContract {

    @TempDir
    private Path temp;

    private Path folder;
    private DeliveryChannel channel;

    @BeforeEach
    void open() {
        folder = temp.resolve("steueramt");
        channel = FolderChannel.named("desk", folder);
    }

    @Override
    protected DeliveryChannel channel() {
        return channel;
    }

    @Override
    protected List<String> arrived() {
        return files().filter(name -> name.endsWith(".zip"))
                .map(name -> name.replace(".zip", ""))
                .toList();
    }

    @Override
    protected boolean can(Fault fault) {
        return fault == Fault.DOWN;
    }

    @Override
    protected void begin(Fault fault) {
        move(folder, temp.resolve("unmounted"));
    }

    @Override
    protected void end(Fault fault) {
        move(temp.resolve("unmounted"), folder);
    }

    @Test
    void writes_what_machines_and_people_read() throws IOException {
        OutboundMessage message = OutboundMessages.dog(1);

        assertThat(channel.deliver(message)).isEqualTo(new HandedOver(message.id() + ".zip"));

        Map<String, byte[]> zip = unzip(message);
        assertThat(zip.keySet())
                .containsExactly(
                        "application.json",
                        "application.txt",
                        "attachments/01-Impfpass von Wuschel.pdf",
                        "attachments/02-Impfpass von Wuschel.pdf");
        JsonNode json = JsonMapper.shared().readTree(zip.get("application.json"));
        assertThat(json.at("/messageId").asString()).isEqualTo(message.id().toString());
        assertThat(json.at("/reference").asString()).isEqualTo("RE-2026-7K3M-9QXA");
        assertThat(json.at("/authority").asString()).isEqualTo("055620032032");
        assertThat(json.at("/data/größe").asString()).isEqualTo("40 cm");
        assertThat(json.at("/answers/0/value").asString()).isEqualTo("Wuschel");
        assertThat(json.at("/attachments/1/path").asString()).isEqualTo("attachments/02-Impfpass von Wuschel.pdf");
        assertThat(new String(zip.get("application.txt"), StandardCharsets.UTF_8))
                .contains("Antragsnummer: RE-2026-7K3M-9QXA")
                .contains("An: Stadt Recklinghausen, Steueramt")
                .contains("Eingegangen: 21.11.2026, 10:00 Uhr")
                .contains("Name des Hundes: Wuschel")
                .contains("Bemerkung: eins\r\n    zwei <b>&");
        assertThat(zip.get("attachments/02-Impfpass von Wuschel.pdf")).hasSize(300_000);
    }

    @Test
    void writes_the_same_bytes_every_time() throws IOException {
        OutboundMessage message = OutboundMessages.dog(1);
        channel.deliver(message);
        byte[] first = Files.readAllBytes(folder.resolve(message.id() + ".zip"));
        channel.deliver(OutboundMessages.again(message, 2));
        assertThat(Files.readAllBytes(folder.resolve(message.id() + ".zip"))).isEqualTo(first);
    }

    @Test
    void removes_what_a_killed_try_left_and_nothing_else() throws IOException {
        OutboundMessage message = OutboundMessages.dog(1);
        Path unfinished = Files.createDirectory(folder.resolve(".unfinished"));
        Files.writeString(unfinished.resolve(message.id() + ".old"), "half");
        Files.writeString(unfinished.resolve("another.old"), "half");

        channel.deliver(message);

        assertThat(unfinished)
                .isDirectoryContaining("glob:**/another.old")
                .isDirectoryNotContaining("glob:**/" + message.id() + "*");
        assertThat(files()).containsExactlyInAnyOrder(message.id() + ".zip", ".unfinished");
    }

    @Test
    void says_at_the_start_that_a_folder_cannot_be_used() throws IOException {
        Path file = Files.createFile(temp.resolve("a-file"));
        assertThatThrownBy(() -> FolderChannel.named("desk", file.resolve("below")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("postbox.folder.missing");
    }

    private Map<String, byte[]> unzip(OutboundMessage message) throws IOException {
        Map<String, byte[]> content = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(folder.resolve(message.id() + ".zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                content.put(entry.getName(), zip.readAllBytes());
            }
        }
        return content;
    }

    private Stream<String> files() {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(path -> path.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
