// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.benchmarks.fuzz;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.core.xml.SafeXml;
import de.ozgkit.examples.benchmarks.MapLoginState;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.BrowserKey;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.LoginRequest;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.identity.PendingLogin;
import de.ozgkit.testkit.MockLogin;
import de.ozgkit.testkit.MockNutzerkonto;
import de.ozgkit.testkit.TestPersons;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.KeyGenerator;
import org.apache.xml.security.Init;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.keys.KeyInfo;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.apache.xml.security.utils.Constants;
import org.apache.xml.security.utils.XMLUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A portal that has just asked an account who somebody is, whatever comes back. */
final class SamlTargets {

    private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
    private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    private static final SamlTargets ONE = new SamlTargets();

    private final KeyMaterial portalKey = MockNutzerkonto.newKey(MockNutzerkonto.KeyKind.RSA_2048, Clock.systemUTC());
    private final KeyMaterial accountKey = MockNutzerkonto.newKey(MockNutzerkonto.KeyKind.RSA_2048, Clock.systemUTC());
    private final BrowserKey browser = BrowserKey.fresh(Tokens.secure());
    private final Clock clock = Clock.fixed(Clock.systemUTC().instant(), ZoneOffset.UTC);
    private final Always state = new Always();
    private final Nutzerkonto strict;
    private final Nutzerkonto unsignedInside;
    private final String metadata;
    private final String response;
    private final String assertion;

    private SamlTargets() {
        Init.init();
        MockNutzerkonto account = new MockNutzerkonto(0, AccountProfile.BUNDID, accountKey, clock);
        strict = konto(AccountProfile.BUNDID, account.metadata());
        unsignedInside = konto(AccountProfile.BUNDID.withUnsignedAssertion(), account.metadata());
        account.serviceProvider(strict.metadata());
        LoginRequest request = strict.begin(Login.atLeast(TrustLevel.BASIC).allowingGuests(), browser);
        response = text(account.answer(request, MockLogin.login(TestPersons.ERIKA_MUSTERMANN)));
        assertion = withoutSignature(decrypt(response));
        metadata = fetch(account.uri("/metadata"));
        account.close();
    }

    static List<String> responses() {
        return List.of(ONE.response);
    }

    static List<String> assertions() {
        return List.of(ONE.assertion);
    }

    static List<String> metadata() {
        return List.of(ONE.metadata);
    }

    /** A form field, and the same bytes as what stands in it. */
    static void response(byte[] input) {
        complete(ONE.strict, new String(input, StandardCharsets.UTF_8));
        complete(ONE.strict, Base64.getEncoder().encodeToString(input));
    }

    /** An assertion that the account itself encrypted, inside a response that it signed. */
    static void assertion(byte[] input) {
        complete(ONE.unsignedInside, ONE.around(input));
    }

    static void metadata(byte[] input) {
        IdpMetadata.read(new ByteArrayInputStream(input));
    }

    /** Nothing but a refusal may come out, not even the other exceptions of this library. */
    private static void complete(Nutzerkonto konto, String field) {
        try {
            konto.complete(field, "handle", ONE.browser);
        } catch (RejectedException expected) {
            // the documented way in which input is refused
        } catch (RuntimeException e) {
            throw new IllegalStateException("something else than a refusal", e);
        }
    }

    private Nutzerkonto konto(AccountProfile profile, IdpMetadata account) {
        return Nutzerkonto.of(profile)
                .serviceProvider("https://portal.example.test", URI.create("https://portal.example.test/acs"))
                .identityProvider(account)
                .keys(portalKey)
                .onlineService("BMI-B0000001", "Stadt Beispielstadt")
                .state(state)
                .clock(clock)
                .build();
    }

    private String around(byte[] input) {
        try {
            Document document = SafeXml.parse(response.getBytes(StandardCharsets.UTF_8));
            Element root = document.getDocumentElement();
            root.setIdAttribute("ID", true);
            root.removeChild(signature(root));
            Element encrypted = (Element)
                    root.getElementsByTagNameNS(SAML, "EncryptedAssertion").item(0);
            encrypted.replaceChild(seal(document, input), encrypted.getFirstChild());
            XMLSignature signature = new XMLSignature(
                    document,
                    "",
                    XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA256,
                    Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
            root.insertBefore(
                    signature.getElement(),
                    root.getElementsByTagNameNS(SAML, "Issuer").item(0).getNextSibling());
            Transforms transforms = new Transforms(document);
            transforms.addTransform(Transforms.TRANSFORM_ENVELOPED_SIGNATURE);
            transforms.addTransform(Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
            signature.addDocument("#" + root.getAttribute("ID"), transforms, SHA256);
            signature.sign(accountKey.privateKey());
            var bytes = new ByteArrayOutputStream();
            XMLUtils.outputDOM(root, bytes);
            return Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (Exception e) {
            throw new AssertionError("the account cannot write", e);
        }
    }

    private Element seal(Document document, byte[] input) throws Exception {
        KeyGenerator generator = KeyGenerator.getInstance("AES");
        generator.init(256);
        var contentKey = generator.generateKey();
        XMLCipher wrap = XMLCipher.getInstance(XMLCipher.RSA_OAEP);
        wrap.init(XMLCipher.WRAP_MODE, portalKey.certificate().getPublicKey());
        KeyInfo info = new KeyInfo(document);
        info.add(wrap.encryptKey(document, contentKey));
        XMLCipher cipher = XMLCipher.getInstance(XMLCipher.AES_256_GCM);
        cipher.init(XMLCipher.ENCRYPT_MODE, contentKey);
        var data = cipher.encryptData(
                document, "http://www.w3.org/2001/04/xmlenc#Element", new ByteArrayInputStream(input));
        data.setKeyInfo(info);
        return cipher.martial(document, data);
    }

    private String decrypt(String xml) {
        try {
            XMLCipher cipher = XMLCipher.getInstance();
            cipher.init(XMLCipher.DECRYPT_MODE, null);
            cipher.setKEK(portalKey.privateKey());
            Element root = SafeXml.parse(xml.getBytes(StandardCharsets.UTF_8)).getDocumentElement();
            Element data = (Element) root.getElementsByTagNameNS("http://www.w3.org/2001/04/xmlenc#", "EncryptedData")
                    .item(0);
            return new String(cipher.decryptToByteArray(data), StandardCharsets.UTF_8);
        } catch (XMLSecurityException e) {
            throw new IllegalStateException("the account's response cannot be opened", e);
        }
    }

    private static Element signature(Element root) {
        return (Element) root.getElementsByTagNameNS(Constants.SignatureSpecNS, "Signature")
                .item(0);
    }

    private static String withoutSignature(String assertion) {
        return assertion.replaceFirst("(?s)<ds:Signature.*</ds:Signature>", "");
    }

    private static String text(String field) {
        return new String(Base64.getDecoder().decode(field), StandardCharsets.UTF_8);
    }

    private static String fetch(URI address) {
        try (var in = address.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one log-in that is always outstanding. */
    private static final class Always extends MapLoginState {

        private volatile Optional<PendingLogin> login = Optional.empty();

        @Override
        public void remember(PendingLogin begun) {
            login = Optional.of(begun);
        }

        @Override
        public Optional<PendingLogin> find(String handle) {
            return login;
        }

        @Override
        public boolean claim(String handle, Instant now) {
            return true;
        }

        @Override
        public boolean useAssertion(String assertion, Instant expiresAt) {
            return true;
        }
    }
}
