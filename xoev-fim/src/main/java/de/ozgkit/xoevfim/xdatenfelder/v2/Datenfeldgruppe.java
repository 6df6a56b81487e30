// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v2;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;

/**
 * A group of fields (letter G).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Datenfeldgruppe extends Schemaelementangaben {

    /** regel 0..n */
    public List<Regel> regel = new ArrayList<>();

    /** struktur 0..n */
    public List<Struktur> struktur = new ArrayList<>();
}
