// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.delivery;

import de.ozgkit.core.KeyMaterial;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataStreamGenerator;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;

/** Signs and encrypts what is written through it, without ever holding it as a whole. Source: S/MIME 4.0 (RFC 8551), CMS (RFC 5652, 5083). */
final class SecretMail {

    /** A provider of our own, so that it does not matter which ones the portal has registered. */
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);
    private static final String SIGNED =
            "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=\"smime.p7m\"\r\n"
                    + "Content-Transfer-Encoding: base64\r\n\r\n";

    private final List<X509Certificate> readers;
    private final Optional<KeyMaterial> signer;
    private final boolean older;

    /**
     * @param readers whose keys open it
     * @param older whether programs must read it that know neither AES-GCM nor OAEP
     */
    SecretMail(List<X509Certificate> readers, Optional<KeyMaterial> signer, boolean older) {
        this.readers = List.copyOf(readers);
        this.signer = signer;
        this.older = older;
    }

    /** Writes what is to be kept secret. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** What a mail program calls this kind of message. */
    String type() {
        return older ? "enveloped-data" : "authEnveloped-data";
    }

    /** Writes the content, signed if there is a signer, encrypted for all readers, as DER. */
    void write(Content content, OutputStream out) throws IOException {
        try (OutputStream sealed = older ? enveloped(out) : authEnveloped(out)) {
            if (signer.isPresent()) {
                sealed.write(SIGNED.getBytes(StandardCharsets.US_ASCII));
                writeSigned(signer.get(), content, sealed);
            } else {
                content.writeTo(sealed);
            }
        } catch (CMSException | GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("cannot be encrypted or signed", e);
        }
    }

    private OutputStream authEnveloped(OutputStream out) throws IOException, CMSException, GeneralSecurityException {
        CMSAuthEnvelopedDataStreamGenerator generator = new CMSAuthEnvelopedDataStreamGenerator();
        for (X509Certificate reader : readers) {
            generator.addRecipientInfoGenerator(recipient(reader));
        }
        return generator.open(out, (OutputAEADEncryptor) encryptor(CMSAlgorithm.AES256_GCM));
    }

    private OutputStream enveloped(OutputStream out) throws IOException, CMSException, GeneralSecurityException {
        CMSEnvelopedDataStreamGenerator generator = new CMSEnvelopedDataStreamGenerator();
        for (X509Certificate reader : readers) {
            generator.addRecipientInfoGenerator(recipient(reader));
        }
        return generator.open(out, encryptor(CMSAlgorithm.AES256_CBC));
    }

    private static OutputEncryptor encryptor(ASN1ObjectIdentifier algorithm) throws CMSException {
        return new JceCMSContentEncryptorBuilder(algorithm)
                .setProvider(PROVIDER)
                .build();
    }

    private RecipientInfoGenerator recipient(X509Certificate reader) throws GeneralSecurityException {
        if (older) {
            return new JceKeyTransRecipientInfoGenerator(reader).setProvider(PROVIDER);
        }
        AlgorithmIdentifier oaep =
                new JcaAlgorithmParametersConverter().getAlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, OAEP);
        return new JceKeyTransRecipientInfoGenerator(reader, oaep).setProvider(PROVIDER);
    }

    private static void writeSigned(KeyMaterial signer, Content content, OutputStream out)
            throws IOException, CMSException, GeneralSecurityException, OperatorCreationException {
        CMSSignedDataStreamGenerator generator = new CMSSignedDataStreamGenerator();
        PrivateKey key = signer.privateKey();
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .setProvider(PROVIDER)
                .build(key instanceof ECPrivateKey ? "SHA256withECDSA" : "SHA256withRSA", key, signer.certificate()));
        generator.addCertificates(new JcaCertStore(signer.chain()));
        OutputStream base64 = Base64.getMimeEncoder().wrap(new Unclosed(out));
        try (base64;
                OutputStream signed = generator.open(base64, true)) {
            content.writeTo(signed);
        }
    }

    /** Ends a layer without ending the one around it. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
