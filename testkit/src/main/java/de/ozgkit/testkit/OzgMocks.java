// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class the mocks that they name as parameters: of a test, of a method before or after it, or of the constructor.
 * Each mock is started once for the class, forgets everything between two tests, fails a test in which it got calls that it does not
 * understand, and is stopped after the last.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OzgMocksExtension.class)
public @interface OzgMocks {

    /** Set to false where a test sends calls on purpose that the mock must refuse. */
    boolean failOnUnexpectedCalls() default true;
}
