// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Binding;
import de.ozgkit.identity.MetadataSource;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.identity.PersonAttribute;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which account citizens log in with, and how it speaks SAML: one of the known ones, or any other by its names and habits.
 *
 * @param name what citizens call it
 * @param metadataFile its metadata; empty if they are fetched
 * @param metadataUrl where they are fetched
 * @param fingerprints of the certificates that count among what is fetched
 */
record AccountSettings(
        AccountProfile profile,
        String name,
        Optional<Path> metadataFile,
        Optional<URI> metadataUrl,
        List<String> fingerprints,
        Habits habits) {

    /** Where an account departs from the safest way. Each is off if not said. */
    record Habits(boolean redirect, boolean unsignedResponse, boolean cbc, boolean testAccounts) {}

    AccountSettings {
        fingerprints = List.copyOf(fingerprints);
    }

    static AccountSettings from(Variables in) {
        String kind = in.text("OZG_ACCOUNT").orElse("BUNDID");
        Optional<URI> url = in.text("OZG_IDP_METADATA_URL").map(text -> Variables.origin("OZG_IDP_METADATA_URL", text));
        Optional<Path> file = url.isPresent()
                ? Optional.empty()
                : Optional.of(Path.of(in.required(
                        "OZG_IDP_METADATA",
                        "the file with the SAML metadata of the account, or OZG_IDP_METADATA_URL")));
        return new AccountSettings(
                profile(in, kind),
                in.text("OZG_ACCOUNT_NAME").orElseGet(() -> usualName(kind)),
                file,
                url,
                url.map(address -> words(in.required(
                                "OZG_IDP_FINGERPRINTS",
                                "the SHA-256 fingerprints of the account's certificates, since metadata are fetched")))
                        .orElse(List.of()),
                new Habits(
                        in.flag("OZG_IDP_REDIRECT", false),
                        in.flag("OZG_IDP_UNSIGNED_RESPONSE", false),
                        in.flag("OZG_IDP_CBC", false),
                        in.flag("OZG_IDP_TEST_ACCOUNTS", false)));
    }

    /** Where the metadata come from; a copy of fetched ones lies in the folder. */
    MetadataSource metadata(Path dataDir, Clock clock) {
        return metadataUrl
                .map(url -> MetadataSource.url(HttpGateway.to("nutzerkonto").build(), url)
                        .signingCertificates(fingerprints.toArray(String[]::new))
                        .keptIn(dataDir.toAbsolutePath().resolve("idp-metadata.xml"))
                        .clock(clock)
                        .build())
                .orElseGet(() -> MetadataSource.file(metadataFile.orElseThrow()));
    }

    /** A registration that knows these habits. */
    Nutzerkonto.Builder registration() {
        Nutzerkonto.Builder account = Nutzerkonto.of(profile);
        if (habits.redirect()) {
            account.bindRequests(Binding.REDIRECT);
        }
        if (habits.unsignedResponse()) {
            account.acceptUnsignedResponse();
        }
        if (habits.cbc()) {
            account.acceptCbc();
        }
        if (habits.testAccounts()) {
            account.allowTestAccounts();
        }
        return account;
    }

    private static AccountProfile profile(Variables in, String kind) {
        AccountProfile profile =
                switch (kind) {
                    case "BUNDID" -> AccountProfile.BUNDID;
                    case "SERVICEKONTO_NRW" -> AccountProfile.SERVICEKONTO_NRW;
                    case "UNTERNEHMENSKONTO" -> AccountProfile.UNTERNEHMENSKONTO;
                    case "SAML" -> AccountProfile.BUNDID.withoutAkdbExtension();
                    default -> throw Variables.wrong(
                            "OZG_ACCOUNT", "BUNDID, SERVICEKONTO_NRW, UNTERNEHMENSKONTO or SAML");
                };
        profile = renamed(in, "OZG_IDP_ATTRIBUTES", PersonAttribute.class, profile, AccountProfile::withAttribute);
        profile = renamed(in, "OZG_IDP_LEVELS", TrustLevel.class, profile, AccountProfile::withLevel);
        if (in.flag("OZG_IDP_UNSIGNED_ASSERTION", false)) {
            profile = profile.withUnsignedAssertion();
        }
        return in.flag("OZG_IDP_PERSISTENT_NAME", false) ? profile.withPersistentName() : profile;
    }

    /** Pairs such as {@code KEY=sub MAIL=email}. */
    private static <E extends Enum<E>> AccountProfile renamed(
            Variables in, String variable, Class<E> kind, AccountProfile profile, Renaming<E> renaming) {
        String expected = "pairs such as " + kind.getEnumConstants()[0] + "=name, separated by blanks, of "
                + Arrays.toString(kind.getEnumConstants()) + "; each name once";
        AccountProfile renamed = profile;
        for (String pair : in.text(variable).map(AccountSettings::words).orElse(List.of())) {
            int equals = pair.indexOf('=');
            try {
                renamed = renaming.apply(
                        renamed,
                        Enum.valueOf(
                                kind, pair.substring(0, Math.max(equals, 0)).toUpperCase(Locale.ROOT)),
                        pair.substring(equals + 1));
            } catch (IllegalArgumentException e) {
                throw Variables.wrong(variable, expected);
            }
        }
        return renamed;
    }

    /** Gives one attribute or level another name. */
    private interface Renaming<E> {
        AccountProfile apply(AccountProfile profile, E what, String name);
    }

    private static String usualName(String kind) {
        return switch (kind) {
            case "BUNDID" -> "BundID";
            case "SERVICEKONTO_NRW" -> "Servicekonto.NRW";
            case "UNTERNEHMENSKONTO" -> "Mein Unternehmenskonto";
            default -> "Nutzerkonto";
        };
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("[\\s,]+"));
    }
}
