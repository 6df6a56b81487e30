// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import static de.ozgkit.identity.LoginFailure.ALGORITHM_FORBIDDEN;
import static de.ozgkit.identity.LoginFailure.MALFORMED_XML;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Which algorithms are allowed, looked at before any cryptography runs. Source: BSI TR-03116-4 and XML Security URIs (RFC 9231). */
public final class Algorithms {

    public static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    public static final String RSA_PSS_SHA256 = "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1";
    public static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    public static final String EXCLUSIVE_C14N = Names.EC;

    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
    private static final String MORE_2007 = "http://www.w3.org/2007/05/xmldsig-more#";

    private static final Set<String> RSA = Set.of(
            RSA_SHA256,
            MORE + "rsa-sha384",
            MORE + "rsa-sha512",
            RSA_PSS_SHA256,
            MORE_2007 + "sha384-rsa-MGF1",
            MORE_2007 + "sha512-rsa-MGF1");
    private static final Set<String> ECDSA =
            Set.of(MORE + "ecdsa-sha256", MORE + "ecdsa-sha384", MORE + "ecdsa-sha512");
    private static final Set<String> DIGESTS = Set.of(SHA256, MORE + "sha384", Names.XENC + "sha512");
    private static final Set<String> TRANSFORMS = Set.of(Names.DS + "enveloped-signature", EXCLUSIVE_C14N);
    // SHA-1 inside OAEP is no weakness: nothing depends on its resistance to collisions.
    private static final Set<String> OAEP_DIGESTS =
            Set.of(Names.DS + "sha1", SHA256, MORE + "sha384", Names.XENC + "sha512");
    private static final Set<String> MASKS = Set.of(
            Names.XENC11 + "mgf1sha1",
            Names.XENC11 + "mgf1sha256",
            Names.XENC11 + "mgf1sha384",
            Names.XENC11 + "mgf1sha512");
    private static final Set<String> KEY_TRANSPORT = Set.of(Names.XENC + "rsa-oaep-mgf1p", Names.XENC11 + "rsa-oaep");
    private static final Set<String> CONTENT =
            Set.of(Names.XENC11 + "aes128-gcm", Names.XENC11 + "aes192-gcm", Names.XENC11 + "aes256-gcm");
    private static final Set<String> CBC =
            Set.of(Names.XENC + "aes128-cbc", Names.XENC + "aes192-cbc", Names.XENC + "aes256-cbc");
    private static final String SHA1 = Names.DS + "sha1";
    private static final String RSA_SHA1 = Names.DS + "rsa-sha1";
    private static final int MAX_PREFIX_LIST = 200;

    private Algorithms() {}

    /** Refuses the element if it names an algorithm that is not allowed at its place. */
    static void check(Element element) {
        check(element, Admitted.STRICT);
    }

    /** The same with what this account may do besides. */
    static void check(Element element, Admitted admitted) {
        check(element, Form.name(element), admitted);
    }

    /** The same for an element whose name is known, as {@link Form#name} writes it. */
    static void check(Element element, String name, Admitted admitted) {
        String algorithm = element.getAttribute("Algorithm");
        switch (name) {
            case "ds:SignatureMethod" -> allow(
                    RSA.contains(algorithm)
                            || ECDSA.contains(algorithm)
                            || admitted.sha1() && RSA_SHA1.equals(algorithm),
                    "signature");
            case "ds:CanonicalizationMethod" -> allow(EXCLUSIVE_C14N.equals(algorithm), "canonicalisation");
            case "ds:Transform" -> allow(TRANSFORMS.contains(algorithm), "transform");
            case "ds:DigestMethod" -> allow(
                    underReference(element)
                            ? DIGESTS.contains(algorithm) || admitted.sha1() && SHA1.equals(algorithm)
                            : OAEP_DIGESTS.contains(algorithm),
                    "digest");
            case "xe11:MGF" -> allow(MASKS.contains(algorithm), "mask");
            case "xe:EncryptionMethod" -> allow(
                    SafeDom.is(element.getParentNode(), Names.XENC, "EncryptedKey")
                            ? KEY_TRANSPORT.contains(algorithm)
                            : CONTENT.contains(algorithm) || admitted.cbc() && CBC.contains(algorithm),
                    "encryption");
            case "ec:InclusiveNamespaces" -> Reject.unless(
                    element.getAttribute("PrefixList").length() <= MAX_PREFIX_LIST,
                    MALFORMED_XML,
                    "a list of prefixes that is too long");
            default -> {
                // Names no algorithm.
            }
        }
    }

    /** Whether a key can have made a signature of this kind, which was found allowed before: an RSA key never checks a HMAC. */
    static boolean fits(String signatureAlgorithm, PublicKey key) {
        return (key instanceof RSAPublicKey
                        && (RSA.contains(signatureAlgorithm) || RSA_SHA1.equals(signatureAlgorithm)))
                || (key instanceof ECPublicKey && ECDSA.contains(signatureAlgorithm));
    }

    /** Whether it is a signature by RSA that is allowed. */
    static boolean rsa(String algorithm) {
        return RSA.contains(algorithm);
    }

    private static boolean underReference(Element digestMethod) {
        Node parent = digestMethod.getParentNode();
        return SafeDom.is(parent, Names.DS, "Reference");
    }

    private static void allow(boolean allowed, String kind) {
        Reject.unless(
                allowed,
                ALGORITHM_FORBIDDEN,
                "the " + kind + " algorithm is not allowed; the account must use RSA or ECDSA with SHA-256 or more,"
                        + " RSA-OAEP and AES-GCM");
    }
}
