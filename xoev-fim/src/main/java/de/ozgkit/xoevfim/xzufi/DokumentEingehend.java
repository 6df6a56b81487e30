// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.Code;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document to bring (1.3). In version 2.3.1 it is a record around the document itself (1.5).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class DokumentEingehend extends Dokument {

    /** pflichtangabetyp 0..1; only 2.3.1 */
    public @Nullable Code pflichtangabetyp;

    /** pflichtangabeGrundKontextabhaengigkeit 0..n; only 2.3.1 */
    public List<Code> pflichtangabeGrundKontextabhaengigkeit = new ArrayList<>();

    /** kennzeichenAusloeser 0..1; only 2.3.1 */
    public @Nullable String kennzeichenAusloeser;

    /** dokument 0..1; only 2.3.1 */
    public @Nullable Dokument dokument;

    /** The document itself, in either version. */
    public Dokument selbst() {
        return dokument == null ? this : dokument;
    }
}
