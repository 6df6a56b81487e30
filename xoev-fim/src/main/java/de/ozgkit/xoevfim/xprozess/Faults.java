// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.Finding;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks over a message that was read, for what the rest of this package relies on. */
final class Faults {

    private final List<Finding> findings;
    private final Map<Object, Integer> lines = new IdentityHashMap<>();

    Faults(List<Finding> findings) {
        this.findings = findings;
    }

    void at(Object object, int line) {
        if (object instanceof Nachricht
                || object instanceof Prozessklasse
                || object instanceof Prozess
                || object instanceof ReferenzProzessklasse
                || object instanceof Datei) {
            lines.put(object, line);
        }
    }

    void check(Nachricht message) {
        if (!"2.0".equals(message.xprozessVersion)) {
            warning(
                    message,
                    "xprozess.version",
                    "xprozessVersion",
                    "Die Nachricht nennt nicht die Version 2.0 von XProzess; sie wird als solche gelesen.",
                    "The message does not name version 2.0 of XProzess; it is read as such.");
        }
        if (message.nachrichtenkopf == null) {
            missing(message, "nachrichtenkopf");
        }
        Prozesskatalog catalogue = message.katalog();
        if (catalogue != null) {
            catalogue.prozessklasse.forEach(this::check);
        }
        Prozessbibliothek library = message.bibliothek();
        if (library != null) {
            library.prozess.forEach(this::check);
        }
    }

    private void check(Prozessklasse processClass) {
        identified(processClass, "prozessklasse", processClass.id, processClass.name);
        for (ReferenzProzessklasse replaced : processClass.abgeloesteProzessklasse) {
            if (blank(replaced.referenzierteProzessklasseID)) {
                warning(
                        replaced,
                        "xprozess.empty_reference",
                        "prozessklasse/abgeloesteProzessklasse",
                        "Eine abgelöste Prozessklasse ist angegeben, aber nicht genannt; nach dem Schema ist das ungültig.",
                        "A replaced process class is given but not named; by the schema this is not valid.");
            }
        }
    }

    private void check(Prozess process) {
        identified(process, "prozess", process.id, process.name);
        Prozessmodell model = process.prozessmodell;
        if (model != null) {
            List.of(model.prozessmodelldatei, model.visualisierungsdatei, model.beschreibungsdatei).stream()
                    .flatMap(List::stream)
                    .filter(file -> blank(file.inhalt))
                    .forEach(file -> missing(file, "prozess/prozessmodell/inhalt"));
        }
    }

    private void identified(Object object, String path, @Nullable String id, @Nullable String name) {
        if (blank(id)) {
            missing(object, path + "/id");
        }
        if (blank(name)) {
            missing(object, path + "/name");
        }
    }

    private void missing(Object object, String path) {
        warning(
                object,
                "xprozess.missing",
                path,
                "Ein Element fehlt oder ist leer, das der Standard verlangt.",
                "An element is missing or empty that the standard asks for.");
    }

    private void warning(Object object, String rule, String path, String text, String english) {
        findings.add(Finding.warning(rule, path, text, english).atLine(lines.getOrDefault(object, 0)));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
