// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** A code list beside a schema of version 2. */
final class CodeListFile {

    // What may become part of a file name.
    private static final Pattern ID = Pattern.compile("C[0-9]{1,20}");

    private CodeListFile() {}

    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    static Path of(Path schema, String id) {
        return schema.resolveSibling(id + "_genericode.xml");
    }
}
