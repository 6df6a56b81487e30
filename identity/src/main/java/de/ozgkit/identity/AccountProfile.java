// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.core.TrustLevel;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How one kind of account speaks SAML, as data: the names of its attributes and levels and whether it reads the AKDB extension of the
 * request. Immutable; change a built-in profile with the {@code with…} methods.
 *
 * @param name a short name for messages and logs
 * @param attributeNames the SAML {@code Name} of each attribute that the account knows
 * @param levels the {@code AuthnContextClassRef} of each level
 * @param akdbExtension whether requests carry the extension {@code akdb:AuthenticationRequest} version 2
 * @param assertionSigned whether the assertion must have a signature of its own, inside the encryption
 * @param persistentName whether the account's persistent name for somebody is the key where no attribute gives one; such an account is
 *     asked for that name
 * @param business whether this is ELSTER's account for organisations: the level stands in attributes of its own, addresses and persons come
 *     as structured values, and the subject may be encrypted once more
 * @since 0.1
 */
public record AccountProfile(
        String name,
        Map<PersonAttribute, String> attributeNames,
        Map<TrustLevel, String> levels,
        boolean akdbExtension,
        boolean assertionSigned,
        boolean persistentName,
        boolean business) {

    /** BundID and BayernID, which share their interface. Source: interface description of BundID 10.2, chapters 5, 6 and 9. */
    public static final AccountProfile BUNDID =
            new AccountProfile("BundID", bundIdNames(), storkLevels(), true, true, false, false);

    /**
     * The Servicekonto.NRW, switched off in July 2024: for archives, tests and demonstrations. Its SAML interface was never published, so
     * that this profile starts from the wire form of BundID, and every name in it can be replaced. No key but the mail address was common
     * to both accounts; who moves citizens on must ask them.
     */
    public static final AccountProfile SERVICEKONTO_NRW =
            new AccountProfile("Servicekonto.NRW", bundIdNames(), storkLevels(), true, true, false, false);

    /**
     * Mein Unternehmenskonto, the account for organisations at ELSTER. It signs the response around the encrypted assertion and, as far as
     * is known, not the assertion. Which data come is agreed when the service registers: an {@link Organisation}, or a {@link Person} for
     * the data set IdNr. Source: what public clients agree on; the interface description is not published.
     */
    public static final AccountProfile UNTERNEHMENSKONTO =
            new AccountProfile("Mein Unternehmenskonto", elsterNames(), Map.of(), false, false, true, true);

    /**
     * Checks that every name means one thing.
     *
     * @throws IllegalArgumentException if two attributes or two levels have the same name; so do the {@code with…} methods
     */
    public AccountProfile {
        attributeNames = Map.copyOf(attributeNames);
        levels = Map.copyOf(levels);
        requireDistinct(attributeNames, "attribute");
        requireDistinct(levels, "level");
    }

    /** The same with another name of one attribute. */
    public AccountProfile withAttribute(PersonAttribute attribute, String samlName) {
        var changed = new EnumMap<PersonAttribute, String>(PersonAttribute.class);
        changed.putAll(attributeNames);
        changed.put(attribute, samlName);
        return new AccountProfile(name, changed, levels, akdbExtension, assertionSigned, persistentName, business);
    }

    /** The same with another reference of one level. */
    public AccountProfile withLevel(TrustLevel level, String classRef) {
        var changed = new EnumMap<TrustLevel, String>(TrustLevel.class);
        changed.putAll(levels);
        changed.put(level, classRef);
        return new AccountProfile(
                name, attributeNames, changed, akdbExtension, assertionSigned, persistentName, business);
    }

    /** The same, asking without the AKDB extension: which attributes come is agreed with the account's operator. */
    public AccountProfile withoutAkdbExtension() {
        return new AccountProfile(name, attributeNames, levels, false, assertionSigned, persistentName, business);
    }

    /** The same, content with the signature of the response that carries the encrypted assertion. */
    public AccountProfile withUnsignedAssertion() {
        return new AccountProfile(name, attributeNames, levels, akdbExtension, false, persistentName, business);
    }

    /** The same, taking the account's persistent name for somebody as the key where no attribute gives one. */
    public AccountProfile withPersistentName() {
        return new AccountProfile(name, attributeNames, levels, akdbExtension, assertionSigned, true, business);
    }

    /** The level that a reference means; empty for one that the account does not have. */
    public Optional<TrustLevel> level(String classRef) {
        return levels.entrySet().stream()
                .filter(entry -> entry.getValue().equals(classRef))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The attribute that a SAML name means; empty for one that nobody here reads. */
    public Optional<PersonAttribute> attribute(String samlName) {
        return attributeNames.entrySet().stream()
                .filter(entry -> entry.getValue().equals(samlName))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static void requireDistinct(Map<?, String> names, String what) {
        if (names.values().stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException("two of the " + what + " names are the same; each must mean one thing");
        }
    }

    private static Map<TrustLevel, String> storkLevels() {
        return Map.of(
                TrustLevel.BASIC, "STORK-QAA-Level-1",
                TrustLevel.LOW, "STORK-QAA-Level-2",
                TrustLevel.SUBSTANTIAL, "STORK-QAA-Level-3",
                TrustLevel.HIGH, "STORK-QAA-Level-4");
    }

    private static Map<PersonAttribute, String> elsterNames() {
        var names = new EnumMap<PersonAttribute, String>(PersonAttribute.class);
        names.put(PersonAttribute.KEY, OrganisationAttribute.KEY.samlName());
        names.put(PersonAttribute.TAX_ID, "IdNr");
        names.put(PersonAttribute.GIVEN_NAME, "Vorname");
        names.put(PersonAttribute.FAMILY_NAME, "Name");
        names.put(PersonAttribute.TITLE, "AkademischerGrad");
        names.put(PersonAttribute.BIRTH_NAME, "Geburtsname");
        names.put(PersonAttribute.BIRTH_PLACE, "Geburtsort");
        names.put(PersonAttribute.BIRTH_COUNTRY, "Geburtsland");
        names.put(PersonAttribute.BIRTH_DATE, "Geburtsdatum");
        return names;
    }

    private static Map<PersonAttribute, String> bundIdNames() {
        var names = new EnumMap<PersonAttribute, String>(PersonAttribute.class);
        names.put(PersonAttribute.KEY, "urn:oid:1.3.6.1.4.1.25484.494450.3");
        names.put(PersonAttribute.GIVEN_NAME, "urn:oid:2.5.4.42");
        names.put(PersonAttribute.FAMILY_NAME, "urn:oid:2.5.4.4");
        names.put(PersonAttribute.BIRTH_NAME, "urn:oid:1.2.40.0.10.2.1.1.225566");
        names.put(PersonAttribute.TITLE, "urn:oid:0.9.2342.19200300.100.1.40");
        names.put(PersonAttribute.GENDER, "urn:oid:1.3.6.1.4.1.33592.1.3.5");
        names.put(PersonAttribute.BIRTH_DATE, "urn:oid:1.2.40.0.10.2.1.1.55");
        names.put(PersonAttribute.BIRTH_PLACE, "urn:oid:1.3.6.1.5.5.7.9.2");
        names.put(PersonAttribute.NATIONALITY, "urn:oid:1.2.40.0.10.2.1.1.225577");
        names.put(PersonAttribute.STREET, "urn:oid:2.5.4.16");
        names.put(PersonAttribute.POSTAL_CODE, "urn:oid:2.5.4.17");
        names.put(PersonAttribute.CITY, "urn:oid:2.5.4.7");
        names.put(PersonAttribute.COUNTRY, "urn:oid:1.2.40.0.10.2.1.1.225599");
        names.put(PersonAttribute.MAIL, "urn:oid:0.9.2342.19200300.100.1.3");
        names.put(PersonAttribute.DE_MAIL, "urn:oid:1.3.6.1.4.1.55605.70737875.1.1.1.7.1");
        names.put(PersonAttribute.PHONE, "urn:oid:2.5.4.20");
        names.put(PersonAttribute.DOCUMENT_TYPE, "urn:oid:1.2.40.0.10.2.1.1.552255");
        names.put(PersonAttribute.COMMUNITY_ID, "urn:oid:1.3.6.1.4.1.25484.494450.5");
        names.put(PersonAttribute.ISSUING_COUNTRY, "urn:oid:1.3.6.1.4.1.25484.494450.10.1");
        names.put(PersonAttribute.PSEUDONYM, "urn:oid:1.2.40.0.10.2.1.1.226699");
        names.put(PersonAttribute.POSTBOX_HANDLE, "urn:oid:2.5.4.18");
        names.put(PersonAttribute.APPLICATION_ID, "urn:oid:1.3.6.1.4.1.25484.494450.4");
        names.put(PersonAttribute.LEVEL, "urn:oid:1.2.40.0.10.2.1.1.261.94");
        names.put(PersonAttribute.PROVED_BY, "urn:oid:1.3.6.1.4.1.25484.494450.2");
        names.put(PersonAttribute.SECOND_FACTOR, "urn:oid:1.3.6.1.4.1.25484.494450.7");
        return names;
    }
}
