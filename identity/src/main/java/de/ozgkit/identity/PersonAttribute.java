// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

/**
 * What an account may tell about a citizen. Which name an attribute has on the wire is a matter of the {@link AccountProfile}.
 *
 * @since 0.1
 */
public enum PersonAttribute {
    /** The stable pseudonym of the person at this service (bPK2); a guest has none. */
    KEY,
    GIVEN_NAME,
    FAMILY_NAME,
    BIRTH_NAME,
    /** Academic title. */
    TITLE,
    /** ISO 5218: 0 unknown, 1 male, 2 female, 9 not applicable. */
    GENDER,
    /** ISO 8601; day or month may be unknown. */
    BIRTH_DATE,
    BIRTH_PLACE,
    BIRTH_COUNTRY,
    /** ICAO code; Germany is "D". */
    NATIONALITY,
    /** Street and house number, unsplit. */
    STREET,
    POSTAL_CODE,
    CITY,
    /** ISO 3166-1 alpha-2. */
    COUNTRY,
    MAIL,
    DE_MAIL,
    PHONE,
    /** BSI TR-03127, "ID" for an identity card. */
    DOCUMENT_TYPE,
    /** Key of the municipality where the person lives, from the identity card. */
    COMMUNITY_ID,
    /** Country of the scheme behind eIDAS, ISO 3166-1 alpha-2. */
    ISSUING_COUNTRY,
    /** Pseudonym of the card or scheme, unique only together with {@link #PROVED_BY}; another card has another one. */
    PSEUDONYM,
    /** Tax id of a natural person (IdNr), 11 digits; only at ELSTER and only for services that may know it. */
    TAX_ID,
    /** Address of the account's own mailbox. */
    POSTBOX_HANDLE,
    /** Id of the application that this log-in is for, as BundID's status monitor wants it. */
    APPLICATION_ID,
    /** The level of this log-in, repeated as an attribute. */
    LEVEL,
    /** The method of this log-in, see {@link LoginMethod#wireName()}. */
    PROVED_BY,
    /** "true" if a second factor was used. */
    SECOND_FACTOR
}
