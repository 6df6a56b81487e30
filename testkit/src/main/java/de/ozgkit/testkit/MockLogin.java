// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.LoginMethod;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happens in one log-in at {@link MockNutzerkonto}: who comes, how, and what the account answers. Immutable.
 *
 * @since 0.1
 */
public final class MockLogin {

    /** How the account answers. */
    public enum Kind {
        SUCCESS,
        /** The citizen pressed cancel. */
        CANCELLED,
        /** The account denies the request. */
        DENIED,
        /** The account has an error. */
        FAILED
    }

    private final Kind kind;
    private final TestPerson person;
    private final @Nullable TestOrganisation organisation;
    private final TrustLevel level;
    private final LoginMethod method;
    private final ResponseStyle style;
    private final @Nullable ResponseDefect defect;

    private MockLogin(
            Kind kind,
            TestPerson person,
            @Nullable TestOrganisation organisation,
            TrustLevel level,
            LoginMethod method,
            ResponseStyle style,
            @Nullable ResponseDefect defect) {
        this.kind = kind;
        this.person = person;
        this.organisation = organisation;
        this.level = level;
        this.method = method;
        this.style = style;
        this.defect = defect;
    }

    /**
     * The person logs in with the online identity card, at level high; at Mein Unternehmenskonto with a certificate, which is never more
     * than substantial.
     */
    public static MockLogin login(TestPerson person) {
        return of(Kind.SUCCESS, person);
    }

    /** Somebody logs in for the organisation with its certificate, at level substantial. Only Mein Unternehmenskonto can do that. */
    public static MockLogin login(TestOrganisation organisation) {
        return new MockLogin(
                Kind.SUCCESS,
                TestPersons.ERIKA_MUSTERMANN,
                organisation,
                TrustLevel.SUBSTANTIAL,
                LoginMethod.ELSTER,
                ResponseStyle.usual(),
                null);
    }

    /** The citizen presses cancel. */
    public static MockLogin cancelled() {
        return of(Kind.CANCELLED, TestPersons.ERIKA_MUSTERMANN);
    }

    /** The account denies the request. */
    public static MockLogin denied() {
        return of(Kind.DENIED, TestPersons.ERIKA_MUSTERMANN);
    }

    /** The account reports an error. */
    public static MockLogin failed() {
        return of(Kind.FAILED, TestPersons.ERIKA_MUSTERMANN);
    }

    private static MockLogin of(Kind kind, TestPerson person) {
        return new MockLogin(kind, person, null, TrustLevel.HIGH, LoginMethod.EID, ResponseStyle.usual(), null);
    }

    /**
     * The same at this level, whatever was asked for, by the method that reaches it. Mein Unternehmenskonto states two levels: this one for
     * how surely it knows somebody, and at most substantial for the log-in, so that the lower of both is never high.
     */
    public MockLogin at(TrustLevel level) {
        LoginMethod usual =
                switch (level) {
                    case BASIC -> LoginMethod.USERNAME;
                    case LOW -> LoginMethod.EIDAS;
                    case SUBSTANTIAL -> LoginMethod.ELSTER;
                    case HIGH -> LoginMethod.EID;
                };
        return new MockLogin(kind, person, organisation, level, usual, style, defect);
    }

    /** The same by this method at the level set: eIDAS reaches several, and FINK passes on what another account knows. */
    public MockLogin by(LoginMethod method) {
        return new MockLogin(kind, person, organisation, level, method, style, defect);
    }

    /** The same, written in another of the allowed ways. */
    public MockLogin in(ResponseStyle style) {
        return new MockLogin(kind, person, organisation, level, method, style, defect);
    }

    /** The same without a signature of the response; the assertion inside the encryption is signed. */
    public MockLogin withUnsignedResponse() {
        return in(style.with(ResponseStyle.Signed.ASSERTION));
    }

    /** The same with RSASSA-PSS instead of RSA PKCS#1. */
    public MockLogin signedWithPss() {
        return in(style.with(ResponseStyle.Signature.PSS_SHA256));
    }

    /** The same, broken. */
    public MockLogin broken(ResponseDefect defect) {
        return new MockLogin(kind, person, organisation, level, method, style, defect);
    }

    public Kind kind() {
        return kind;
    }

    public TestPerson person() {
        return person;
    }

    /** For which organisation; empty for a person's own account, and then only {@link #person()} counts. */
    public Optional<TestOrganisation> organisation() {
        return Optional.ofNullable(organisation);
    }

    public TrustLevel level() {
        return level;
    }

    public LoginMethod method() {
        return method;
    }

    public ResponseStyle style() {
        return style;
    }

    public Optional<ResponseDefect> defect() {
        return Optional.ofNullable(defect);
    }

    @Override
    public String toString() {
        return "MockLogin[" + kind + (defect == null ? "" : ", " + defect) + "]";
    }
}
