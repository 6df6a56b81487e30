// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.core.TrustLevel;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a service asks of one log-in: how sure it must be, what it wants to know, and where the citizen goes on afterwards. Immutable.
 *
 * @param level the least level that is enough
 * @param returnTo a path of this portal, see {@link #isLocalPath}
 * @param attributes what is asked for; ask only for what the service needs
 * @param methods the methods offered; empty for all that reach the level
 * @param guests whether somebody without an account, who comes without a key, may log in too
 * @since 0.1
 */
public record Login(
        TrustLevel level, String returnTo, Set<PersonAttribute> attributes, Set<LoginMethod> methods, boolean guests) {

    private static final int MAX_PATH = 1000;
    private static final Pattern LOCAL_PATH = Pattern.compile("/(?!/)[!-\\[\\]-~]*");

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
     * @throws IllegalArgumentException if the path leads elsewhere or nothing is asked for
     */
    public Login {
        attributes = Set.copyOf(attributes);
        methods = Set.copyOf(methods);
        if (!isLocalPath(returnTo)) {
            throw new IllegalArgumentException(
                    "returnTo must be a path of this portal such as /hund; check it with Login.isLocalPath first");
        }
        if (attributes.isEmpty()) {
            throw new IllegalArgumentException("ask for at least one attribute");
        }
    }

    /** A log-in for citizens with an account, asking for key, names, birth date, address and mail, and returning to "/". */
    public static Login atLeast(TrustLevel level) {
        return new Login(level, "/", USUAL, Set.of(), false);
    }

    /** The same, returning to the given path of this portal. */
    public Login returningTo(String path) {
        return new Login(level, path, attributes, methods, guests);
    }

    /** The same, asking for exactly these attributes and, unless guests are allowed, the key. */
    public Login asking(PersonAttribute... wanted) {
        var asked = EnumSet.noneOf(PersonAttribute.class);
        asked.addAll(List.of(wanted));
        if (!guests) {
            asked.add(PersonAttribute.KEY);
        }
        return new Login(level, returnTo, asked, methods, guests);
    }

    /** The same, offering exactly these methods. */
    public Login by(LoginMethod... offered) {
        return new Login(level, returnTo, attributes, Set.of(offered), guests);
    }

    /** The same, open to guests: {@link Person#key()} may then be empty. */
    public Login allowingGuests() {
        return new Login(level, returnTo, attributes, methods, true);
    }

    /**
     * Whether a text is a path of this portal: begins with one slash, has no scheme, host, backslash, blank, control or non-ASCII character
     * (write those in percent form), and at most 1000 characters. Anything else could lead a citizen elsewhere.
     */
    public static boolean isLocalPath(String path) {
        return path.length() <= MAX_PATH && LOCAL_PATH.matcher(path).matches();
    }
}
