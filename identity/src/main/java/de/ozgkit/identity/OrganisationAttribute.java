// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import java.util.Arrays;
import java.util.Optional;

/**
 * What Mein Unternehmenskonto states in one word about an organisation. Which of them come is agreed when the service registers. Source:
 * the public clients of ELSTER's interface; its own description is not published.
 *
 * @since 0.1
 */
public enum OrganisationAttribute {
    /** The stable pseudonym of the organisation at this service: "du-" and 40 hexadecimal digits. */
    KEY("DatenuebermittlerPseudonymId"),
    /** Which set of data came: StNr for an organisation, BZStNr, or IdNr for a natural person. */
    DATA_SET("DatenkranzTyp"),
    /** NatPers for a natural person in business, NNatPers for everybody else. */
    PERSON_KIND("PersTyp"),
    NAME("Firmenname"),
    /** Three digits. */
    LEGAL_FORM("Rechtsform"),
    LEGAL_FORM_TEXT("RechtsformText"),
    /** Three digits; what a natural person works as. */
    ACTIVITY("Taetigkeit"),
    ACTIVITY_TEXT("TaetigkeitText"),
    REGISTER_NUMBER("Registernummer"),
    /** HRA, HRB, VR, GR or PR. */
    REGISTER_KIND("Registerart"),
    REGISTER_COURT("Registergericht"),
    /** Only if granted to the service. */
    TAX_NUMBER("StNr"),
    VAT_ID("umsatzsteuerId"),
    FOUNDED("betriebsGruendungsDatum"),
    CLOSED("betriebsEndeDatum");

    private final String samlName;

    OrganisationAttribute(String samlName) {
        this.samlName = samlName;
    }

    /** The name on the wire. */
    public String samlName() {
        return samlName;
    }

    /** The attribute of that name on the wire; empty for one that nobody here reads. */
    public static Optional<OrganisationAttribute> of(String samlName) {
        return Arrays.stream(values())
                .filter(one -> one.samlName.equals(samlName))
                .findFirst();
    }
}
