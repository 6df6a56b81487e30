// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address (0.2, 1.6).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Anschrift extends XoevElement {

    /** strassenschluessel 0..1 */
    public @Nullable Code strassenschluessel;

    /** strasse 0..1 */
    public @Nullable String strasse;

    /** hausnummer 0..1 */
    public @Nullable String hausnummer;

    /** postfach 0..1 */
    public @Nullable String postfach;

    /** postleitzahl 0..1 */
    public @Nullable String postleitzahl;

    /** ort 0..1 */
    public @Nullable String ort;

    /** ortsteil 0..1 */
    public @Nullable String ortsteil;

    /** zusatz 0..1 */
    public @Nullable String zusatz;

    /** typ 0..n */
    public List<Code> typ = new ArrayList<>();

    /** verwaltungspolitischeKodierung 0..1 */
    public @Nullable VerwaltungspolitischeKodierung verwaltungspolitischeKodierung;
}
