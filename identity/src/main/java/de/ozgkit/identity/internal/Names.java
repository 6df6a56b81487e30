// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

/** Namespaces and identifiers of SAML 2.0, XML Signature, XML Encryption and the AKDB extension. */
public final class Names {

    public static final String SAMLP = "urn:oasis:names:tc:SAML:2.0:protocol";
    public static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
    public static final String MD = "urn:oasis:names:tc:SAML:2.0:metadata";
    public static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    public static final String DS11 = "http://www.w3.org/2009/xmldsig11#";
    public static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
    public static final String XENC11 = "http://www.w3.org/2009/xmlenc11#";
    public static final String EC = "http://www.w3.org/2001/10/xml-exc-c14n#";
    public static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    public static final String AKDB = "https://www.akdb.de/request/2018/09";
    public static final String CLASSIC_UI = "https://www.akdb.de/request/2018/09/classic-ui/v1";

    public static final String EKONA = "http://www.elster.de/schema/ekona/saml/extensions";

    public static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
    public static final String BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
    public static final String ENTITY = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity";
    public static final String TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";

    public static final String PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
    public static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";
    public static final String RESPONDER = "urn:oasis:names:tc:SAML:2.0:status:Responder";

    private Names() {}
}
