// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.identity.Nutzerkonto;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An application without a servlet container uses the rest of this module as if the filter were not there. */
class WithoutServletApiTest {

    private static final String API = "jakarta.servlet.";
    private static final String HERE = "de.ozgkit.identity.servlet.";

    @Test
    void loads_every_other_class_without_the_servlet_api() throws IOException, URISyntaxException {
        Path classes = Path.of(Nutzerkonto.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (URLClassLoader loader = new WithoutApi()) {
            List<String> all = names(classes);
            assertThat(all).contains("de.ozgkit.identity.Nutzerkonto", HERE + "NutzerkontoFilter");
            for (String name : all) {
                if (!name.startsWith(HERE)) {
                    resolve(loader, name);
                }
            }
            assertThatThrownBy(() -> resolve(loader, HERE + "NutzerkontoFilter"))
                    .isInstanceOf(NoClassDefFoundError.class);
        }
    }

    /** Makes the JVM look up every type in the signatures of a class, and verify its code. */
    private static void resolve(ClassLoader loader, String name) {
        try {
            Class<?> type = Class.forName(name, true, loader);
            assertThat(type.getClassLoader()).isSameAs(loader);
            assertThat(Stream.of(type.getDeclaredMethods(), type.getDeclaredConstructors(), type.getDeclaredFields())
                            .flatMap(Arrays::stream))
                    .isNotNull();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name, e);
        }
    }

    private static List<String> names(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes.relativize(file).toString())
                    .map(file -> file.substring(0, file.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .filter(name -> !name.endsWith("package-info"))
                    .toList();
        }
    }

    /** The class path of the test, but for the servlet API; loads everything of ours anew. */
    private static final class WithoutApi extends URLClassLoader {

        WithoutApi() {
            super(urls(), ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(API)) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }

        private static URL[] urls() {
            return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(entry -> {
                        try {
                            return Path.of(entry).toUri().toURL();
                        } catch (IOException e) {
                            throw new AssertionError(entry, e);
                        }
                    })
                    .toArray(URL[]::new);
        }
    }
}
