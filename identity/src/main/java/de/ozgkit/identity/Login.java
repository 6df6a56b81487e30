// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.internal.Hash;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a service asks of one log-in: how sure it must be, what it wants to know, and where the citizen goes on afterwards. Immutable.
 * Attributes, methods and language reach only accounts that read the AKDB extension; with all others they are agreed at the registration.
 * Source: SAML 2.0 core 3.4.1; interface description of BundID 10.2, chapters 8 and 9.
 *
 * @param level the least level that is enough
 * @param returnTo a path of this portal, see {@link #isLocalPath}
 * @param attributes what is asked for; ask only for what the service needs
 * @param required which of them the account must have; the account refuses citizens without, so name few
 * @param methods the methods offered; empty for all that reach the level
 * @param guests whether somebody without an account, who comes without a key, may log in too
 * @param language of the account's pages: {@code de}, {@code en}, {@code ru} or {@code uk}
 * @param samePerson hash of the key of the only person who may log in, see {@link #stepUp}
 * @since 0.1
 */
public record Login(
        TrustLevel level,
        String returnTo,
        Set<PersonAttribute> attributes,
        Set<PersonAttribute> required,
        Set<LoginMethod> methods,
        boolean guests,
        String language,
        Optional<String> samePerson) {

    private static final Set<String> LANGUAGES = Set.of("de", "en", "ru", "uk");
    private static final int MAX_PATH = 1000;
    private static final Pattern LOCAL_PATH = Pattern.compile("/(?!/)[!-\\[\\]-~]*");

    private static final Set<PersonAttribute> KEY = Set.of(PersonAttribute.KEY);
    private static final Set<PersonAttribute> USUAL = Set.copyOf(EnumSet.of(
            PersonAttribute.KEY,
            PersonAttribute.GIVEN_NAME,
            PersonAttribute.FAMILY_NAME,
            PersonAttribute.BIRTH_DATE,
            PersonAttribute.STREET,
            PersonAttribute.POSTAL_CODE,
            PersonAttribute.CITY,
            PersonAttribute.COUNTRY,
            PersonAttribute.MAIL,
            PersonAttribute.LEVEL,
            PersonAttribute.PROVED_BY));

    /**
     * Checks that the citizen stays in this portal.
     *
     * @throws IllegalArgumentException if the path leads elsewhere, nothing is asked for or a language is not known
     */
    public Login {
        attributes = Set.copyOf(attributes);
        required = Set.copyOf(required);
        methods = Set.copyOf(methods);
        if (!isLocalPath(returnTo)) {
            throw new IllegalArgumentException(
                    "returnTo must be a path of this portal such as /hund; check it with Login.isLocalPath first");
        }
        if (attributes.isEmpty()) {
            throw new IllegalArgumentException("ask for at least one attribute");
        }
        if (!attributes.containsAll(required)) {
            throw new IllegalArgumentException("what is required must be asked for, too");
        }
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("the account's pages speak de, en, ru and uk");
        }
    }

    /** A log-in for citizens with an account, asking for key, names, birth date, address and mail, and returning to "/". */
    public static Login atLeast(TrustLevel level) {
        return new Login(level, "/", USUAL, KEY, Set.of(), false, "de", Optional.empty());
    }

    /**
     * A log-in of somebody who is logged in already and must prove it more surely for one service. Whoever comes back with another key is
     * {@link LoginOutcome.Refused} with {@link LoginFailure#OTHER_PERSON}, and the session stays as it is.
     *
     * @param current who is logged in
     * @throws IllegalArgumentException for a guest, who has no key to be recognised by
     */
    public static Login stepUp(TrustLevel level, Identity current) {
        String key = current.key()
                .orElseThrow(() ->
                        new IllegalArgumentException("a guest cannot be recognised; begin an ordinary log-in instead"));
        Login plain = atLeast(level);
        return new Login(
                level,
                plain.returnTo,
                plain.attributes,
                plain.required,
                plain.methods,
                false,
                plain.language,
                Optional.of(Hash.of("key", key)));
    }

    /** The same, returning to the given path of this portal. */
    public Login returningTo(String path) {
        return new Login(level, path, attributes, required, methods, guests, language, samePerson);
    }

    /**
     * The same, asking for exactly these attributes, if the account has them, and the key, unless guests were allowed before. What was
     * required is so no more.
     */
    public Login asking(PersonAttribute... wanted) {
        var asked = EnumSet.noneOf(PersonAttribute.class);
        asked.addAll(List.of(wanted));
        if (!guests) {
            asked.add(PersonAttribute.KEY);
        }
        return new Login(level, returnTo, asked, guests ? Set.of() : KEY, methods, guests, language, samePerson);
    }

    /**
     * The same, asking for these attributes as well, and only for citizens whose account has them: all others are refused by the account, see
     * {@link LoginFailure#ATTRIBUTE_MISSING}.
     */
    public Login requiring(PersonAttribute... needed) {
        var asked = EnumSet.copyOf(attributes);
        asked.addAll(List.of(needed));
        var must = EnumSet.noneOf(PersonAttribute.class);
        must.addAll(required);
        must.addAll(List.of(needed));
        return new Login(level, returnTo, asked, must, methods, guests, language, samePerson);
    }

    /** The same, offering exactly these methods, as far as they reach the level. */
    public Login by(LoginMethod... offered) {
        return new Login(level, returnTo, attributes, required, Set.of(offered), guests, language, samePerson);
    }

    /**
     * The same, open to guests: {@link Person#key()} may then be empty.
     *
     * @throws IllegalStateException for a step-up, which must recognise the person
     */
    public Login allowingGuests() {
        if (samePerson.isPresent()) {
            throw new IllegalStateException("a step-up must recognise the person, which a guest has no key for");
        }
        var must = EnumSet.noneOf(PersonAttribute.class);
        must.addAll(required);
        must.remove(PersonAttribute.KEY);
        return new Login(level, returnTo, attributes, must, methods, true, language, samePerson);
    }

    /** The same with the account's pages in that language if the account has it, otherwise in German. */
    public Login inLanguage(Locale locale) {
        String wanted = LANGUAGES.contains(locale.getLanguage()) ? locale.getLanguage() : "de";
        return new Login(level, returnTo, attributes, required, methods, guests, wanted, samePerson);
    }

    /**
     * Whether a text is a path of this portal: begins with one slash, has no scheme, host, backslash, blank, control or non-ASCII character
     * (write those in percent form), and at most 1000 characters. Anything else could lead a citizen elsewhere.
     */
    public static boolean isLocalPath(String path) {
        return path.length() <= MAX_PATH && LOCAL_PATH.matcher(path).matches();
    }
}
