// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.web;

/**
 * One kind of failure in words: what happened, what to do next.
 *
 * @param heading what happened
 * @param text why, without blame
 * @param next what helps now
 */
public record ErrorText(String heading, String text, String next) {

    static ErrorText of(int status) {
        return switch (status) {
            case 403 -> new ErrorText(
                    "Diese Seite war zu lange offen",
                    "Ihre Eingabe konnte nicht zugeordnet werden. Das passiert, wenn die Seite lange offen war oder der Browser keine Cookies speichert.",
                    "Gehen Sie einen Schritt zurück, laden Sie die Seite neu und senden Sie noch einmal ab.");
            case 404 -> new ErrorText(
                    "Diese Seite gibt es nicht",
                    "Vielleicht ist die Adresse nicht vollständig, oder die Seite ist umgezogen.",
                    "Suchen Sie nach der Leistung oder beginnen Sie auf der Startseite.");
            case 413 -> new ErrorText(
                    "Das ist zu groß",
                    "Was Sie gesendet haben, ist größer als erlaubt. Eine Datei darf höchstens 10 MB groß sein.",
                    "Gehen Sie zurück und wählen Sie eine kleinere Datei.");
            case 503 -> new ErrorText(
                    "Das geht gerade nicht",
                    "Ein beteiligtes System antwortet nicht.",
                    "Bitte versuchen Sie es in einigen Minuten noch einmal. Ihre Angaben sind gespeichert, wenn Sie angemeldet waren.");
            default -> status >= 500
                    ? new ErrorText(
                            "Bei uns ist ein Fehler passiert",
                            "Das liegt nicht an Ihnen. Der Fehler ist notiert.",
                            "Bitte versuchen Sie es noch einmal. Bleibt der Fehler, rufen Sie die 115 an und nennen Sie die Nummer.")
                    : new ErrorText(
                            "Das hat nicht geklappt",
                            "Ihre Anfrage konnte nicht gelesen werden.",
                            "Gehen Sie zurück und versuchen Sie es noch einmal, oder beginnen Sie auf der Startseite.");
        };
    }
}
