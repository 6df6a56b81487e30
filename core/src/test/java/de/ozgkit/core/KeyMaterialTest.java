// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Security;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyMaterialTest {

    private static final char[] PASSWORD = "geheim".toCharArray();
    private static final char[] UMLAUTS = "geheim-äöü".toCharArray();
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

    private static KeyPair rsa;
    private static KeyPair otherRsa;
    private static X509Certificate certificate;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeKeys() throws Exception {
        rsa = TestKeys.rsa(2048);
        otherRsa = TestKeys.rsa(2048);
        certificate = TestKeys.certificate("Portal Musterstadt", rsa);
    }

    @Test
    void reads_old_pkcs12_files_with_broken_ciphers() throws Exception {
        List<ASN1ObjectIdentifier> ciphers = List.of(
                PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC,
                PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC2_CBC,
                PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC,
                PKCSObjectIdentifiers.pbeWithSHAAnd2_KeyTripleDES_CBC);
        for (ASN1ObjectIdentifier cipher : ciphers) {
            byte[] content = TestKeys.oldPkcs12(
                    UMLAUTS,
                    rsa.getPrivate(),
                    certificate,
                    PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC,
                    cipher);

            KeyMaterial keys = KeyMaterial.pkcs12(content, UMLAUTS);

            assertThat(keys.privateKey()).isEqualTo(rsa.getPrivate());
            assertThat(keys.certificate()).isEqualTo(certificate);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1", "brainpoolP256r1", "brainpoolP384r1", "brainpoolP512r1"})
    void reads_and_writes_elliptic_curves(String curve) throws Exception {
        KeyPair pair = TestKeys.ec(curve);
        X509Certificate own = TestKeys.certificate("Kurve", pair);
        Path file = folder.resolve("ec.p12");

        KeyMaterial pem = KeyMaterial.pem(
                TestKeys.pem(folder.resolve("cert.pem"), own),
                TestKeys.pem(folder.resolve("key.pem"), pair.getPrivate()));
        pem.writePkcs12(file, PASSWORD);
        KeyMaterial again = KeyMaterial.pkcs12(file, PASSWORD).requireValid(NOW);

        assertThat(again.certificate()).isEqualTo(own);
        assertThat(again.privateKey().getEncoded()).isEqualTo(pem.privateKey().getEncoded());
        Signature signer = Signature.getInstance("SHA256withECDSA", TestKeys.BC);
        signer.initSign(again.privateKey());
        assertThat(signer.sign()).isNotEmpty();
    }

    @Test
    void gives_the_jdks_own_objects_so_that_the_jdks_tls_takes_them() throws Exception {
        KeyPair pair = TestKeys.ec("secp256r1");
        byte[] content =
                TestKeys.pkcs12(PASSWORD, "a", pair.getPrivate(), TestKeys.chain(TestKeys.certificate("TLS", pair)));

        KeyMaterial keys = KeyMaterial.pkcs12(content, PASSWORD);

        assertThat(keys.privateKey().getClass().getName()).startsWith("sun.security.");
        assertThat(keys.certificate().getClass().getName()).startsWith("sun.security.");
    }

    @Test
    void asks_for_an_alias_only_when_there_are_several_keys() throws Exception {
        X509Certificate other = TestKeys.certificate("Verwaltung", otherRsa);
        byte[] content = TestKeys.pkcs12(
                PASSWORD,
                "portal",
                rsa.getPrivate(),
                TestKeys.chain(certificate),
                "other",
                otherRsa.getPrivate(),
                TestKeys.chain(other));
        Path file = Files.write(folder.resolve("two.p12"), content);

        assertCode("key.several", () -> KeyMaterial.pkcs12(file, PASSWORD));
        assertCode("key.several", () -> KeyMaterial.pkcs12(content, PASSWORD));
        assertCode("key.file", () -> KeyMaterial.pkcs12(file, PASSWORD, "third"));
        assertThat(KeyMaterial.pkcs12(file, PASSWORD, "PORTAL").certificate()).isEqualTo(certificate);
        assertThat(KeyMaterial.pkcs12(file, PASSWORD, "other").certificate()).isEqualTo(other);
    }

    @Test
    void tells_a_wrong_password_from_a_broken_file() throws Exception {
        byte[] content = TestKeys.pkcs12(PASSWORD, "a", rsa.getPrivate(), TestKeys.chain(certificate));

        assertCode("key.password", () -> KeyMaterial.pkcs12(content, "falsch".toCharArray()));
        assertCode("key.password", () -> KeyMaterial.pkcs12(content, new char[0]));
        assertCode("key.file", () -> KeyMaterial.pkcs12(Arrays.copyOf(content, content.length / 2), PASSWORD));
        assertCode("key.file", () -> KeyMaterial.pkcs12(new byte[0], PASSWORD));
        assertCode("key.file", () -> KeyMaterial.pkcs12("kein Schlüssel".getBytes(StandardCharsets.UTF_8), PASSWORD));
        assertCode("key.file", () -> KeyMaterial.pkcs12(folder.resolve("absent.p12"), PASSWORD));
        assertCode("key.file", () -> KeyMaterial.pkcs12(folder, PASSWORD));
    }

    @Test
    void refuses_a_pkcs12_file_without_a_private_key() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("only", certificate);
        byte[] content = TestKeys.stored(store, PASSWORD);

        assertCode("key.file", () -> KeyMaterial.pkcs12(content, PASSWORD));
    }

    @Test
    void refuses_a_file_of_more_than_one_mebibyte() throws Exception {
        Path file = Files.write(folder.resolve("large.p12"), new byte[(1 << 20) + 1]);

        assertThatThrownBy(() -> KeyMaterial.pkcs12(file, PASSWORD)).hasMessageContaining("1 MiB");
    }

    @Test
    void reads_each_form_of_an_unencrypted_pem_key() throws Exception {
        Path certificates = TestKeys.pem(folder.resolve("cert.pem"), certificate);
        Path pkcs1 = TestKeys.pem(folder.resolve("pkcs1.pem"), rsa.getPrivate());
        Path pkcs8 = TestKeys.pem(folder.resolve("pkcs8.pem"), new JcaPKCS8Generator(rsa.getPrivate(), null));

        assertThat(Files.readString(pkcs1)).startsWith(begin("RSA PRIVATE KEY"));
        assertThat(Files.readString(pkcs8)).startsWith(begin("PRIVATE KEY"));
        for (Path key : List.of(pkcs1, pkcs8)) {
            assertThat(KeyMaterial.pem(certificates, key).privateKey()).isEqualTo(rsa.getPrivate());
        }
    }

    @Test
    void reads_an_ec_key_as_openssl_writes_it_with_its_parameters_in_front() throws Exception {
        KeyPair pair = TestKeys.ec("secp256r1");
        var parameters = new PemObject("EC PARAMETERS", new ASN1ObjectIdentifier("1.2.840.10045.3.1.7").getEncoded());
        Path key = folder.resolve("ec.pem");
        TestKeys.pem(key, parameters, pair.getPrivate());

        assertThat(Files.readString(key)).contains(begin("EC PRIVATE KEY"));
        KeyMaterial keys =
                KeyMaterial.pem(TestKeys.pem(folder.resolve("c.pem"), TestKeys.certificate("EC", pair)), key);
        assertThat(keys.privateKey().getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void reads_encrypted_pem_keys_of_both_kinds() throws Exception {
        Path certificates = TestKeys.pem(folder.resolve("cert.pem"), certificate);
        var pkcs8 = new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                .setProvider(TestKeys.BC)
                .setPassword("geheim".toCharArray())
                .build();
        var old = new JcePEMEncryptorBuilder("AES-256-CBC")
                .setProvider(TestKeys.BC)
                .build("geheim".toCharArray());
        List<Path> files = List.of(
                TestKeys.pem(folder.resolve("1.pem"), new JcaPKCS8Generator(rsa.getPrivate(), pkcs8)),
                TestKeys.pem(folder.resolve("2.pem"), new JcaMiscPEMGenerator(rsa.getPrivate(), old)));

        for (Path key : files) {
            assertThat(Files.readString(key)).contains("ENCRYPTED");
            assertThat(KeyMaterial.pem(certificates, key, "geheim".toCharArray())
                            .privateKey())
                    .isEqualTo(rsa.getPrivate());
            assertCode("key.password", () -> KeyMaterial.pem(certificates, key));
            assertCode("key.password", () -> KeyMaterial.pem(certificates, key, "falsch".toCharArray()));
        }
    }

    @Test
    void reads_key_and_chain_from_one_file_in_any_order_and_puts_the_chain_right() throws Exception {
        KeyPair rootKey = TestKeys.rsa(2048);
        X509Certificate root = TestKeys.certificate("Wurzel", rootKey);
        X509Certificate issuer =
                TestKeys.certificate("Aussteller", otherRsa.getPublic(), "Wurzel", rootKey.getPrivate());
        X509Certificate leaf = TestKeys.certificate("Portal", rsa.getPublic(), "Aussteller", otherRsa.getPrivate());
        X509Certificate stranger = TestKeys.certificate("Fremd", rootKey);
        Path file = TestKeys.pem(folder.resolve("all.pem"), root, stranger, issuer, rsa.getPrivate(), leaf);

        KeyMaterial keys = KeyMaterial.pem(file, file);

        assertThat(keys.chain()).containsExactly(leaf, issuer, root);
        assertThatThrownBy(() -> keys.chain().clear()).isInstanceOf(UnsupportedOperationException.class);
        Path p12 = folder.resolve("chain.p12");
        keys.writePkcs12(p12, PASSWORD);
        assertThat(KeyMaterial.pkcs12(p12, PASSWORD).chain()).containsExactly(leaf, issuer, root);
    }

    @Test
    void refuses_a_certificate_of_another_key() throws Exception {
        Path key = TestKeys.pem(folder.resolve("key.pem"), otherRsa.getPrivate());
        Path certificates = TestKeys.pem(folder.resolve("cert.pem"), certificate);
        KeyPair curve = TestKeys.ec("secp256r1");
        Path curveKey = TestKeys.pem(folder.resolve("curve.pem"), curve.getPrivate());
        byte[] p12 = TestKeys.pkcs12(PASSWORD, "a", otherRsa.getPrivate(), TestKeys.chain(certificate));

        assertCode("key.mismatch", () -> KeyMaterial.pem(certificates, key));
        assertCode("key.mismatch", () -> KeyMaterial.pem(certificates, curveKey));
        assertCode("key.mismatch", () -> KeyMaterial.pkcs12(p12, PASSWORD));
    }

    @Test
    void refuses_pem_files_that_hold_something_else() throws Exception {
        Path certificates = TestKeys.pem(folder.resolve("cert.pem"), certificate);
        Path key = TestKeys.pem(folder.resolve("key.pem"), rsa.getPrivate());
        Path two = TestKeys.pem(folder.resolve("two.pem"), rsa.getPrivate(), otherRsa.getPrivate());
        Path noise = Files.writeString(folder.resolve("noise.pem"), "Guten Tag");
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path broken = Files.writeString(
                folder.resolve("broken.pem"), Files.readString(key).substring(0, 400));
        Path garbled = Files.writeString(
                folder.resolve("garbled.pem"), begin("PRIVATE KEY") + "\nR3V0ZW4gVGFn\n-----END PRIVATE KEY-----\n");
        Path edwards = TestKeys.pem(
                folder.resolve("ed25519.pem"),
                PrivateKeyInfo.getInstance(KeyPairGenerator.getInstance("Ed25519")
                        .generateKeyPair()
                        .getPrivate()
                        .getEncoded()));

        assertCode("key.several", () -> KeyMaterial.pem(certificates, two));
        for (Path wrong : List.of(certificates, noise, empty, broken, garbled, edwards)) {
            assertCode("key.file", () -> KeyMaterial.pem(certificates, wrong));
        }
        for (Path wrong : List.of(key, noise, empty, broken, garbled, folder.resolve("absent.pem"))) {
            assertCode("key.file", () -> KeyMaterial.readCertificates(wrong));
        }
    }

    @Test
    void reads_certificates_in_pem_and_der_and_behind_a_byte_order_mark() throws Exception {
        X509Certificate other = TestKeys.certificate("Zweites", otherRsa);
        X509Certificate curve = TestKeys.certificate("Kurve", TestKeys.ec("brainpoolP384r1"));
        Path pem = TestKeys.pem(folder.resolve("several.pem"), certificate, other, curve);
        Path der = Files.write(folder.resolve("one.der"), certificate.getEncoded());
        Path marked = Files.writeString(folder.resolve("marked.pem"), "\uFEFF" + TestKeys.pem(other));

        assertThat(KeyMaterial.readCertificates(pem)).containsExactly(certificate, other, curve);
        assertThat(KeyMaterial.readCertificates(der)).containsExactly(certificate);
        assertThat(KeyMaterial.readCertificates(marked)).containsExactly(other);
        assertThat(KeyMaterial.readCertificates(curve.getEncoded())).containsExactly(curve);
    }

    @Test
    void makes_a_key_for_development() throws Exception {
        KeyMaterial keys = KeyMaterial.selfSigned("localhost", Duration.ofDays(30), NOW);

        assertThat(keys.requireValid(NOW)).isSameAs(keys);
        assertThat(((RSAPrivateKey) keys.privateKey()).getModulus().bitLength()).isEqualTo(3072);
        assertThat(keys.certificate().getNotAfter().toInstant())
                .isEqualTo(NOW.instant().plus(Duration.ofDays(30)));
        assertThat(keys.certificate().getSubjectAlternativeNames()).hasSize(3);
        assertThat(keys.certificate().getBasicConstraints()).isEqualTo(-1);
        assertThat(keys.chain()).hasSize(1);
        keys.certificate().verify(keys.certificate().getPublicKey());
    }

    @Test
    void takes_any_common_name_as_it_is() {
        KeyMaterial keys = KeyMaterial.selfSigned("Amt für Hunde, CN=Admin", Duration.ofDays(1), NOW);

        assertThat(keys.certificate().getSubjectX500Principal().getName()).isEqualTo("CN=Amt für Hunde\\, CN\\=Admin");
        assertThatIllegalArgumentException().isThrownBy(() -> KeyMaterial.selfSigned(" ", Duration.ofDays(1), NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> KeyMaterial.selfSigned("a", Duration.ZERO, NOW));
    }

    @Test
    void notices_a_key_that_is_expired_too_young_or_weak() throws Exception {
        KeyMaterial keys = material(rsa, certificate);

        assertThat(keys.requireValid(at(TestKeys.FROM))).isSameAs(keys);
        assertThat(keys.requireValid(at(TestKeys.UNTIL))).isSameAs(keys);
        assertCode("key.not_yet_valid", () -> keys.requireValid(at(TestKeys.FROM.minusMillis(1))));
        assertCode("key.expired", () -> keys.requireValid(at(TestKeys.UNTIL.plusMillis(1))));
        KeyPair shortRsa = TestKeys.rsa(1024);
        KeyPair shortCurve = TestKeys.ec("secp192r1");
        KeyMaterial weak = material(shortRsa, TestKeys.certificate("Schwach", shortRsa));
        KeyMaterial weakCurve = material(shortCurve, TestKeys.certificate("Schwach", shortCurve));
        assertCode("key.weak", () -> weak.requireValid(NOW));
        assertCode("key.weak", () -> weakCurve.requireValid(NOW));
    }

    @Test
    void warns_before_the_certificate_expires() throws Exception {
        KeyMaterial keys = material(rsa, certificate);

        assertThat(keys.expiresWithin(Duration.ofDays(30), at(TestKeys.UNTIL.minus(Duration.ofDays(31)))))
                .isFalse();
        assertThat(keys.expiresWithin(Duration.ofDays(30), at(TestKeys.UNTIL.minus(Duration.ofDays(29)))))
                .isTrue();
        assertThat(keys.expiresWithin(Duration.ZERO, at(TestKeys.UNTIL.plusSeconds(1))))
                .isTrue();
    }

    @Test
    void writes_for_the_owner_only_and_replaces_what_was_there() throws Exception {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews())
                .as("file permissions are checked on POSIX file systems")
                .contains("posix");
        Path file = folder.resolve("keys.p12");
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        material(rsa, certificate).writePkcs12(file, PASSWORD);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(KeyMaterial.pkcs12(file, PASSWORD).privateKey()).isEqualTo(rsa.getPrivate());
        try (var files = Files.list(folder)) {
            assertThat(files).as("no temporary file is left").containsExactly(file);
        }
    }

    @Test
    void says_when_it_cannot_write() throws Exception {
        KeyMaterial keys = material(rsa, certificate);
        Path nowhere = folder.resolve("absent").resolve("keys.p12");

        assertCode("key.file", () -> keys.writePkcs12(nowhere, PASSWORD));
        assertCode("key.password", () -> keys.writePkcs12(folder.resolve("a.p12"), UMLAUTS));
        assertCode("key.password", () -> keys.writePkcs12(folder.resolve("a.p12"), new char[0]));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keeps_key_and_password_out_of_texts_and_the_jvm_as_it_was() throws Exception {
        KeyMaterial keys = material(rsa, certificate);

        assertThat(keys).hasToString("CN=Portal Musterstadt (valid until 2027-01-01T00:00:00Z)");
        byte[] content = TestKeys.pkcs12(PASSWORD, "a", rsa.getPrivate(), TestKeys.chain(certificate));
        assertThatThrownBy(() -> KeyMaterial.pkcs12(content, "hunter2".toCharArray()))
                .hasMessageNotContaining("hunter2");
        assertThat(Security.getProvider("BC")).isNull();
    }

    private static KeyMaterial material(KeyPair pair, X509Certificate own) throws Exception {
        return KeyMaterial.pkcs12(TestKeys.pkcs12(PASSWORD, "a", pair.getPrivate(), TestKeys.chain(own)), PASSWORD);
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    private static void assertCode(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    private static String begin(String what) {
        return "-----BEGIN " + what + "-----";
    }
}
