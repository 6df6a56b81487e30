// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.identity.LoginFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents speak of codes, types and files that there are. */
class GuideTest {

    private static final Pattern CODE = Pattern.compile(
            "(saml|key|http|sql|jobs|xml|xzufi|xdatenfelder|genericode|validation|xrepository|form|field|element|group|answer|payment|postbox)(\\.[a-z_]+)+");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");
    private static final Set<String> OF_OTHERS = Set.of(
            "Clock",
            "AssertionError",
            "IllegalArgumentException",
            "IllegalStateException",
            "Secure",
            "Lax",
            "None",
            "HttpOnly",
            "ParameterResolutionException");

    @ParameterizedTest
    @MethodSource("documents")
    void every_code_is_used(Path document) {
        assertThat(quoted(document).filter(text -> CODE.matcher(text).matches()))
                .allSatisfy(code -> assertThat(Sources.haveString(code) || isLoginFailure(code))
                        .as(code)
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_type_exists(Path document) {
        assertThat(quoted(document).filter(Sources::isName).filter(name -> !OF_OTHERS.contains(name)))
                .allSatisfy(name -> assertThat(Sources.declare(name)).as(name).isTrue());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_linked_file_is_there(Path document) {
        Matcher links = LINK.matcher(Checkout.text(document));
        assertThat(links.results().map(link -> link.group(1)))
                .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
    }

    @Test
    void every_decision_is_in_the_index() throws IOException {
        String index = Checkout.text(Checkout.file("docs/adr/README.md"));
        try (Stream<Path> decisions = Files.list(Checkout.file("docs/adr"))) {
            assertThat(decisions.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("0")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(index).contains("(" + name + ")"));
        }
    }

    private static boolean isLoginFailure(String code) {
        return Arrays.stream(LoginFailure.values()).map(LoginFailure::code).anyMatch(code::equals);
    }

    private static Stream<String> quoted(Path document) {
        return Sources.quotedIn(Checkout.text(document));
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> guide = Files.list(Checkout.file("docs/guide"))) {
            return Stream.concat(
                            Stream.of(
                                    Checkout.file("README.md"),
                                    Checkout.file("examples/serviceportal/README.md"),
                                    Checkout.file("examples/quickstart/README.md"),
                                    Checkout.file("docs/adr/README.md"),
                                    Checkout.file("docs/glossary.md")),
                            guide)
                    .sorted()
                    .toList();
        }
    }
}
