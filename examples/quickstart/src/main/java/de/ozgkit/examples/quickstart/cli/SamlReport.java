// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart.cli;

import de.ozgkit.identity.AccountProfile;
import de.ozgkit.xoevfim.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came out of a check.
 *
 * @param profile which kind of account; empty if that is not known
 * @param fingerprints of all certificates, ours and theirs
 * @param metadata ours, for the operator; empty as long as something is missing
 */
record SamlReport(
        Optional<AccountProfile> profile,
        List<Finding> findings,
        List<String> fingerprints,
        Optional<String> metadata) {

    SamlReport {
        findings = List.copyOf(findings);
        fingerprints = List.copyOf(fingerprints);
    }

    boolean usable() {
        return findings.stream().noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }

    /** What is left to do by people. */
    List<String> steps(Locale reader) {
        boolean german = !reader.getLanguage().equals("en");
        return profile.map(known -> known.business() ? business(german) : citizens(known, german))
                .orElse(List.of());
    }

    private static List<String> citizens(AccountProfile profile, boolean german) {
        if (!profile.equals(AccountProfile.BUNDID)) {
            return List.of(
                    german
                            ? "Mit dem Betreiber klären: Adressen, Namen der Angaben, Vertrauensniveaus, Schlüssel."
                            : "Settle with the operator: addresses, names of attributes, levels, keys.");
        }
        return german
                ? List.of(
                        "Metadaten im Self-Service-Portal (SSP) der BundID hochladen, zuerst für INT (geladen dienstags), dann für PROD (meist donnerstags).",
                        "Kennung des Onlinedienstes (BMI-…) und Anzeigename im SSP eintragen; sie müssen den Anfragen gleichen.",
                        "Nur die Angaben beantragen, die der Dienst braucht.",
                        "Die Erklärung zu BSI TR-03172-3 und die Selbsterklärung zur Informationssicherheit abgeben.",
                        "In INT anmelden: mit jedem Weg, mit Abbruch, ohne Konto (Gast).",
                        "Vor dem Schlüsselwechsel beide Zertifikate veröffentlichen (nextKeys) und eine Ladung abwarten.")
                : List.of(
                        "Upload the metadata in BundID's self service portal (SSP), first for INT (loaded on Tuesdays), then for PROD (mostly on Thursdays).",
                        "Enter the id of the online service (BMI-…) and the display name in the SSP; they must be those of the requests.",
                        "Apply only for the attributes that the service needs.",
                        "Hand in the declaration on BSI TR-03172-3 and the self-declaration on information security.",
                        "Log in at INT: by every method, with cancel, without an account (guest).",
                        "Before changing the key publish both certificates (nextKeys) and wait until they are loaded.");
    }

    private static List<String> business(boolean german) {
        return german
                ? List.of(
                        "Im Self-Service-Portal von Mein Unternehmenskonto eintragen: entityID, Adresse für Antworten (ACS), Zertifikat.",
                        "Den Datenkranz vereinbaren (StNr, BZStNr oder IdNr).",
                        "Zuerst am Testsystem (E4K) mit Testkonten anmelden; in Produktion werden Testkonten abgewiesen.",
                        "Abbruch und Abmeldung am Testsystem erproben.")
                : List.of(
                        "Enter in the self service portal of Mein Unternehmenskonto: entityID, address for responses (ACS), certificate.",
                        "Agree on the set of data (StNr, BZStNr or IdNr).",
                        "Log in at the test system (E4K) with test accounts first; in production test accounts are refused.",
                        "Try cancel and log-out at the test system.");
    }
}
