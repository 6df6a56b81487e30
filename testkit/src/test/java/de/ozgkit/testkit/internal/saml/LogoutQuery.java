// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Puts a query together as an account signs it, piece by piece. */
final class LogoutQuery {

    private LogoutQuery() {}

    static String packed(String xml) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION, true))) {
            out.write(xml.getBytes(StandardCharsets.UTF_8));
        }
        return encode(Base64.getEncoder().encodeToString(bytes.toByteArray()));
    }

    static String signed(String query) throws GeneralSecurityException {
        Signature engine = Signature.getInstance("SHA256withRSA");
        engine.initSign(Handmade.IDP_KEY.privateKey());
        engine.update(query.getBytes(StandardCharsets.UTF_8));
        return query + "&Signature=" + encode(Base64.getEncoder().encodeToString(engine.sign()));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
