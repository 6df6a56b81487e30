// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.core.Leistungsschluessel;
import de.ozgkit.xoevfim.Finding;
import java.util.List;
import java.util.Optional;

/**
 * A message of XProzess, and the way from a service to its processes and their forms.
 *
 * @param message the content; one of the nine messages
 * @param findings what was noticed while reading; empty for a file that keeps to the standard
 * @since 0.1
 */
public record XProzessMessage(Nachricht message, List<Finding> findings) {

    public XProzessMessage {
        findings = List.copyOf(findings);
    }

    /** All process classes in it. */
    public List<Prozessklasse> prozessklassen() {
        Prozesskatalog catalogue = message.katalog();
        return catalogue == null ? List.of() : List.copyOf(catalogue.prozessklasse);
    }

    /** All processes in it. */
    public List<Prozess> prozesse() {
        Prozessbibliothek library = message.bibliothek();
        return library == null ? List.of() : List.copyOf(library.prozess);
    }

    /** The process class of a service. */
    public Optional<Prozessklasse> prozessklasse(Leistungsschluessel service) {
        return prozessklassen().stream()
                .filter(c -> c.leistungsschluessel().filter(service::equals).isPresent())
                .findFirst();
    }

    /** The processes of a service; several if they differ by place, version or detail. */
    public List<Prozess> prozesse(Leistungsschluessel service) {
        return prozesse().stream().filter(p -> p.carriesOut(service)).toList();
    }

    /** The processes that a form starts, by the FIM id of its document profile; {@code D00000094} and {@code D00000000094} are one. */
    public List<Prozess> prozesseMitFormular(String formularID) {
        String wanted = long11(formularID);
        return prozesse().stream()
                .filter(p ->
                        p.formularIDs().stream().map(XProzessMessage::long11).anyMatch(wanted::equals))
                .toList();
    }

    /** Ids of XDatenfelder 2 have eight digits, those of version 3 three zeros more behind the second digit. */
    private static String long11(String id) {
        String stripped = id.strip();
        return stripped.length() == 9 ? stripped.substring(0, 3) + "000" + stripped.substring(3) : stripped;
    }
}
