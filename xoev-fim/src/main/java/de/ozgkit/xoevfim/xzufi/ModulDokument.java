// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;

/**
 * Documents to bring and to get (1.3).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class ModulDokument extends Modul {

    /** dokumentEingehend 0..n */
    public List<DokumentEingehend> dokumentEingehend = new ArrayList<>();

    /** dokumentAusgehend 0..n */
    public List<Dokument> dokumentAusgehend = new ArrayList<>();

    /** beschreibung 0..n; only 2.2.0 */
    public List<StringLocalized> beschreibung = new ArrayList<>();

    /** beschreibungEingehend 0..n; only 2.3.1 */
    public List<StringLocalized> beschreibungEingehend = new ArrayList<>();

    /** beschreibungAusgehend 0..n; only 2.3.1 */
    public List<StringLocalized> beschreibungAusgehend = new ArrayList<>();

    /** weiterfuehrenderLink 0..n */
    public List<HyperlinkErweitert> weiterfuehrenderLink = new ArrayList<>();
}
