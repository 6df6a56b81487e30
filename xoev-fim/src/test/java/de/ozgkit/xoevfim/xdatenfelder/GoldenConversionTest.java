// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage.Version2;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage.Version3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;
import org.xmlunit.diff.Comparison;
import org.xmlunit.diff.ComparisonType;
import org.xmlunit.diff.Difference;

/** Our conversion of a real schema beside that of the FIM data field team; every difference has its reason here. */
class GoldenConversionTest {

    /** Why our output differs from the golden file. */
    private enum Reason {
        /** The golden file lost the carriage returns of texts; ours keeps the text as it was typed. */
        KEEPS_CARRIAGE_RETURNS,
        /** The golden file replaces characters beyond String.Latin, ≤ by &lt;= and „ “ by a straight quote; ours keeps them. */
        KEEPS_CHARACTERS,
        /** The golden file took the JSON text of a pattern without undoing its escapes, so that a backslash stands twice. */
        UNDOES_JSON_ESCAPES
    }

    @Test
    void equals_the_golden_file_but_for_the_listed_differences() throws IOException {
        Path source = Samples.collected("xdatenfelder2/S00000094V1.0_xdf2.xml");
        // The golden file writes an empty description for the schema alone; we leave out every optional element without
        // content.
        String all = Files.readString(Samples.collected("xdatenfelder3/S00000094V1.0_xdf3.xml"));
        String golden = all.replace("<xdf3:beschreibung/>", "");
        assertThat(all.length() - golden.length()).isEqualTo("<xdf3:beschreibung/>".length());

        Converted<Version3> converted = Conversion.toVersion3((Version2) XDatenfelder.read(source));

        List<String> unlisted = new ArrayList<>();
        List<Reason> found = new ArrayList<>();
        for (Difference difference : Canonical.differences(golden, Canonical.written(converted.message()))) {
            Reason reason = reason(difference.getComparison());
            if (reason == null) {
                unlisted.add(difference.toString());
            } else {
                found.add(reason);
            }
        }
        assertThat(unlisted).isEmpty();
        assertThat(found).containsOnly(Reason.values());
        assertThat(found).filteredOn(Reason.UNDOES_JSON_ESCAPES::equals).hasSize(2);
        assertThat(found).filteredOn(Reason.KEEPS_CHARACTERS::equals).hasSize(8);
        assertThat(found).filteredOn(Reason.KEEPS_CARRIAGE_RETURNS::equals).hasSize(21);
        assertThat(converted.losses())
                .extracting(Finding::rule, Finding::path)
                .containsExactly(
                        tuple("xdatenfelder.loss.label", "S00000094"),
                        tuple("xdatenfelder.loss.list_name", "F60000263"),
                        tuple("xdatenfelder.loss.list_id", "F60000261"),
                        tuple("xdatenfelder.loss.list_name", "F00000462"),
                        tuple("xdatenfelder.loss.list_name", "F00000463"));
    }

    private static Reason reason(Comparison comparison) {
        Node golden = comparison.getControlDetails().getTarget();
        Node ours = comparison.getTestDetails().getTarget();
        String was = golden == null ? "" : String.valueOf(golden.getTextContent());
        String is = ours == null ? "" : String.valueOf(ours.getTextContent());
        if (comparison.getType() == ComparisonType.TEXT_VALUE) {
            if (was.equals(is.replace("\r", ""))) {
                return Reason.KEEPS_CARRIAGE_RETURNS;
            }
            return was.equals(plain(is.replace("\r", ""))) ? Reason.KEEPS_CHARACTERS : null;
        }
        if (comparison.getType() == ComparisonType.ATTR_VALUE) {
            return was.equals(is.replace("\\", "\\\\")) ? Reason.UNDOES_JSON_ESCAPES : null;
        }
        return null;
    }

    private static String plain(String text) {
        return text.replace("≤", "<=").replace("„", "'").replace("“", "'");
    }
}
