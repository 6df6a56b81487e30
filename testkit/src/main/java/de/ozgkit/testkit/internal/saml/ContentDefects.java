// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static de.ozgkit.testkit.internal.saml.Defects.replacing;
import static de.ozgkit.testkit.internal.saml.Defects.replacingMatch;

import de.ozgkit.testkit.ResponseDefect;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Statements that are missing, twice, too much or too little, and all that an account says when nobody logs in. */
final class ContentDefects {

    private static final String STATUS = "urn:oasis:names:tc:SAML:2.0:status:";
    private static final String KEY = "KEY";
    private static final int HUGE = 100_000;

    private ContentDefects() {}

    static void add(Map<ResponseDefect, Consumer<Draft>> recipes) {
        statements(recipes);
        attributes(recipes);
        levels(recipes);
        status(recipes);
        statusDetail(recipes);
    }

    private static void statements(Map<ResponseDefect, Consumer<Draft>> recipes) {
        recipes.put(ResponseDefect.SAML_VERSION_1, draft -> draft.version = "1.1");
        recipes.put(
                ResponseDefect.RESPONSE_VERSION_1,
                draft -> draft.response = replacing("Version=\"2.0\"", "Version=\"1.1\""));
        recipes.put(ResponseDefect.UNKNOWN_CONDITION, draft -> draft.extraConditions = "<saml2:Condition/>");
        recipes.put(ResponseDefect.WITHOUT_ASSERTION, draft -> draft.withAssertion = false);
        recipes.put(ResponseDefect.TWO_ASSERTIONS, draft -> draft.encrypted = xml -> xml + xml);
        recipes.put(ResponseDefect.WITHOUT_SUBJECT, without("<saml2:Subject>.*</saml2:Subject>"));
        recipes.put(ResponseDefect.WITHOUT_NAME_ID, without("<saml2:NameID.*</saml2:NameID>"));
        recipes.put(ResponseDefect.WITHOUT_CONDITIONS, without("<saml2:Conditions.*</saml2:Conditions>"));
        recipes.put(ResponseDefect.WITHOUT_STATEMENT, without("<saml2:AuthnStatement.*</saml2:AuthnStatement>"));
        recipes.put(ResponseDefect.EMPTY_NAME_ID, inside(replacingMatch(">[^<]*</saml2:NameID>", "> </saml2:NameID>")));
        recipes.put(
                ResponseDefect.UNKNOWN_NAME_ID_FORMAT,
                draft -> draft.nameIdFormat = "urn:oasis:names:tc:SAML:2.0:nameid-format:other");
        recipes.put(
                ResponseDefect.TWO_STATEMENTS,
                inside(replacingMatch("(<saml2:AuthnStatement.*</saml2:AuthnStatement>)", "$1$1")));
    }

    private static void attributes(Map<ResponseDefect, Consumer<Draft>> recipes) {
        recipes.put(ResponseDefect.DUPLICATE_ATTRIBUTE, draft -> draft.attributes.add(draft.attributes.get(0)));
        recipes.put(ResponseDefect.TWO_VALUES, values("one", "two"));
        recipes.put(ResponseDefect.CONTROL_CHARACTER_IN_VALUE, values("a&#9;b"));
        recipes.put(ResponseDefect.DIRECTION_OVERRIDE_IN_VALUE, values("a\u202Eb"));
        recipes.put(ResponseDefect.HUGE_VALUE, values("x".repeat(10_000)));
        recipes.put(ResponseDefect.ELEMENT_IN_VALUE, values("<saml2:Audience>x</saml2:Audience>"));
        recipes.put(ResponseDefect.KEY_BY_FRIENDLY_NAME, named(KEY, "urn:oid:1.2.3.4"));
        recipes.put(ResponseDefect.BLANK_IN_NAME_OF_KEY, named(KEY, "urn:oid: 1.3.6.1.4.1.25484.494450.3"));
    }

    private static void levels(Map<ResponseDefect, Consumer<Draft>> recipes) {
        recipes.put(ResponseDefect.UNKNOWN_LEVEL, draft -> draft.levelRef = "STORK-QAA-Level-5");
        recipes.put(ResponseDefect.LEVEL_IN_OTHER_CASE, draft -> draft.levelRef = "stork-qaa-level-4");
        // The attribute, written before, keeps the level of the script.
        recipes.put(ResponseDefect.LEVEL_CONTRADICTORY, draft -> draft.levelRef = "STORK-QAA-Level-3");
    }

    private static void status(Map<ResponseDefect, Consumer<Draft>> recipes) {
        recipes.put(
                ResponseDefect.STATUS_CANCELLED,
                ending(code("Requester", code("AuthnFailed", ""))
                        + "<saml2p:StatusMessage>Abbruch &lt;script&gt;</saml2p:StatusMessage>"));
        recipes.put(ResponseDefect.STATUS_RESPONDER, ending(code("Responder", "")));
        recipes.put(ResponseDefect.STATUS_UNKNOWN, ending("<saml2p:StatusCode Value=\"urn:example:unknown\"/>"));
        recipes.put(ResponseDefect.SUCCESS_NESTED, ending(code("Requester", code("Success", ""))));
        recipes.put(
                ResponseDefect.SUCCESS_NESTED_WITH_ASSERTION,
                draft -> draft.status = code("Requester", code("Success", "")));
        recipes.put(ResponseDefect.ERROR_WITH_ASSERTION, draft -> draft.status = code("Responder", ""));
        recipes.put(
                ResponseDefect.STATUS_WITHOUT_CODE,
                draft -> draft.status =
                        "<saml2p:StatusMessage>urn:oasis:names:tc:SAML:2.0:status:Success</saml2p:StatusMessage>");
    }

    private static void statusDetail(Map<ResponseDefect, Consumer<Draft>> recipes) {
        String error = "{\"code\":\"IDP_REQUIRED_ATTRIBUTES_MISSING\",\"message\":\"m\"}";
        recipes.put(ResponseDefect.STATUS_DETAIL, detail("{\"version\":\"1.0\",\"errors\":[" + error + "]}"));
        recipes.put(
                ResponseDefect.STATUS_DETAIL_UNKNOWN,
                detail("{\"version\":\"1.0\",\"errors\":[{\"code\":\"IDP_OTHER\",\"message\":\"m\"}]}"));
        recipes.put(ResponseDefect.STATUS_DETAIL_BROKEN, detail("{\"version\":\"1.0\",\"errors\":[" + error));
        recipes.put(
                ResponseDefect.STATUS_DETAIL_HUGE,
                detail("{\"errors\":[" + error + "],\"more\":\"" + "x".repeat(HUGE) + "\"}"));
        recipes.put(
                ResponseDefect.STATUS_DETAIL_DEEP,
                detail("{\"more\":" + "[".repeat(2000) + "]".repeat(2000) + ",\"errors\":[" + error + "]}"));
    }

    private static Consumer<Draft> inside(UnaryOperator<String> change) {
        return draft -> draft.assertion = change;
    }

    private static Consumer<Draft> without(String pattern) {
        return inside(replacingMatch(pattern, ""));
    }

    private static Consumer<Draft> values(String... xmlValues) {
        return draft -> {
            draft.attributes.set(0, draft.attributes.get(0).of(List.of(xmlValues)));
        };
    }

    private static Consumer<Draft> named(String friendlyName, String name) {
        return draft ->
                draft.attributes.replaceAll(one -> one.friendlyName().equals(friendlyName) ? one.named(name) : one);
    }

    private static Consumer<Draft> ending(String status) {
        return draft -> {
            draft.status = status;
            draft.withAssertion = false;
        };
    }

    private static Consumer<Draft> detail(String json) {
        return ending(code("Requester", code("RequestDenied", ""))
                + "<saml2p:StatusMessage>security-msg</saml2p:StatusMessage><saml2p:StatusDetail>"
                + "<akdb:StatusDetail xmlns:akdb=\"https://www.akdb.de/request/2018/09\">" + json
                + "</akdb:StatusDetail></saml2p:StatusDetail>");
    }

    private static String code(String value, String inner) {
        return "<saml2p:StatusCode Value=\"" + STATUS + value + "\">" + inner + "</saml2p:StatusCode>";
    }
}
