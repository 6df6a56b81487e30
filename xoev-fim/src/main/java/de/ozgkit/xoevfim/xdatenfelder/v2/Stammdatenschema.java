// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v2;

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

    /** hilfetext 0..1 */
    public @Nullable String hilfetext;

    /** ableitungsmodifikationenStruktur 1: 0 none, 1 only restrict, 2 only extend, 3 everything */
    public @Nullable Code ableitungsmodifikationenStruktur;

    /** ableitungsmodifikationenRepraesentation 1: 0 none, 1 may be changed */
    public @Nullable Code ableitungsmodifikationenRepraesentation;

    /** regel 0..n */
    public List<Regel> regel = new ArrayList<>();

    /** struktur 0..n */
    public List<Struktur> struktur = new ArrayList<>();
}
