// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The portal proves the public API: it uses that and nothing behind it, and speaks to mocks over HTTP only. */
@AnalyzeClasses(packages = "de.ozgkit.examples.serviceportal", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {

    @ArchTest
    static final ArchRule uses_no_type_of_testkit =
            noClasses().should().dependOnClassesThat().resideInAPackage("de.ozgkit.testkit..");

    @ArchTest
    static final ArchRule uses_nothing_internal = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "de.ozgkit.core.internal..",
                    "de.ozgkit.xoevfim.internal..",
                    "de.ozgkit.identity.internal..",
                    "de.ozgkit.payment.internal..",
                    "de.ozgkit.postbox.internal..");
}
