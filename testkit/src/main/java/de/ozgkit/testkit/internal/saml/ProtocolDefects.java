// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static de.ozgkit.testkit.internal.saml.Defects.replacing;
import static de.ozgkit.testkit.internal.saml.Defects.replacingMatch;

import de.ozgkit.testkit.ResponseDefect;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/** Responses for somebody else, from somebody else, or for another time. */
final class ProtocolDefects {

    private static final String ELSEWHERE = "https://elsewhere.example.test";
    private static final String INVISIBLE = "\u200B";
    private static final Duration LONG = Duration.ofHours(1);

    private ProtocolDefects() {}

    static void add(Map<ResponseDefect, Consumer<Draft>> recipes) {
        addressee(recipes);
        request(recipes);
        confirmation(recipes);
        past(recipes);
        future(recipes);
    }

    private static void addressee(Map<ResponseDefect, Consumer<Draft>> recipes) {
        recipes.put(ResponseDefect.WRONG_DESTINATION, draft -> draft.destination = ELSEWHERE + "/acs");
        recipes.put(ResponseDefect.WITHOUT_DESTINATION, draft -> draft.destination = null);
        recipes.put(ResponseDefect.DESTINATION_WITH_MORE, draft -> draft.destination += "/more");
        recipes.put(ResponseDefect.INVISIBLE_IN_DESTINATION, draft -> draft.destination += INVISIBLE);
        recipes.put(ResponseDefect.WRONG_ISSUER, draft -> draft.issuer = ELSEWHERE);
        recipes.put(ResponseDefect.INVISIBLE_IN_ISSUER, draft -> draft.issuer += INVISIBLE);
        recipes.put(
                ResponseDefect.WRONG_ISSUER_FORMAT,
                draft -> draft.assertion = replacing(
                        "<saml2:Issuer>",
                        "<saml2:Issuer Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:persistent\">"));
        recipes.put(ResponseDefect.WRONG_ASSERTION_ISSUER, draft -> draft.assertionIssuer = ELSEWHERE);
        recipes.put(ResponseDefect.WRONG_RECIPIENT, draft -> draft.recipient = ELSEWHERE + "/acs");
        recipes.put(ResponseDefect.WITHOUT_RECIPIENT, draft -> draft.recipient = "");
        recipes.put(ResponseDefect.WRONG_AUDIENCE, draft -> draft.audiences = Draft.audience(ELSEWHERE));
        recipes.put(
                ResponseDefect.AUDIENCE_WITH_MORE,
                draft -> draft.assertion = replacing("</saml2:Audience>", "/more</saml2:Audience>"));
        recipes.put(
                ResponseDefect.INVISIBLE_IN_AUDIENCE,
                draft -> draft.assertion = replacing("</saml2:Audience>", INVISIBLE + "</saml2:Audience>"));
        recipes.put(ResponseDefect.SECOND_AUDIENCE_RESTRICTION, draft -> draft.audiences += Draft.audience(ELSEWHERE));
        recipes.put(ResponseDefect.WITHOUT_AUDIENCE, draft -> draft.audiences = "");
        recipes.put(
                ResponseDefect.NAME_FOR_ANOTHER_SERVICE,
                draft -> draft.assertion =
                        replacing("<saml2:NameID", "<saml2:NameID SPNameQualifier=\"" + ELSEWHERE + "\""));
    }

    private static void request(Map<ResponseDefect, Consumer<Draft>> recipes) {
        recipes.put(ResponseDefect.WRONG_IN_RESPONSE_TO, draft -> draft.inResponseTo = "_another");
        recipes.put(ResponseDefect.WITHOUT_IN_RESPONSE_TO, draft -> draft.inResponseTo = null);
        recipes.put(ResponseDefect.WRONG_SUBJECT_IN_RESPONSE_TO, draft -> draft.subjectInResponseTo = "_another");
        recipes.put(ResponseDefect.WITHOUT_SUBJECT_IN_RESPONSE_TO, draft -> draft.subjectInResponseTo = "");
        recipes.put(ResponseDefect.REUSED_ASSERTION_ID, draft -> draft.assertionId = "_reused");
    }

    private static void confirmation(Map<ResponseDefect, Consumer<Draft>> recipes) {
        recipes.put(
                ResponseDefect.HOLDER_OF_KEY, draft -> draft.method = "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key");
        recipes.put(
                ResponseDefect.SENDER_VOUCHES, draft -> draft.method = "urn:oasis:names:tc:SAML:2.0:cm:sender-vouches");
        recipes.put(
                ResponseDefect.TWO_CONFIRMATIONS,
                draft -> draft.assertion =
                        replacingMatch("(<saml2:SubjectConfirmation .*</saml2:SubjectConfirmation>)", "$1$1"));
        recipes.put(
                ResponseDefect.NOT_BEFORE_IN_CONFIRMATION,
                draft -> draft.assertion = replacing(
                        "<saml2:SubjectConfirmationData",
                        "<saml2:SubjectConfirmationData NotBefore=\"" + draft.notBefore + "\""));
        recipes.put(ResponseDefect.WITHOUT_END, draft -> draft.notOnOrAfter = null);
        recipes.put(ResponseDefect.WITHOUT_CONDITIONS_START, draft -> draft.notBefore = "");
        recipes.put(ResponseDefect.WITHOUT_CONDITIONS_END, draft -> draft.conditionsEnd = "");
    }

    private static void past(Map<ResponseDefect, Consumer<Draft>> recipes) {
        recipes.put(ResponseDefect.EXPIRED, draft -> draft.notOnOrAfter = past(draft));
        recipes.put(ResponseDefect.EXPIRED_CONDITIONS, draft -> draft.conditionsEnd = past(draft));
        recipes.put(ResponseDefect.EXPIRED_SESSION, draft -> draft.sessionEnd = past(draft));
        recipes.put(ResponseDefect.OLD_AUTHENTICATION, draft -> draft.authnInstant = past(draft));
        recipes.put(ResponseDefect.ISSUED_BEFORE_REQUEST, draft -> draft.issueInstant = past(draft));
        recipes.put(
                ResponseDefect.ASSERTION_ISSUED_BEFORE_REQUEST,
                draft -> draft.assertion = replacing(draft.issueInstant + "\" Version", past(draft) + "\" Version"));
        recipes.put(
                ResponseDefect.WITHOUT_ISSUE_INSTANT,
                draft -> draft.response = replacingMatch("IssueInstant=\"[^\"]*\"", ""));
        recipes.put(
                ResponseDefect.EMPTY_ISSUE_INSTANT,
                draft -> draft.response = replacingMatch("IssueInstant=\"[^\"]*\"", "IssueInstant=\"\""));
        recipes.put(
                ResponseDefect.EMPTY_ASSERTION_ISSUE_INSTANT,
                draft -> draft.assertion = replacingMatch("IssueInstant=\"[^\"]*\"", "IssueInstant=\"\""));
        recipes.put(
                ResponseDefect.BROKEN_DATE,
                draft -> draft.assertion = replacingMatch("AuthnInstant=\"[^\"]*\"", "AuthnInstant=\"yesterday\""));
    }

    private static void future(Map<ResponseDefect, Consumer<Draft>> recipes) {
        recipes.put(ResponseDefect.NOT_YET_VALID, draft -> draft.notBefore = future(draft));
        recipes.put(ResponseDefect.ISSUED_IN_FUTURE, draft -> draft.issueInstant = future(draft));
        recipes.put(
                ResponseDefect.ASSERTION_ISSUED_IN_FUTURE,
                draft -> draft.assertion = replacing(draft.issueInstant + "\" Version", future(draft) + "\" Version"));
        recipes.put(ResponseDefect.AUTHENTICATED_IN_FUTURE, draft -> draft.authnInstant = future(draft));
    }

    private static String past(Draft draft) {
        return Instant.parse(draft.issueInstant).minus(LONG).toString();
    }

    private static String future(Draft draft) {
        return Instant.parse(draft.issueInstant).plus(LONG).toString();
    }
}
