// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.transfercode;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import de.ozgkit.payment.BankTransfer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** The QR code of a bank transfer ("GiroCode") as an image. Source: EPC069-12: error level M, at most version 13. */
public final class TransferCode {

    private static final int HIGHEST_VERSION = 13;
    private static final int QUIET_ZONE = 4;
    private static final int WHITE = 0xFFFFFF;

    private final ByteMatrix modules;

    private TransferCode(ByteMatrix modules) {
        this.modules = modules;
    }

    /** The code of a transfer. */
    public static TransferCode of(BankTransfer transfer) {
        // The bytes of UTF-8 go in as they are. If the encoder knew the character set, it would announce it in the
        // code:
        // the payload does so itself, some banking apps stumble over it, and a full payload would not fit any more.
        String bytes = new String(transfer.epcPayload().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        QRCode code;
        try {
            code = Encoder.encode(bytes, ErrorCorrectionLevel.M);
        } catch (WriterException e) {
            throw new IllegalStateException("331 bytes fit every QR code of version 13", e);
        }
        if (code.getVersion().getVersionNumber() > HIGHEST_VERSION) {
            throw new IllegalStateException("331 bytes fit every QR code of version 13");
        }
        return new TransferCode(code.getMatrix());
    }

    /** Squares on each side, without the white border: 17 + 4 times the version. */
    public int size() {
        return modules.getWidth();
    }

    /** For a page: scales without blurring. The details belong beside it as text, since not everybody can scan an image. */
    public String svg() {
        int side = size() + 2 * QUIET_ZONE;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < size(); y++) {
            for (int x = 0; x < size(); x++) {
                if (isDark(x, y)) {
                    int begin = x;
                    while (isDark(x + 1, y)) {
                        x++;
                    }
                    int width = x - begin + 1;
                    path.append('M').append(begin + QUIET_ZONE).append(' ').append(y + QUIET_ZONE);
                    path.append('h').append(width).append("v1h-").append(width).append('z');
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                + "\" role=\"img\" aria-label=\"QR-Code für Ihre Überweisung. Alle Angaben stehen als Text daneben.\" shape-rendering=\"crispEdges\">"
                + "<path fill=\"#fff\" d=\"M0 0h" + side + "v" + side + "h-" + side + "z\"/>"
                + "<path fill=\"#000\" d=\"" + path + "\"/></svg>";
    }

    /**
     * For mails and documents.
     *
     * @param scale pixels for each square
     */
    public byte[] png(int scale) {
        int side = (size() + 2 * QUIET_ZONE) * scale;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (!isDark(x / scale - QUIET_ZONE, y / scale - QUIET_ZONE)) {
                    image.setRGB(x, y, WHITE);
                }
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private boolean isDark(int x, int y) {
        return x >= 0 && y >= 0 && x < size() && y < size() && modules.get(x, y) == 1;
    }
}
