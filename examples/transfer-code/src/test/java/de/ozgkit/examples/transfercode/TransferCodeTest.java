// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.transfercode;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import de.ozgkit.core.Money;
import de.ozgkit.payment.BankTransfer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a banking app reads is what was ordered. */
class TransferCodeTest {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private static final int SCALE = 4;

    static Stream<BankTransfer> transfers() {
        return Stream.of(
                transfer("Stadt Beispielhausen", "4200000000061/Bewohnerparken"),
                transfer("Stadt Königsfelde", "Test"),
                transfer("ü".repeat(70), "Gebühr Größe " + "x".repeat(40)),
                fullest());
    }

    private static BankTransfer transfer(String name, String text) {
        return new BankTransfer(
                name, "DE89370400440532013000", Optional.empty(), Money.cents(3070), Optional.empty(), text);
    }

    /** 331 bytes, more than which there must not be. */
    private static BankTransfer fullest() {
        String frame = transfer("n".repeat(70), "t").epcPayload();
        int room = BankTransfer.MOST_BYTES - frame.getBytes(StandardCharsets.UTF_8).length + 1;
        return transfer("n".repeat(70), "ü".repeat(room - 140) + "t".repeat(140 - (room - 140)));
    }

    @ParameterizedTest
    @MethodSource("transfers")
    void an_app_reads_what_was_ordered(BankTransfer transfer) throws Exception {
        TransferCode code = TransferCode.of(transfer);
        BufferedImage png = ImageIO.read(new ByteArrayInputStream(code.png(SCALE)));
        BufferedImage svg = drawn(code);

        for (BufferedImage image : new BufferedImage[] {png, svg}) {
            Result read = read(image);
            assertThat(read.getText()).isEqualTo(transfer.epcPayload());
            assertThat(BankTransfer.parse(read.getText())).isEqualTo(transfer);
            assertThat(read.getResultMetadata()).containsEntry(ResultMetadataType.ERROR_CORRECTION_LEVEL, "M");
        }
        assertThat(code.size()).isLessThanOrEqualTo(69);
    }

    @Test
    void the_fullest_payload_fits_version_13() {
        assertThat(fullest().epcPayload().getBytes(StandardCharsets.UTF_8)).hasSize(331);
        assertThat(TransferCode.of(fullest()).size()).isEqualTo(69);
        assertThat(TransferCode.of(transfer("Stadt", "1")).size()).isLessThan(40);
    }

    @Test
    void tells_people_what_it_is() {
        assertThat(TransferCode.of(transfer("Stadt", "1")).svg())
                .startsWith("<svg xmlns=")
                .contains(
                        "role=\"img\" aria-label=\"QR-Code für Ihre Überweisung. Alle Angaben stehen als Text daneben.\"")
                .doesNotContain("<script", "style=");
    }

    private static BufferedImage drawn(TransferCode code) {
        int side = code.size() + 8;
        BufferedImage image = new BufferedImage(side * SCALE, side * SCALE, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, side * SCALE, side * SCALE);
        graphics.setColor(java.awt.Color.BLACK);
        Matcher run = RUN.matcher(code.svg());
        while (run.find()) {
            graphics.fillRect(
                    Integer.parseInt(run.group(1)) * SCALE,
                    Integer.parseInt(run.group(2)) * SCALE,
                    Integer.parseInt(run.group(3)) * SCALE,
                    SCALE);
        }
        graphics.dispose();
        return image;
    }

    private static Result read(BufferedImage image) throws Exception {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(source)),
                        Map.of(DecodeHintType.CHARACTER_SET, "UTF-8", DecodeHintType.TRY_HARDER, Boolean.TRUE));
    }
}
