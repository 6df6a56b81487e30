// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Finding.Severity;
import java.util.Locale;

/** What a conversion can lose. */
enum Loss {
    ID(
            Severity.WARNING,
            "Die Kennung hat nicht die Form, die sich umrechnen lässt, und bleibt, wie sie ist.",
            "The id has not the form that can be converted, and stays as it is."),
    VERSION(
            Severity.WARNING,
            "Die Versionsnummer hat nicht die Form, die sich umrechnen lässt, und bleibt, wie sie ist.",
            "The version number has not the form that can be converted, and stays as it is."),
    STATUS(
            Severity.WARNING,
            "Der Status hat keine Entsprechung; der nächstliegende steht an seiner Stelle.",
            "The status has no counterpart; the closest one stands in its place."),
    DATE(
            Severity.INFO,
            "Das Datum der Freigabe oder des Status hat hier keinen Platz und entfällt.",
            "The date of release or status has no place here and is dropped."),
    CHANGED(Severity.INFO, "Der Zeitpunkt der letzten Änderung entfällt.", "The time of the last change is dropped."),
    NO_TIME(
            Severity.WARNING,
            "Die Nachricht nennt keinen Erstellungszeitpunkt; der Zeitpunkt der letzten Änderung fehlt.",
            "The message has no time of creation; the time of the last change is missing."),
    LABEL(
            Severity.INFO,
            "Eine Bezeichnung hat in der anderen Version keinen Platz und entfällt.",
            "A label has no place in the other version and is dropped."),
    DETAIL(
            Severity.INFO,
            "Gültigkeit, Versionshinweis oder Datum einer Regel haben keinen Platz und entfallen.",
            "Validity, version note or date of a rule have no place and are dropped."),
    SCRIPT(Severity.WARNING, "Das Skript der Regel entfällt.", "The script of the rule is dropped."),
    RULE_IDS(
            Severity.INFO,
            "Der Text der Regel nennt schon Kennungen in der Form der anderen Version.",
            "The text of the rule already has ids in the form of the other version."),
    RULE_KIND(Severity.INFO, "Die Art der Regel entfällt.", "The kind of the rule is dropped."),
    LIMIT(
            Severity.WARNING,
            "Eine Angabe der Präzisierung kann die andere Version nicht aufnehmen; sie entfällt.",
            "A limit of the value cannot be carried by the other version; it is dropped."),
    LIST_NAME(
            Severity.INFO,
            "Die Werte stehen nun im Feld; Kennung, URN, Version und Name der Codeliste entfallen.",
            "The values are inside of the field now; id, URN, version and name of the code list are dropped."),
    LIST_ID(
            Severity.INFO,
            "Die Kennung der Codeliste (C...) entfällt; die Werte liegen nicht in der Nachricht.",
            "The id of the code list (C...) is dropped; the values are not in the message."),
    LIST_MISSING(
            Severity.WARNING,
            "Die Codeliste lag nicht neben dem Schema; statt ihrer Werte steht ein Verweis im Feld.",
            "The code list was not beside the schema; a reference stands in the field instead of its values."),
    LIST_ROWS(
            Severity.WARNING,
            "Zeilen der Codeliste ohne Code oder mit einem schon vergebenen Code entfallen.",
            "Rows of the code list without a code, or with a code that another row has, are dropped."),
    LIST_COLUMNS(
            Severity.WARNING,
            "Weitere Spalten der Codeliste entfallen.",
            "Further columns of the code list are dropped."),
    LIST_VERSION(
            Severity.WARNING,
            "Der Verweis nennt keine Version der Codeliste, die andere Version verlangt eine.",
            "The reference names no version of the code list, the other version requires one."),
    LIST_KEYS(
            Severity.WARNING,
            "Die Namen der Spalten für Code, Name oder Hilfe entfallen.",
            "The names of the columns for code, name or help are dropped."),
    LIST_TWICE(
            Severity.WARNING,
            "Das Feld hat Werte und einen Verweis auf eine Codeliste; der Verweis entfällt.",
            "The field has values and a reference to a code list; the reference is dropped."),
    DOCUMENT_KIND(
            Severity.WARNING,
            "Die Dokumentart ist unbekannt; sie wird zu 999 (unbestimmt).",
            "The kind of document is unknown; it becomes 999 (undetermined)."),
    DOCUMENT_PROFILE(
            Severity.WARNING,
            "Der Verweis auf den Dokumentsteckbrief entfällt.",
            "The reference to the document profile is dropped."),
    EMPTY_PLACE(
            Severity.WARNING,
            "Eine Stelle der Struktur enthält weder Feld noch Gruppe und entfällt.",
            "A place of the structure has neither a field nor a group and is dropped."),
    FILLER(
            Severity.INFO,
            "Das Element war leer; es erhält ein Feld, weil die andere Version mindestens eines verlangt.",
            "The element was empty; it gets a field, since the other version requires at least one."),
    UNKNOWN(
            Severity.WARNING,
            "Elemente oder Attribute, die der Standard nicht kennt, entfallen.",
            "Elements or attributes that the standard does not know are dropped."),
    DATATYPE(
            Severity.WARNING,
            "Den Datentyp gibt es in der anderen Version nicht; er wird zu text.",
            "The other version does not have the data type; it becomes text."),
    LOCKED(Severity.WARNING, "Das gesperrte Feld wird zum Hinweis.", "The locked field becomes a note."),
    HIDDEN(
            Severity.WARNING,
            "Verborgene Felder gibt es in der anderen Version nicht; das Feld entfällt.",
            "The other version has no hidden fields; the field is left out."),
    HIDDEN_SHOWN(
            Severity.WARNING,
            "Verborgene Felder gibt es in der anderen Version nicht; das Feld ist nun sichtbar.",
            "The other version has no hidden fields; the field is visible now."),
    CHOICE(
            Severity.WARNING,
            "Dass genau eines der Unterelemente zu wählen ist (Auswahlgruppe), entfällt.",
            "That exactly one child is to be chosen (choice group) is dropped."),
    RELATION(
            Severity.WARNING,
            "Beziehungen zu anderen Elementen entfallen.",
            "Relations to other elements are dropped."),
    KEYWORD(Severity.WARNING, "Stichwörter entfallen.", "Keywords are dropped."),
    PREFILL(Severity.WARNING, "Die Vorbefüllung entfällt.", "The prefill is dropped."),
    FILES(
            Severity.WARNING,
            "Größe und Art von Dateien haben keinen Platz und entfallen.",
            "Size and kind of files have no place and are dropped."),
    BASIS(
            Severity.INFO,
            "Ein Rechtsbezug verliert seinen Link oder wird an einem Semikolon geteilt gelesen werden.",
            "A legal basis loses its link, or will be read as two because of a semicolon.");

    private final Severity severity;
    private final String german;
    private final String english;

    Loss(Severity severity, String german, String english) {
        this.severity = severity;
        this.german = german;
        this.english = english;
    }

    Finding of(String id) {
        return Finding.of(severity, "xdatenfelder.loss." + name().toLowerCase(Locale.ROOT), id, german, english);
    }
}
