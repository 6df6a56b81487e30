// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.Tokens;
import de.ozgkit.testkit.ResponseDefect;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Spoils drafts. One method for each family of defects; each returns whether it knew the defect. */
final class Defects {

    private static final String ELSEWHERE = "https://elsewhere.example.test";
    private static final Duration LONG = Duration.ofHours(1);

    private final Tokens tokens;

    Defects(Tokens tokens) {
        this.tokens = tokens;
    }

    void apply(ResponseDefect defect, Draft draft) {
        boolean known = signature(defect, draft)
                || encryption(defect, draft)
                || addressee(defect, draft)
                || time(defect, draft)
                || content(defect, draft)
                || form(defect, draft)
                || posted(defect, draft)
                || new Wrapping(tokens).apply(defect, draft);
        if (!known) {
            throw new IllegalStateException("no recipe for " + defect);
        }
    }

    private static boolean signature(ResponseDefect defect, Draft draft) {
        SigningKey key = Objects.requireNonNull(draft.assertionKey);
        SigningKey stranger = SigningKey.usual(Stranger.KEY, false);
        switch (defect) {
            case UNSIGNED_RESPONSE -> draft.responseKey = null;
            case UNSIGNED_ASSERTION -> draft.assertionKey = null;
            case RESPONSE_SIGNED_BY_STRANGER -> draft.responseKey = stranger;
            case ASSERTION_SIGNED_BY_STRANGER -> draft.assertionKey = stranger;
            case RESPONSE_TAMPERED -> draft.responseSigned = replacing(
                    "</saml2p:Status>", "<saml2p:StatusMessage>changed</saml2p:StatusMessage></saml2p:Status>");
            case ASSERTION_TAMPERED -> draft.assertionSigned =
                    replacing("</saml2:AttributeValue>", "X</saml2:AttributeValue>");
            case REFERENCE_TO_DOCUMENT -> draft.assertionSigned =
                    xml -> xml.replaceFirst("URI=\"#[^\"]*\"", "URI=\"\"");
            case SHA1_SIGNATURE -> draft.responseKey = key.withAlgorithm(SigningKey.RSA_SHA1);
            case SHA1_DIGEST -> draft.assertionKey = key.withDigest(Saml.DS + "sha1");
            case HMAC_SIGNATURE -> draft.assertionSigned =
                    replacing(key.algorithm(), "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256");
            case CANONICALISATION_WITH_COMMENTS -> draft.assertionKey =
                    key.withCanonicalisation(Saml.EXCLUSIVE + "WithComments");
            case XSLT_TRANSFORM -> draft.assertionSigned =
                    replacing(Saml.DS + "enveloped-signature", "http://www.w3.org/TR/1999/REC-xslt-19991116");
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean encryption(ResponseDefect defect, Draft draft) {
        switch (defect) {
            case NOT_ENCRYPTED -> draft.encrypt = false;
            case RSA_1_5 -> draft.keyTransport = Saml.XENC + "rsa-1_5";
            case CBC -> draft.content = Saml.XENC + "aes256-cbc";
            case ENCRYPTED_FOR_STRANGER -> draft.recipientKey = Stranger.KEY.certificate();
            case CIPHER_TAMPERED -> draft.encrypted = Defects::flipLastCipherByte;
            case WITHOUT_ENCRYPTED_KEY -> draft.encrypted =
                    xml -> xml.replaceAll("(?s)<ds:KeyInfo.*?</ds:KeyInfo>", "");
            case CIPHER_REFERENCE -> draft.encrypted = xml -> xml.replaceAll(
                    "(?s)<xenc:CipherValue>[^<]*</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>",
                    "<xenc:CipherReference URI=\"http://127.0.0.1:9/\"/></xenc:CipherData></xenc:EncryptedData>");
            case RETRIEVAL_METHOD -> draft.encrypted = xml -> xml.replaceFirst(
                    "(?s)<xenc:EncryptedKey.*?</xenc:EncryptedKey>",
                    "<ds:RetrievalMethod URI=\"http://127.0.0.1:9/\"/>");
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean addressee(ResponseDefect defect, Draft draft) {
        switch (defect) {
            case WRONG_DESTINATION -> draft.destination = ELSEWHERE + "/acs";
            case WITHOUT_DESTINATION -> draft.destination = null;
            case WRONG_ISSUER -> draft.issuer = ELSEWHERE;
            case WRONG_ASSERTION_ISSUER -> draft.assertionIssuer = ELSEWHERE;
            case WRONG_IN_RESPONSE_TO -> draft.inResponseTo = "_another";
            case WITHOUT_IN_RESPONSE_TO -> draft.inResponseTo = null;
            case WRONG_SUBJECT_IN_RESPONSE_TO -> draft.subjectInResponseTo = "_another";
            case WRONG_RECIPIENT -> draft.recipient = ELSEWHERE + "/acs";
            case WRONG_AUDIENCE -> draft.audiences = Draft.audience(ELSEWHERE);
            case SECOND_AUDIENCE_RESTRICTION -> draft.audiences += Draft.audience(ELSEWHERE);
            case WITHOUT_AUDIENCE -> draft.audiences = "";
            case HOLDER_OF_KEY -> draft.method = "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key";
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean time(ResponseDefect defect, Draft draft) {
        String past = Instant.parse(draft.issueInstant).minus(LONG).toString();
        String future = Instant.parse(draft.issueInstant).plus(LONG).toString();
        switch (defect) {
            case EXPIRED -> draft.notOnOrAfter = past;
            case EXPIRED_CONDITIONS -> draft.conditionsEnd = past;
            case WITHOUT_END -> draft.notOnOrAfter = null;
            case EXPIRED_SESSION -> draft.sessionEnd = past;
            case OLD_AUTHENTICATION -> draft.authnInstant = past;
            case ISSUED_BEFORE_REQUEST -> draft.issueInstant = past;
            case NOT_YET_VALID -> draft.notBefore = future;
            case ISSUED_IN_FUTURE -> draft.issueInstant = future;
            case BROKEN_DATE -> draft.assertionSigned =
                    xml -> xml.replaceFirst("AuthnInstant=\"[^\"]*\"", "AuthnInstant=\"yesterday\"");
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean content(ResponseDefect defect, Draft draft) {
        Draft.SentAttribute first = draft.attributes.isEmpty() ? null : draft.attributes.get(0);
        switch (defect) {
            case SAML_VERSION_1 -> draft.version = "1.1";
            case UNKNOWN_CONDITION -> draft.assertionSigned =
                    replacing("</saml2:Conditions>", "<saml2:Condition/></saml2:Conditions>");
            case ERROR_WITH_ASSERTION -> draft.status =
                    "<saml2p:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Responder\"/>";
            case REUSED_ASSERTION_ID -> draft.assertionId = "_reused";
            case TWO_ASSERTIONS -> draft.encrypted = xml -> xml + xml.replaceAll("Id=\"[^\"]*\"", "");
            case DUPLICATE_ATTRIBUTE -> draft.attributes.add(Objects.requireNonNull(first));
            case TWO_VALUES -> draft.attributes.set(
                    0, withValues(Objects.requireNonNull(first), List.of("one", "two")));
            case ELEMENT_IN_VALUE -> draft.assertionSigned =
                    replacing("</saml2:AttributeValue>", "<saml2:Audience>x</saml2:Audience></saml2:AttributeValue>");
            case CONTROL_CHARACTER_IN_VALUE -> draft.attributes.set(
                    0, withValues(Objects.requireNonNull(first), List.of("a&#9;b")));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean form(ResponseDefect defect, Draft draft) {
        switch (defect) {
            case DUPLICATE_ID -> draft.responseSigned =
                    xml -> xml.replaceFirst("<ds:Signature ", "<ds:Signature Id=\"" + draft.responseId + "\" ");
            case NAMESPACED_ID -> draft.responseSigned =
                    replacing("<saml2p:Response ", "<saml2p:Response saml2p:ID=\"_second\" ");
            case RELATIVE_NAMESPACE -> draft.assertionSigned =
                    replacing("<saml2:Subject", "<saml2:Subject xmlns:relative=\"1\"");
            case DOCTYPE -> draft.responseSigned = xml -> "<!DOCTYPE r [<!ENTITY e \"x\">]>" + xml;
            case DOCTYPE_INSIDE -> draft.assertionSigned = xml -> "<!DOCTYPE r [<!ENTITY e \"x\">]>" + xml;
            case PROCESSING_INSTRUCTION_IN_TEXT -> draft.assertionSigned =
                    replacing("</saml2:AttributeValue>", "<?x y?>.evil</saml2:AttributeValue>");
            case COMMENT_IN_TEXT -> draft.assertionSigned =
                    xml -> xml.replaceAll("([^>])(</saml2:AttributeValue>)", "<!-- c -->$1$2");
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean posted(ResponseDefect defect, Draft draft) {
        switch (defect) {
            case UTF_16 -> draft.posted = base64 -> {
                String xml = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
                return Base64.getEncoder()
                        .encodeToString(("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + xml)
                                .getBytes(StandardCharsets.UTF_16));
            };
            case NOT_BASE64 -> draft.posted = base64 -> base64 + "<>";
            case NOT_XML -> draft.responseSigned = xml -> xml.substring(0, xml.length() / 2);
            case TOO_DEEP -> draft.responseSigned =
                    xml -> xml.replace("</saml2p:StatusCode>", "") + "<a>".repeat(5000) + "</a>".repeat(5000);
            case TOO_LARGE -> draft.posted = base64 -> base64 + "A".repeat(300_000);
            case ANOTHER_MESSAGE -> draft.responseSigned =
                    xml -> "<saml2p:LogoutResponse xmlns:saml2p=\"urn:oasis:names:tc:SAML:2.0:protocol\"/>";
            default -> {
                return false;
            }
        }
        return true;
    }

    private static UnaryOperator<String> replacing(String what, String by) {
        return xml -> {
            int at = xml.indexOf(what);
            if (at < 0) {
                throw new IllegalStateException("nothing to spoil: " + what);
            }
            return xml.substring(0, at) + by + xml.substring(at + what.length());
        };
    }

    /** The end of the content's cipher text is its authentication tag. */
    private static String flipLastCipherByte(String xml) {
        int end = xml.lastIndexOf("</xenc:CipherValue>");
        int start = xml.lastIndexOf('>', end) + 1;
        byte[] cipher = Base64.getMimeDecoder().decode(xml.substring(start, end));
        cipher[cipher.length - 1] ^= 1;
        return xml.substring(0, start) + Base64.getEncoder().encodeToString(cipher) + xml.substring(end);
    }

    /** Somebody without any right; made when first needed, since making a key takes a second. */
    private static final class Stranger {
        static final KeyMaterial KEY =
                KeyMaterial.selfSigned("stranger.example.test", Duration.ofDays(30), Clock.systemUTC());
    }

    private static Draft.SentAttribute withValues(Draft.SentAttribute one, List<String> values) {
        return new Draft.SentAttribute(one.name(), one.friendlyName(), one.trustLevel(), values);
    }
}
