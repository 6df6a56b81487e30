// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v3;

import de.ozgkit.xoevfim.xoev.Code;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema (letter S): the fields of one document.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Stammdatenschema extends AllgemeineAngaben {

    /** bezeichnung 1 */
    public @Nullable String bezeichnung;

    /** hilfetext 0..1 */
    public @Nullable String hilfetext;

    /** ableitungsmodifikationenStruktur 1 */
    public @Nullable Code ableitungsmodifikationenStruktur;

    /** ableitungsmodifikationenRepraesentation 1 */
    public @Nullable Code ableitungsmodifikationenRepraesentation;

    /** dokumentsteckbrief 1 */
    public @Nullable Identifikation dokumentsteckbrief;

    /** regel 0..n */
    public List<Regel> regel = new ArrayList<>();

    /** struktur 1..n */
    public List<Struktur> struktur = new ArrayList<>();
}
