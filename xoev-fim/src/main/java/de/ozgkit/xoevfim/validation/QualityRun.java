// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.internal.XmlInput;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Applies the quality rules of FIM to a file whose structure has been looked at. */
final class QualityRun {

    private QualityRun() {}

    /** @param told whether the structure has shown already what the reader says */
    static void check(byte[] document, Optional<Path> file, Predicate<Finding> told, Consumer<Finding> findings) {
        XDatenfelderMessage message;
        try {
            message = read(document, file, findings);
        } catch (RejectedException e) {
            findings.accept(left());
            return;
        }
        message.findings().stream().filter(told.negate()).forEach(findings);
        FimQuality.check(message, findings);
    }

    static Finding left() {
        return Finding.warning(
                "validation.quality",
                "",
                "Die Qualitätsregeln von FIM wurden nicht geprüft, weil die Nachricht dafür zu groß oder zu fehlerhaft ist.",
                "The quality rules of FIM were not checked, because the message is too large or too faulty for it.");
    }

    /** With the code lists that lie beside the file; without them if one of them is broken. */
    private static XDatenfelderMessage read(byte[] document, Optional<Path> file, Consumer<Finding> findings) {
        if (file.isEmpty()) {
            return XDatenfelder.read(new ByteArrayInputStream(document));
        }
        try {
            return XDatenfelder.read(file.get());
        } catch (RejectedException e) {
            XDatenfelderMessage withoutLists = XDatenfelder.read(XmlInput.open(file.get()));
            findings.accept(Finding.warning(
                    "xdatenfelder.codelist_broken",
                    "",
                    "Eine Codeliste neben dem Schema kann nicht gelesen werden; ihre Werte sind unbekannt.",
                    "A code list beside the schema cannot be read; its values are unknown."));
            return withoutLists;
        }
    }
}
