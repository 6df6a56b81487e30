// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart.cli;

import static de.ozgkit.examples.quickstart.cli.SamlSettings.METADATA;
import static de.ozgkit.examples.quickstart.cli.SamlSettings.METADATA_PINS;
import static de.ozgkit.examples.quickstart.cli.SamlSettings.METADATA_URL;

import de.ozgkit.core.OzgException;
import de.ozgkit.core.PeerException;
import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Binding;
import de.ozgkit.identity.IdpMetadata;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Looks at the account's side of a registration: its metadata, from a file or an address, and its clock if there is an address. */
final class AccountCheck {

    private static final Duration SOON = Duration.ofDays(14);
    private static final Duration CLOCK_DIFFERS = Duration.ofSeconds(30);
    private static final Duration CLOCK_WRONG = Duration.ofMinutes(3);

    /** Accounts whose names are public, and whether they are for production. */
    private static final Map<String, Boolean> ACCOUNTS = Map.of(
            "https://id.bund.de/idp", true,
            "https://int.id.bund.de/idp", false,
            "https://id.bayernportal.de/idp", true,
            "https://pre-id.bayernportal.de/idp", false,
            "https://www.elster.de", true,
            "https://e4k-portal.een.elster.de", false);

    private final SamlSettings settings;
    private final Clock clock;
    private final SamlFindings findings;
    private final CertificateCheck certificates;

    AccountCheck(SamlSettings settings, Clock clock, SamlFindings findings, CertificateCheck certificates) {
        this.settings = settings;
        this.clock = clock;
        this.findings = findings;
        this.certificates = certificates;
    }

    Optional<IdpMetadata> run(Optional<AccountProfile> profile) {
        String from = settings.text(METADATA).isPresent() ? METADATA : METADATA_URL;
        try {
            Optional<IdpMetadata> metadata = from.equals(METADATA)
                    ? settings.path(METADATA).map(IdpMetadata::read)
                    : settings.text(METADATA_URL).map(this::fetch);
            if (metadata.isEmpty()) {
                findings.error(
                        "metadata",
                        METADATA,
                        "Die Metadaten des Kontos fehlen: metadata (Datei) oder metadataUrl.",
                        "The account's metadata are missing: metadata (a file) or metadataUrl.");
            }
            metadata.ifPresent(known -> check(from, known, profile));
            return metadata;
        } catch (OzgException e) {
            findings.failed(from, e);
        } catch (IllegalArgumentException e) {
            findings.error("address", from, "Das ist keine Adresse.", "That is no address.");
        }
        return Optional.empty();
    }

    private IdpMetadata fetch(String address) {
        URI uri = URI.create(address);
        HttpAnswer answer = HttpGateway.to("account").build().send(HttpCall.get(uri));
        if (!answer.ok()) {
            throw new PeerException(
                    "saml.metadata", "The address of the metadata answers with status " + answer.status(), false, null);
        }
        answer.header("Date").ifPresent(this::compareClocks);
        if (settings.text(METADATA_PINS).isEmpty()) {
            findings.warn(
                    "metadata.pin",
                    METADATA_PINS,
                    "Ohne Fingerabdruck gilt, wer unter der Adresse antwortet; die Fingerabdrücke unten mit dem Betreiber vergleichen und eintragen.",
                    "Without a fingerprint whoever answers at the address is believed; compare those below with the operator and enter them.");
        }
        return IdpMetadata.read(new ByteArrayInputStream(answer.body()));
    }

    private void compareClocks(String date) {
        try {
            Instant theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                    .toInstant();
            Duration off = Duration.between(theirs, clock.instant()).abs();
            if (off.compareTo(CLOCK_DIFFERS) > 0) {
                findings.of(
                        off.compareTo(CLOCK_WRONG) > 0,
                        "clock",
                        METADATA_URL,
                        "Die Uhr dieses Rechners und die des Kontos liegen " + off.toSeconds()
                                + " Sekunden auseinander; NTP einrichten.",
                        "The clocks of this machine and of the account differ by " + off.toSeconds()
                                + " seconds; set up NTP.");
            }
        } catch (DateTimeException e) {
            // A server without a readable clock says nothing about ours.
        }
    }

    private void check(String from, IdpMetadata metadata, Optional<AccountProfile> profile) {
        metadata.validUntil().ifPresent(until -> checkAge(from, until));
        if (!metadata.sso().containsKey(Binding.POST)) {
            findings.of(
                    profile.filter(AccountProfile::akdbExtension).isPresent(),
                    "metadata.binding",
                    from,
                    "Das Konto nimmt Anfragen nur mit HTTP-Redirect an, nicht mit HTTP-POST.",
                    "The account takes requests by HTTP-Redirect only, not by HTTP-POST.");
        }
        Boolean production = ACCOUNTS.get(metadata.entityId());
        if (production != null && !production) {
            findings.note(
                    "metadata.test",
                    from,
                    "Das ist das Testsystem " + metadata.entityId() + ".",
                    "This is the test system " + metadata.entityId() + ".");
        }
        List<String> pins = settings.text(METADATA_PINS).stream()
                .flatMap(text -> List.of(text.split("[\\s,]+")).stream())
                .map(AccountCheck::hex)
                .toList();
        boolean anyValid = metadata.signingCertificates().stream()
                .anyMatch(one -> clock.instant().isBefore(one.getNotAfter().toInstant()));
        metadata.signingCertificates().forEach(one -> {
            certificates.theirs(from, one, !anyValid);
            if (!pins.isEmpty() && !pins.contains(hex(CertificateCheck.fingerprint(one)))) {
                findings.error(
                        "metadata.foreign_certificate",
                        METADATA_PINS,
                        "Ein Zertifikat des Kontos ist keines von denen, deren Fingerabdruck eingetragen ist.",
                        "A certificate of the account is none of those whose fingerprint is entered.");
            }
        });
    }

    private void checkAge(String from, Instant until) {
        Instant now = clock.instant();
        if (!now.isBefore(until)) {
            findings.error(
                    "metadata.expired",
                    from,
                    "Die Metadaten des Kontos galten bis " + until + "; neu holen.",
                    "The account's metadata were valid until " + until + "; fetch them again.");
        } else if (now.plus(SOON).isAfter(until)) {
            findings.warn(
                    "metadata.expires_soon",
                    from,
                    "Die Metadaten des Kontos gelten nur noch bis " + until + ".",
                    "The account's metadata are valid only until " + until + ".");
        }
    }

    private static String hex(String fingerprint) {
        return fingerprint.replace(":", "").toUpperCase(Locale.ROOT);
    }
}
