// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v2;

import de.ozgkit.xoevfim.xoev.Code;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field (letter F).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Datenfeld extends Schemaelementangaben {

    /** feldart 1: input, select, label */
    public @Nullable Code feldart;

    /** datentyp 1: text, date, bool, num, num_int, num_currency, file, obj */
    public @Nullable Code datentyp;

    /** praezisierung 1: limits as a JSON object in text, all values are strings; may be empty */
    public String praezisierung = "";

    /** inhalt 1: default value, or the text of a label */
    public String inhalt = "";

    /** codelisteReferenz 0..1 */
    public @Nullable CodelisteReferenz codelisteReferenz;

    /** regel 0..n */
    public List<Regel> regel = new ArrayList<>();
}
