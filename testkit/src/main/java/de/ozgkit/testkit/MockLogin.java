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
    private final TrustLevel level;
    private final LoginMethod method;
    private final boolean responseSigned;
    private final boolean pss;
    private final @Nullable ResponseDefect defect;

    private MockLogin(
            Kind kind,
            TestPerson person,
            TrustLevel level,
            LoginMethod method,
            boolean responseSigned,
            boolean pss,
            @Nullable ResponseDefect defect) {
        this.kind = kind;
        this.person = person;
        this.level = level;
        this.method = method;
        this.responseSigned = responseSigned;
        this.pss = pss;
        this.defect = defect;
    }

    /** The person logs in with the online identity card, at level high. */
    public static MockLogin login(TestPerson person) {
        return new MockLogin(Kind.SUCCESS, person, TrustLevel.HIGH, LoginMethod.EID, true, false, null);
    }

    /** The citizen presses cancel. */
    public static MockLogin cancelled() {
        return ending(Kind.CANCELLED);
    }

    /** The account denies the request. */
    public static MockLogin denied() {
        return ending(Kind.DENIED);
    }

    /** The account reports an error. */
    public static MockLogin failed() {
        return ending(Kind.FAILED);
    }

    private static MockLogin ending(Kind kind) {
        return new MockLogin(kind, TestPersons.ERIKA_MUSTERMANN, TrustLevel.HIGH, LoginMethod.EID, true, false, null);
    }

    /** The same at this level, whatever was asked for, by the method that reaches it. */
    public MockLogin at(TrustLevel level) {
        LoginMethod usual =
                switch (level) {
                    case BASIC -> LoginMethod.USERNAME;
                    case LOW -> LoginMethod.EIDAS;
                    case SUBSTANTIAL -> LoginMethod.ELSTER;
                    case HIGH -> LoginMethod.EID;
                };
        return new MockLogin(kind, person, level, usual, responseSigned, pss, defect);
    }

    /** The same without a signature of the response; the assertion inside the encryption is signed. */
    public MockLogin withUnsignedResponse() {
        return new MockLogin(kind, person, level, method, false, pss, defect);
    }

    /** The same with RSASSA-PSS instead of RSA PKCS#1. */
    public MockLogin signedWithPss() {
        return new MockLogin(kind, person, level, method, responseSigned, true, defect);
    }

    /** The same, broken. */
    public MockLogin broken(ResponseDefect defect) {
        return new MockLogin(kind, person, level, method, responseSigned, pss, defect);
    }

    public Kind kind() {
        return kind;
    }

    public TestPerson person() {
        return person;
    }

    public TrustLevel level() {
        return level;
    }

    public LoginMethod method() {
        return method;
    }

    public boolean responseSigned() {
        return responseSigned;
    }

    public boolean pss() {
        return pss;
    }

    public Optional<ResponseDefect> defect() {
        return Optional.ofNullable(defect);
    }

    @Override
    public String toString() {
        return "MockLogin[" + kind + (defect == null ? "" : ", " + defect) + "]";
    }
}
