// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.core.KeyMaterial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which of the allowed ways {@link MockNutzerkonto} writes a response: all of them must be read by a service provider that is ready for
 * BundID today and after its announced changes. Immutable; begin with {@link #usual()}.
 *
 * <pre>{@code
 * account.nextLogin(login(ERIKA_MUSTERMANN)
 *     .in(ResponseStyle.usual().with(Signature.PSS_SHA512).with(KeyTransport.OAEP_MGF1_SHA256)));
 * }</pre>
 *
 * Sources: RFC 9231 and XML Encryption 1.1 for the algorithms; interface description of BundID 10.2, chapters 5, 6 and 10.
 *
 * @since 0.1
 */
public final class ResponseStyle {

    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
    private static final String MORE_2007 = "http://www.w3.org/2007/05/xmldsig-more#";
    private static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
    private static final String XENC11 = "http://www.w3.org/2009/xmlenc11#";

    /** What is signed. */
    public enum Signed {
        BOTH,
        RESPONSE,
        ASSERTION
    }

    /** How it is signed. */
    public enum Signature {
        RSA_SHA256(MORE + "rsa-sha256"),
        RSA_SHA384(MORE + "rsa-sha384"),
        RSA_SHA512(MORE + "rsa-sha512"),
        PSS_SHA256(MORE_2007 + "sha256-rsa-MGF1"),
        PSS_SHA384(MORE_2007 + "sha384-rsa-MGF1"),
        PSS_SHA512(MORE_2007 + "sha512-rsa-MGF1"),
        ECDSA_SHA256(MORE + "ecdsa-sha256"),
        ECDSA_SHA384(MORE + "ecdsa-sha384"),
        ECDSA_SHA512(MORE + "ecdsa-sha512");

        private final String uri;

        Signature(String uri) {
            this.uri = uri;
        }

        /** The name of the algorithm in messages. */
        public String uri() {
            return uri;
        }
    }

    /** The digest of what is signed. */
    public enum Digest {
        SHA256(XENC + "sha256"),
        SHA384(MORE + "sha384"),
        SHA512(XENC + "sha512");

        private final String uri;

        Digest(String uri) {
            this.uri = uri;
        }

        /** The name of the algorithm in messages. */
        public String uri() {
            return uri;
        }
    }

    /** How the key of the content is encrypted: RSA-OAEP with this digest and mask. */
    public enum KeyTransport {
        /** Digest and mask with SHA-1, as Shibboleth does by default. */
        OAEP_MGF1P(XENC + "rsa-oaep-mgf1p", "http://www.w3.org/2000/09/xmldsig#sha1", null),
        OAEP_MGF1P_SHA256(XENC + "rsa-oaep-mgf1p", XENC + "sha256", null),
        OAEP_MGF1_SHA1(XENC11 + "rsa-oaep", XENC + "sha256", XENC11 + "mgf1sha1"),
        OAEP_MGF1_SHA256(XENC11 + "rsa-oaep", XENC + "sha256", XENC11 + "mgf1sha256"),
        OAEP_MGF1_SHA384(XENC11 + "rsa-oaep", MORE + "sha384", XENC11 + "mgf1sha384"),
        OAEP_MGF1_SHA512(XENC11 + "rsa-oaep", XENC + "sha512", XENC11 + "mgf1sha512");

        private final String uri;
        private final String digest;
        private final @Nullable String mask;

        KeyTransport(String uri, String digest, @Nullable String mask) {
            this.uri = uri;
            this.digest = digest;
            this.mask = mask;
        }

        /** The name of the algorithm in messages. */
        public String uri() {
            return uri;
        }

        /** The name of its digest. */
        public String digest() {
            return digest;
        }

        /** The name of its mask function; empty where the algorithm has only one. */
        public Optional<String> mask() {
            return Optional.ofNullable(mask);
        }
    }

    /** How the assertion is encrypted. */
    public enum Content {
        AES128_GCM(XENC11 + "aes128-gcm"),
        AES192_GCM(XENC11 + "aes192-gcm"),
        AES256_GCM(XENC11 + "aes256-gcm");

        private final String uri;

        Content(String uri) {
            this.uri = uri;
        }

        /** The name of the algorithm in messages. */
        public String uri() {
            return uri;
        }
    }

    /** The words for the levels of single attributes: BundID's document and BundID's messages differ. */
    public enum Words {
        /** {@code UNTERGEORDNET, NORMAL, SUBSTANTIELL, HOCH}, as in messages. */
        OF_MESSAGES,
        /** {@code Basisregistrierung, Niedrig, Substantiell, Hoch}, as in the table of the document. */
        OF_DOCUMENT,
        /** The account says nothing. */
        NONE
    }

    /** The prefixes of the namespaces, which mean nothing. */
    public enum Prefixes {
        /** {@code saml2p} and {@code saml2}. */
        SHIBBOLETH,
        /** {@code samlp} and {@code saml}. */
        KEYCLOAK
    }

    /** The kind of name in the subject, which is not to be used as a key. */
    public enum NameId {
        TRANSIENT("urn:oasis:names:tc:SAML:2.0:nameid-format:transient"),
        PERSISTENT("urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"),
        UNSPECIFIED("urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified");

        private final String uri;

        NameId(String uri) {
            this.uri = uri;
        }

        /** The name of the format in messages. */
        public String uri() {
            return uri;
        }
    }

    private @Nullable Signed signed;
    private @Nullable Signature signature;
    private Digest digest = Digest.SHA256;
    private KeyTransport keyTransport = KeyTransport.OAEP_MGF1P;
    private Content content = Content.AES256_GCM;
    private Words words = Words.OF_MESSAGES;
    private Prefixes prefixes = Prefixes.SHIBBOLETH;
    private @Nullable NameId nameId;
    private boolean nameEncrypted;
    private Duration clockAhead = Duration.ZERO;
    private @Nullable KeyMaterial key;

    private ResponseStyle() {}

    private ResponseStyle(ResponseStyle other) {
        signed = other.signed;
        signature = other.signature;
        digest = other.digest;
        keyTransport = other.keyTransport;
        content = other.content;
        words = other.words;
        prefixes = other.prefixes;
        nameId = other.nameId;
        nameEncrypted = other.nameEncrypted;
        clockAhead = other.clockAhead;
        key = other.key;
    }

    /**
     * SHA-256 and the account's own key, AES-256-GCM. BundID signs response and assertion and gives a transient name; Mein
     * Unternehmenskonto signs the response only and gives a persistent one. What either of them really uses for the encryption is not
     * published.
     */
    public static ResponseStyle usual() {
        return new ResponseStyle();
    }

    public ResponseStyle with(Signed signed) {
        ResponseStyle copy = new ResponseStyle(this);
        copy.signed = signed;
        return copy;
    }

    /** The same, signed in this way; it must fit the key. */
    public ResponseStyle with(Signature signature) {
        ResponseStyle copy = new ResponseStyle(this);
        copy.signature = signature;
        return copy;
    }

    public ResponseStyle with(Digest digest) {
        ResponseStyle copy = new ResponseStyle(this);
        copy.digest = digest;
        return copy;
    }

    public ResponseStyle with(KeyTransport keyTransport) {
        ResponseStyle copy = new ResponseStyle(this);
        copy.keyTransport = keyTransport;
        return copy;
    }

    public ResponseStyle with(Content content) {
        ResponseStyle copy = new ResponseStyle(this);
        copy.content = content;
        return copy;
    }

    public ResponseStyle with(Words words) {
        ResponseStyle copy = new ResponseStyle(this);
        copy.words = words;
        return copy;
    }

    public ResponseStyle with(Prefixes prefixes) {
        ResponseStyle copy = new ResponseStyle(this);
        copy.prefixes = prefixes;
        return copy;
    }

    public ResponseStyle with(NameId nameId) {
        ResponseStyle copy = new ResponseStyle(this);
        copy.nameId = nameId;
        return copy;
    }

    /** The same with the name in the subject encrypted once more, inside the assertion, as clients of Mein Unternehmenskonto expect it. */
    public ResponseStyle withNameEncrypted() {
        ResponseStyle copy = new ResponseStyle(this);
        copy.nameEncrypted = true;
        return copy;
    }

    /** The same, signed by another key of the account, see {@link MockNutzerkonto#alsoSignsWith}, or by somebody else's. */
    public ResponseStyle signedBy(KeyMaterial key) {
        ResponseStyle copy = new ResponseStyle(this);
        copy.key = key;
        return copy;
    }

    /** The same, written by an account whose clock is ahead by this much; negative for behind. */
    public ResponseStyle clockAheadBy(Duration ahead) {
        ResponseStyle copy = new ResponseStyle(this);
        copy.clockAhead = ahead;
        return copy;
    }

    /** What is signed; empty for what is usual for the account. */
    public Optional<Signed> signed() {
        return Optional.ofNullable(signed);
    }

    /** How it is signed; empty for what is usual for the key. */
    public Optional<Signature> signature() {
        return Optional.ofNullable(signature);
    }

    public Digest digest() {
        return digest;
    }

    public KeyTransport keyTransport() {
        return keyTransport;
    }

    public Content content() {
        return content;
    }

    public Words words() {
        return words;
    }

    public Prefixes prefixes() {
        return prefixes;
    }

    /** The kind of name in the subject; empty for what is usual for the account. */
    public Optional<NameId> nameId() {
        return Optional.ofNullable(nameId);
    }

    public boolean nameEncrypted() {
        return nameEncrypted;
    }

    public Duration clockAhead() {
        return clockAhead;
    }

    /** Whose key signs; empty for the account's own. */
    public Optional<KeyMaterial> key() {
        return Optional.ofNullable(key);
    }

    @Override
    public String toString() {
        return "ResponseStyle[" + usual(signed) + ", " + usual(signature) + ", " + digest
                + ", " + keyTransport + ", " + content + ", " + words + ", " + prefixes + ", " + usual(nameId)
                + (nameEncrypted ? " encrypted" : "") + ", " + clockAhead + "]";
    }

    private static Object usual(@Nullable Object value) {
        return value == null ? "usual" : value;
    }
}
