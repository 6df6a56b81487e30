// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between the modules, and what may stand in a public signature. Lives here because testkit sees all modules. */
class ModuleArrowsTest {

    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "core", Set.of(),
            "xoevfim", Set.of("core"),
            "identity", Set.of("core"),
            "payment", Set.of("core"),
            "postbox", Set.of("core"),
            "testkit", Set.of("core", "xoevfim", "identity", "payment", "postbox"));

    /** Types of others that are as stable as our own; all of {@code javax}, {@code org.w3c} and {@code org.xml} here is the JDK's. */
    private static final Pattern WELCOME =
            Pattern.compile("(java|javax|org\\.w3c\\.dom|org\\.xml\\.sax|jakarta\\.xml\\.bind|de\\.ozgkit)\\..*");

    /** What a library for tests may show besides. */
    private static final Pattern WELCOME_IN_TESTKIT = Pattern.compile("org\\.junit\\.jupiter\\.api\\..*");

    /** The one package for servlet containers may show their API, and nothing else may know of it. */
    private static final String SERVLET_PACKAGE = "de.ozgkit.identity.servlet";

    private static final Pattern WELCOME_IN_SERVLET_PACKAGE = Pattern.compile("jakarta\\.servlet\\..*");

    private static final Pattern MODULE = Pattern.compile("de\\.ozgkit\\.([a-z]+)(\\..*)?");

    private static final String RECORDED = "de.ozgkit.identity.internal.Recorded";
    private static final String RECORDED_LOGINS = "de.ozgkit.testkit.RecordedLogins";

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("de.ozgkit");

    @ParameterizedTest
    @ValueSource(strings = {"core", "xoevfim", "identity", "payment", "postbox", "testkit"})
    void depends_only_on_the_modules_below_it(String module) {
        assertThat(OURS.stream().filter(in(module)).filter(c -> !c.getSimpleName()
                        .equals("package-info")))
                .as("classes of %s, without which the rules would say nothing", module)
                .isNotEmpty();
        noClasses()
                .that(in(module))
                .should()
                .dependOnClassesThat(describe(
                        "belong to a module that " + module + " may not see",
                        c -> !module(c).isEmpty()
                                && !module(c).equals(module)
                                && !MAY_USE.getOrDefault(module, Set.of()).contains(module(c))))
                .check(OURS);
    }

    @Test
    void knows_every_module() {
        assertThat(OURS.stream().map(ModuleArrowsTest::module).distinct())
                .containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
    }

    @Test
    void keeps_internal_packages_to_their_module() {
        classes()
                .should(new ArchCondition<JavaClass>("use internal packages of their own module only") {
                    @Override
                    public void check(JavaClass user, ConditionEvents events) {
                        user.getDirectDependenciesFromSelf().stream()
                                .filter(d -> isInternal(d.getTargetClass())
                                        && !module(d.getTargetClass()).equals(module(user))
                                        && !isRecordedLogins(user, d.getTargetClass()))
                                .forEach(d -> events.add(SimpleConditionEvent.violated(d, d.getDescription())));
                    }
                })
                .check(OURS);
    }

    /** In the other modules a public type and what does its work in {@code internal} know each other. */
    @ParameterizedTest
    @ValueSource(strings = {"core", "xoevfim"})
    void has_no_cycle_among_its_packages(String module) {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return module(type).equals(module)
                                ? SliceIdentifier.of(type.getPackageName())
                                : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "packages of " + module;
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(OURS);
    }

    @Test
    void judges_messages_leniently_in_recorded_logins_and_nowhere_else() {
        noClasses()
                .that(describe("are not RecordedLogins", c -> !c.getName().equals(RECORDED_LOGINS)))
                .and()
                .doNotHaveFullyQualifiedName(RECORDED)
                .and(describe("are not inside it", c -> !c.getName().startsWith(RECORDED + "$")))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(RECORDED)
                .check(OURS);
        noClasses()
                .that()
                .resideOutsideOfPackage("de.ozgkit.identity.internal")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("de.ozgkit.identity.internal.Policy")
                .check(OURS);
        // Another policy than the strict one is made there only.
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(RECORDED)
                .and()
                .doNotHaveFullyQualifiedName("de.ozgkit.identity.internal.Policy")
                .should()
                .callConstructor(
                        "de.ozgkit.identity.internal.Policy",
                        boolean.class.getName(),
                        boolean.class.getName(),
                        boolean.class.getName(),
                        boolean.class.getName())
                .check(OURS);
    }

    @Test
    void shows_no_third_party_type_in_a_public_signature() {
        classes()
                .that(describe("are public outside internal packages", ModuleArrowsTest::isPromised))
                .should(new ArchCondition<JavaClass>("show only types of the JDK, of jakarta.xml.bind and our own") {
                    @Override
                    public void check(JavaClass promised, ConditionEvents events) {
                        signatureTypes(promised).forEach((where, types) -> types.stream()
                                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                                .map(JavaClass::getBaseComponentType)
                                .filter(type -> !isWelcome(type, promised))
                                .forEach(type -> events.add(
                                        SimpleConditionEvent.violated(promised, where + " shows " + type.getName()))));
                    }
                })
                .check(OURS);
    }

    @Test
    void knows_the_servlet_api_in_one_package_only() {
        noClasses()
                .that()
                .resideOutsideOfPackage(SERVLET_PACKAGE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", SERVLET_PACKAGE)
                .check(OURS);
    }

    @Test
    void says_about_null_in_every_public_package() {
        List<String> silent = Stream.concat(
                        Stream.of(OURS.getPackage("de.ozgkit")),
                        OURS.getPackage("de.ozgkit").getSubpackagesInTree().stream())
                .filter(p -> p.getClasses().stream().anyMatch(c -> !isInternal(c)))
                .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();

        assertThat(silent).as("packages without @NullMarked").isEmpty();
    }

    private static Map<String, List<JavaType>> signatureTypes(JavaClass promised) {
        Map<String, List<JavaType>> types = new TreeMap<>();
        List<JavaType> parents = new ArrayList<>(promised.getInterfaces());
        promised.getSuperclass().ifPresent(parents::add);
        types.put(promised.getName(), parents);
        for (JavaMember member : promised.getMembers()) {
            if (isVisible(member)) {
                types.put(member.getFullName(), memberTypes(member));
            }
        }
        return types;
    }

    private static List<JavaType> memberTypes(JavaMember member) {
        if (member instanceof JavaField field) {
            return List.of(field.getType());
        }
        JavaCodeUnit unit = (JavaCodeUnit) member;
        List<JavaType> types = new ArrayList<>(unit.getParameterTypes());
        types.add(unit.getReturnType());
        types.addAll(unit.getExceptionTypes());
        return types;
    }

    private static boolean isVisible(JavaMember member) {
        return !member.getModifiers().contains(JavaModifier.SYNTHETIC)
                && (member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED));
    }

    private static boolean isWelcome(JavaClass type, JavaClass shownBy) {
        return type.isPrimitive()
                || WELCOME.matcher(type.getName()).matches() && !isInternal(type)
                || shownBy.getPackageName().equals(SERVLET_PACKAGE)
                        && WELCOME_IN_SERVLET_PACKAGE.matcher(type.getName()).matches()
                || module(shownBy).equals("testkit")
                        && WELCOME_IN_TESTKIT.matcher(type.getName()).matches();
    }

    /** Public with everything around it, in a package that we promise to keep. */
    private static boolean isPromised(JavaClass type) {
        return !isInternal(type)
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ModuleArrowsTest::isPromised).orElse(true);
    }

    private static boolean isInternal(JavaClass type) {
        return (type.getPackageName() + ".").startsWith("de.ozgkit." + module(type) + ".internal.");
    }

    /** The one door between modules: old messages are judged by what judges new ones. */
    private static boolean isRecordedLogins(JavaClass user, JavaClass used) {
        return user.getName().equals(RECORDED_LOGINS) && used.getName().equals(RECORDED);
    }

    private static DescribedPredicate<JavaClass> in(String module) {
        return describe("belong to " + module, c -> module(c).equals(module));
    }

    /** The module of one of our classes, or empty for others. */
    private static String module(JavaClass type) {
        Matcher matcher = MODULE.matcher(type.getPackageName());
        return matcher.matches() ? matcher.group(1) : "";
    }
}
