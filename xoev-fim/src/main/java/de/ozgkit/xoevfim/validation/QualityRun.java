// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

import de.ozgkit.xoevfim.Finding;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

final class QualityRun {
    static void check(byte[] doc, Optional<Path> file, Consumer<Finding> findings) {}
}
