// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v3;

import de.ozgkit.xoevfim.xoev.Code;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of fields (letter G).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Datenfeldgruppe extends Elementangaben {

    /** art 0..1: code X is a choice of exactly one child; position not confirmed */
    public @Nullable Code art;

    /** regel 0..n */
    public List<Regel> regel = new ArrayList<>();

    /** struktur 1..n */
    public List<Struktur> struktur = new ArrayList<>();
}
