// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.core.Leistungsschluessel;
import de.ozgkit.xoevfim.xoev.XoevElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A process: how a service is carried out.
 *
 * <p>Source: XProzess 2.0, type Prozess.
 *
 * @since 0.1
 */
public class Prozess extends XoevElement {

    /** id 1 */
    public @Nullable String id;

    /** version 0..1 */
    public @Nullable String version;

    /** name 1 */
    public @Nullable String name;

    /** bezeichnung 0..1 */
    public @Nullable String bezeichnung;

    /** fachlichFreigebendeStelle 0..1 */
    public @Nullable String fachlichFreigebendeStelle;

    /** klassifikation 0..n */
    public List<Klassifikation> klassifikation = new ArrayList<>();

    /** schlagwort 0..n */
    public List<String> schlagwort = new ArrayList<>();

    /** prozesssteckbrief 0..1 */
    public @Nullable Prozesssteckbrief prozesssteckbrief;

    /** prozessstrukturbeschreibung 0..1 */
    public @Nullable Strukturbeschreibung prozessstrukturbeschreibung;

    /** prozessmodell 0..1 */
    public @Nullable Prozessmodell prozessmodell;

    /** zustandsangaben 0..1 */
    public @Nullable Zustandsangaben zustandsangaben;

    /** The service that the process carries out, if its id is a Leistungsschlüssel. */
    public Optional<Leistungsschluessel> leistungsschluessel() {
        return Prozessklasse.key(id);
    }

    /** Whether this is a process of the service, by its id or by the process class that it is filed under. */
    public boolean carriesOut(Leistungsschluessel service) {
        return leistungsschluessel().filter(service::equals).isPresent()
                || klassifikation.stream()
                        .flatMap(k -> Prozessklasse.key(k.klasseID).stream())
                        .anyMatch(service::equals);
    }

    /** The FIM ids of the document profiles (letter D) of the forms that start the process. */
    public List<String> formularIDs() {
        return prozesssteckbrief == null
                ? List.of()
                : prozesssteckbrief.ausloeser.stream()
                        .flatMap(a -> Stream.ofNullable(a.formularID))
                        .map(String::strip)
                        .filter(form -> !form.isEmpty())
                        .distinct()
                        .toList();
    }
}
