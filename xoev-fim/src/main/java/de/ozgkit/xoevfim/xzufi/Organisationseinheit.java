// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An office (1.6). The order is not confirmed; whatever is not listed here stands in weitere.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public non-sealed class Organisationseinheit extends XoevElement implements TransferObjekt {

    /** id 1 */
    public @Nullable Identifikator id;

    /** idSekundaer 0..n */
    public List<Identifikator> idSekundaer = new ArrayList<>();

    /** name 0..1 */
    public @Nullable OrganisationseinheitName name;

    /** anschrift 0..n */
    public List<Anschrift> anschrift = new ArrayList<>();

    /** kommunikation 0..n, name not confirmed */
    public List<Kommunikation> kommunikation = new ArrayList<>();

    /** zustaendigkeit 0..n, in dumps of states */
    public List<Zustaendigkeit> zustaendigkeit = new ArrayList<>();
}
