// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart.cli;

import static de.ozgkit.examples.quickstart.cli.SamlSettings.ACS;
import static de.ozgkit.examples.quickstart.cli.SamlSettings.CERTIFICATE;
import static de.ozgkit.examples.quickstart.cli.SamlSettings.DISPLAY_NAME;
import static de.ozgkit.examples.quickstart.cli.SamlSettings.ENTITY_ID;
import static de.ozgkit.examples.quickstart.cli.SamlSettings.KEYS;
import static de.ozgkit.examples.quickstart.cli.SamlSettings.NEXT_KEYS;
import static de.ozgkit.examples.quickstart.cli.SamlSettings.NEXT_PASSWORD;
import static de.ozgkit.examples.quickstart.cli.SamlSettings.PASSWORD;
import static de.ozgkit.examples.quickstart.cli.SamlSettings.PRIVATE_KEY;
import static de.ozgkit.examples.quickstart.cli.SamlSettings.PROFILE;
import static de.ozgkit.examples.quickstart.cli.SamlSettings.REGISTERED_ENTITY_ID;
import static de.ozgkit.examples.quickstart.cli.SamlSettings.SERVICE_ID;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.OzgException;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.Nutzerkonto;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.h2.jdbcx.JdbcDataSource;

/** Looks at our side of a registration: names, addresses, keys, service. */
final class SamlCheck {

    private static final Pattern SERVICE = Pattern.compile("BMI-(A[0-9A-Za-z]{4}|B[0-9A-Za-z]{7})");
    private static final int LONGEST_NAME = 50;

    private final SamlSettings settings;
    private final Clock clock;
    private final SamlFindings findings = new SamlFindings();
    private final CertificateCheck certificates;

    SamlCheck(SamlSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.certificates = new CertificateCheck(findings, clock.instant());
    }

    SamlReport run() {
        settings.unknown()
                .forEach(name -> findings.warn(
                        "setting",
                        name,
                        "Diese Angabe ist unbekannt; ein Tippfehler?",
                        "This setting is unknown; a typing error?"));
        Optional<AccountProfile> profile = profile();
        Optional<URI> entityId = address(ENTITY_ID);
        Optional<URI> acs = address(ACS);
        entityId.ifPresent(id -> checkEntityId(id, profile));
        acs.ifPresent(this::checkAcs);
        if (entityId.isPresent() && acs.isPresent() && !sameHost(entityId.get(), acs.get())) {
            findings.note(
                    "entity_id.host",
                    ENTITY_ID,
                    "Der Rechnername ist ein anderer als der für Antworten. Das geht, aber er muss bleiben, auch wenn das Portal umzieht.",
                    "The host is another one than that of the address for responses. That works, but it must stay even if the portal moves.");
        }
        profile.filter(AccountProfile::akdbExtension).ifPresent(akdb -> checkService());
        Optional<KeyMaterial> keys = keys();
        Optional<KeyMaterial> next = next();
        Optional<IdpMetadata> account = new AccountCheck(settings, clock, findings, certificates).run(profile);
        return new SamlReport(
                profile, findings.all(), certificates.fingerprints(), metadata(profile, acs, keys, next, account));
    }

    private Optional<AccountProfile> profile() {
        String name = settings.text(PROFILE).orElse("").toUpperCase(Locale.ROOT);
        Optional<AccountProfile> profile =
                switch (name) {
                    case "BUNDID" -> Optional.of(AccountProfile.BUNDID);
                    case "SERVICEKONTO_NRW" -> Optional.of(AccountProfile.SERVICEKONTO_NRW);
                    case "UNTERNEHMENSKONTO" -> Optional.of(AccountProfile.UNTERNEHMENSKONTO);
                    default -> Optional.empty();
                };
        if (profile.isEmpty()) {
            findings.error(
                    "profile",
                    PROFILE,
                    "BUNDID (auch für BayernID), UNTERNEHMENSKONTO oder SERVICEKONTO_NRW angeben.",
                    "Give BUNDID (for BayernID too), UNTERNEHMENSKONTO or SERVICEKONTO_NRW.");
        }
        return profile;
    }

    private Optional<URI> address(String name) {
        try {
            Optional<URI> address = settings.text(name).map(URI::create).filter(uri -> uri.getHost() != null);
            if (address.isEmpty()) {
                findings.error(
                        "address",
                        name,
                        "Eine Adresse wie https://portal.example.de fehlt.",
                        "An address such as https://portal.example.de is missing.");
            }
            return address;
        } catch (IllegalArgumentException e) {
            findings.error("address", name, "Das ist keine Adresse.", "That is no address.");
            return Optional.empty();
        }
    }

    private void checkEntityId(URI id, Optional<AccountProfile> profile) {
        boolean bundId = profile.filter(AccountProfile.BUNDID::equals).isPresent();
        if (!"https".equals(id.getScheme())) {
            findings.of(
                    bundId,
                    "entity_id.https",
                    ENTITY_ID,
                    "Die entityID muss bei der BundID mit https:// beginnen.",
                    "For BundID the entityID must begin with https://.");
        }
        if (id.getPort() != -1) {
            findings.of(
                    bundId,
                    "entity_id.port",
                    ENTITY_ID,
                    "Die entityID darf bei der BundID keinen Port enthalten.",
                    "For BundID the entityID must have no port.");
        }
        if (id.getQuery() != null
                || id.getFragment() != null
                || !id.getHost().equals(id.getHost().toLowerCase(Locale.ROOT))) {
            findings.warn(
                    "entity_id.form",
                    ENTITY_ID,
                    "Besser ohne ? und # und mit kleinen Buchstaben; verglichen wird Zeichen für Zeichen.",
                    "Better without ? and # and in small letters; it is compared character by character.");
        }
        Optional<String> registered = settings.text(REGISTERED_ENTITY_ID);
        if (registered.isPresent() && !registered.get().equals(id.toString())) {
            changed(URI.create(registered.get()), id);
        }
    }

    private void changed(URI registered, URI id) {
        if (sameHost(registered, id)) {
            findings.error(
                    "entity_id.changed",
                    ENTITY_ID,
                    "Beim Konto ist eine andere entityID eingetragen; auch Pfad und Schrägstrich am Ende zählen.",
                    "Another entityID is registered at the account; path and slash at the end count too.");
        } else {
            findings.error(
                    "entity_id.host_changed",
                    ENTITY_ID,
                    "Der Rechnername ist ein anderer als beim Konto. Mit ihm bekäme jeder Mensch ein neues bPK2 und würde nicht wiedererkannt.",
                    "The host is another one than at the account. With it everybody would get a new bPK2 and not be recognised.");
        }
    }

    private void checkAcs(URI acs) {
        boolean local = "http".equals(acs.getScheme())
                && ("localhost".equals(acs.getHost()) || "127.0.0.1".equals(acs.getHost()));
        if (local) {
            findings.warn(
                    "acs.local",
                    ACS,
                    "Die Adresse für Antworten taugt nur zum Erproben auf diesem Rechner.",
                    "The address for responses will do only for trying it on this machine.");
        } else if (!"https".equals(acs.getScheme())) {
            findings.error(
                    "acs.https",
                    ACS,
                    "Die Adresse für Antworten muss mit https:// beginnen.",
                    "The address for responses must begin with https://.");
        }
        if (acs.getQuery() != null || acs.getFragment() != null) {
            findings.error(
                    "acs.form",
                    ACS,
                    "Die Adresse für Antworten darf kein ? und kein # enthalten.",
                    "The address for responses must have no ? and no #.");
        }
    }

    private void checkService() {
        Optional<String> id = settings.text(SERVICE_ID);
        if (id.filter(text -> text.startsWith("BMI-")).isEmpty()) {
            findings.error(
                    "service_id",
                    SERVICE_ID,
                    "Die Kennung des Onlinedienstes (BMI-…) fehlt; die BundID lehnt Anfragen ohne sie ab.",
                    "The id of the online service (BMI-…) is missing; BundID refuses requests without it.");
        } else if (!SERVICE.matcher(id.get()).matches()) {
            findings.warn(
                    "service_id.form",
                    SERVICE_ID,
                    "Üblich sind BMI-A und 4 oder BMI-B und 7 weitere Zeichen.",
                    "Usual are BMI-A and 4 or BMI-B and 7 more characters.");
        }
        Optional<String> name = settings.text(DISPLAY_NAME);
        if (name.isEmpty()) {
            findings.error("display_name", DISPLAY_NAME, "Der Anzeigename fehlt.", "The display name is missing.");
        } else if (name.get().codePointCount(0, name.get().length()) > LONGEST_NAME) {
            findings.warn(
                    "display_name.long",
                    DISPLAY_NAME,
                    "Der Anzeigename hat mehr als 50 Zeichen und wird vielleicht abgeschnitten.",
                    "The display name has more than 50 characters and may be cut.");
        }
    }

    private Optional<KeyMaterial> keys() {
        if (settings.text(KEYS).isEmpty() && settings.text(CERTIFICATE).isEmpty()) {
            findings.error(
                    "keys",
                    KEYS,
                    "Der Schlüssel fehlt: keys (PKCS#12) oder certificate und privateKey (PEM).",
                    "The key is missing: keys (PKCS#12), or certificate and privateKey (PEM).");
            return Optional.empty();
        }
        String name = settings.text(KEYS).isPresent() ? KEYS : CERTIFICATE;
        return read(name, PASSWORD);
    }

    private Optional<KeyMaterial> next() {
        return settings.text(NEXT_KEYS).flatMap(file -> read(NEXT_KEYS, NEXT_PASSWORD));
    }

    private Optional<KeyMaterial> read(String name, String password) {
        try {
            KeyMaterial keys = name.equals(CERTIFICATE)
                    ? KeyMaterial.pem(
                            settings.path(CERTIFICATE).orElseThrow(),
                            settings.path(PRIVATE_KEY)
                                    .or(() -> settings.path(CERTIFICATE))
                                    .orElseThrow(),
                            settings.password(password))
                    : KeyMaterial.pkcs12(settings.path(name).orElseThrow(), settings.password(password));
            certificates.ours(name, keys.certificate());
            return Optional.of(keys);
        } catch (OzgException e) {
            findings.failed(name, e);
            return Optional.empty();
        }
    }

    /** Ours, as the library writes them. The operator needs them before the account's own are known, so these may be missing or wrong. */
    private Optional<String> metadata(
            Optional<AccountProfile> profile,
            Optional<URI> acs,
            Optional<KeyMaterial> keys,
            Optional<KeyMaterial> next,
            Optional<IdpMetadata> account) {
        if (profile.isEmpty() || acs.isEmpty() || keys.isEmpty()) {
            return Optional.empty();
        }
        Function<Optional<IdpMetadata>, Optional<String>> ours = known -> {
            try {
                Nutzerkonto.Builder konto = Nutzerkonto.of(profile.get())
                        .serviceProvider(settings.text(ENTITY_ID).orElse(""), acs.get())
                        .identityProvider(known.orElseGet(() -> standIn(keys.get())))
                        .keys(keys.get())
                        .onlineService(
                                settings.text(SERVICE_ID).orElse(""),
                                settings.text(DISPLAY_NAME).orElse(""))
                        .state(LoginState.jdbc(nothing()))
                        .clock(clock);
                next.ifPresent(konto::alsoOpensWith);
                return Optional.of(konto.build().metadata());
            } catch (OzgException e) {
                if (findings.all().stream().noneMatch(SamlFindings::isError)) {
                    findings.failed(ENTITY_ID, e);
                }
                return Optional.empty();
            }
        };
        return ours.apply(account).or(() -> ours.apply(Optional.empty()));
    }

    /** Any account at all: what we hand in does not depend on it. */
    private static IdpMetadata standIn(KeyMaterial keys) {
        return new IdpMetadata(
                "https://account.invalid",
                URI.create("https://account.invalid/sso"),
                List.of(keys.certificate()),
                Optional.empty());
    }

    private static JdbcDataSource nothing() {
        JdbcDataSource nothing = new JdbcDataSource();
        nothing.setURL("jdbc:h2:mem:" + UUID.randomUUID());
        return nothing;
    }

    private static boolean sameHost(URI one, URI other) {
        return one.getHost() != null && one.getHost().equalsIgnoreCase(String.valueOf(other.getHost()));
    }
}
