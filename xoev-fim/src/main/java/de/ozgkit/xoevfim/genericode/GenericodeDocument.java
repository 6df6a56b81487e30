// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.genericode.v1.CodeListDocument;
import de.ozgkit.xoevfim.genericode.v1.GenericodeMessage;
import java.util.List;
import java.util.Optional;

/**
 * A document of genericode with everything that it says: a code list, a set of them, or columns.
 *
 * @param message the content; {@link Genericode#write} writes it again
 * @param findings what was noticed while reading; empty for a file that keeps to the standard
 * @since 0.1
 */
public record GenericodeDocument(GenericodeMessage message, List<Finding> findings) {

    public GenericodeDocument {
        findings = List.copyOf(findings);
    }

    /** The table to look things up in, as the message is now; empty if it is no code list. */
    public Optional<CodeList> codeList() {
        return message instanceof CodeListDocument list ? Optional.of(DocumentReader.table(list)) : Optional.empty();
    }

    /** What the publisher says about the list. */
    public XoevMetadata metadata() {
        return XoevMetadata.of(message.annotation);
    }
}
