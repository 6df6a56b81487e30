// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v3;

import de.ozgkit.xoevfim.xoev.Code;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field (letter F).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Datenfeld extends Elementangaben {

    /** feldart 1: input, select, label, hidden, locked */
    public @Nullable Code feldart;

    /** datentyp 1: text, text_latin, date, time, datetime, bool, num, num_int, num_currency, file, obj */
    public @Nullable Code datentyp;

    /** praezisierung 0..1 */
    public @Nullable Praezisierung praezisierung;

    /** inhalt 0..1: default value, or the text of a label */
    public @Nullable String inhalt;

    /** vorbefuellung 1: keine, optional, verpflichtend */
    public @Nullable Code vorbefuellung;

    /** werte 0..1, instead of codelisteReferenz */
    public @Nullable Werte werte;

    /** codelisteReferenz 0..1, instead of werte */
    public @Nullable CodelisteReferenz codelisteReferenz;

    /** codeKey 0..1: column of the code list; order of this and the following not confirmed */
    public @Nullable String codeKey;

    /** nameKey 0..1 */
    public @Nullable String nameKey;

    /** helpKey 0..1 */
    public @Nullable String helpKey;

    /** regel 0..n */
    public List<Regel> regel = new ArrayList<>();

    /** maxSize 0..1: bytes of a file */
    public @Nullable BigInteger maxSize;

    /** mediaType 0..n: kinds of a file */
    public List<String> mediaType = new ArrayList<>();
}
