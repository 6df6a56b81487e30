// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a message says about itself, before and beside its changes.
 *
 * @param version in which version it is written
 * @param rootName the local name of the root element; that of transfer messages is not confirmed, so ask the receiver
 * @param produkt the attributes produktbezeichnung, produkthersteller, produktversion and xzufiVersion of the root, as far as given
 * @param kopf who sends it to whom; bare objects have none
 * @param transaktionID to which transaction it belongs
 * @param transaktionPosition which part of the transaction it is
 * @since 0.1
 */
public record Nachricht(
        XZuFiVersion version,
        String rootName,
        Map<String, String> produkt,
        Optional<Nachrichtenkopf> kopf,
        Optional<String> transaktionID,
        Optional<String> transaktionPosition) {

    public Nachricht {
        produkt = Map.copyOf(produkt);
    }

    /** A message to write, without a transaction. */
    public static Nachricht of(XZuFiVersion version, String rootName, Nachrichtenkopf kopf) {
        return new Nachricht(
                version,
                rootName,
                Map.of("xzufiVersion", version.number()),
                Optional.of(kopf),
                Optional.empty(),
                Optional.empty());
    }

    /** The same as a part of a transaction. */
    public Nachricht transaktion(String id, String position) {
        return new Nachricht(version, rootName, produkt, kopf, Optional.of(id), Optional.of(position));
    }

    /** The same from this software. */
    public Nachricht produkt(String bezeichnung, String hersteller, String produktversion) {
        Map<String, String> attributes = new TreeMap<>(produkt);
        attributes.put("produktbezeichnung", bezeichnung);
        attributes.put("produkthersteller", hersteller);
        attributes.put("produktversion", produktversion);
        return new Nachricht(version, rootName, attributes, kopf, transaktionID, transaktionPosition);
    }
}
