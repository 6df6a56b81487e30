// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.LoginMethod;
import de.ozgkit.identity.PersonAttribute;
import de.ozgkit.testkit.MockLogin;
import de.ozgkit.testkit.ResponseStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What BundID and accounts of its kind state: of what they know, what was asked for. */
final class AkdbStatements {

    /** Known from the log-in itself and therefore sure at its level; everything else comes from the account. */
    private static final Set<PersonAttribute> TECHNICAL =
            Set.of(PersonAttribute.KEY, PersonAttribute.LEVEL, PersonAttribute.PROVED_BY, PersonAttribute.MAIL);

    private AkdbStatements() {}

    static List<Draft.SentAttribute> of(AskedLogin asked, MockLogin login, AccountProfile profile) {
        List<Draft.SentAttribute> sent = new ArrayList<>();
        new TreeMap<>(known(login, profile)).forEach((attribute, value) -> {
            String name = profile.attributeNames().get(attribute);
            if (name != null && asked.attributes().containsKey(name)) {
                TrustLevel level = TECHNICAL.contains(attribute) ? TrustLevel.LOW : login.level();
                sent.add(Draft.SentAttribute.text(
                        name, attribute.name(), word(level, login.style().words()), Saml.escape(value)));
            }
        });
        return sent;
    }

    /** Whether what the account knows answers this request: some persons have no key, which a service may insist on. */
    static boolean satisfy(AskedLogin asked, MockLogin login, AccountProfile profile) {
        Map<PersonAttribute, String> known = known(login, profile);
        return asked.attributes().entrySet().stream()
                .filter(Map.Entry::getValue)
                .allMatch(required -> profile.attribute(required.getKey())
                        .map(known::containsKey)
                        .orElse(false));
    }

    /**
     * What the account can tell after this log-in. Another account passes on a key with a prefix, and never a mailbox; how that prefix looks
     * is not published, "fink-" is invented.
     */
    private static Map<PersonAttribute, String> known(MockLogin login, AccountProfile profile) {
        Map<PersonAttribute, String> values = new EnumMap<>(PersonAttribute.class);
        values.putAll(login.person().values());
        values.put(PersonAttribute.LEVEL, String.valueOf(profile.levels().get(login.level())));
        values.put(PersonAttribute.PROVED_BY, login.method().wireName());
        if (login.method() == LoginMethod.FINK) {
            values.computeIfPresent(PersonAttribute.KEY, (attribute, own) -> "fink-" + own);
            values.remove(PersonAttribute.POSTBOX_HANDLE);
        }
        return values;
    }

    private static String word(TrustLevel level, ResponseStyle.Words words) {
        boolean messages = words == ResponseStyle.Words.OF_MESSAGES;
        if (words == ResponseStyle.Words.NONE) {
            return "";
        }
        return switch (level) {
            case BASIC -> messages ? "UNTERGEORDNET" : "Basisregistrierung";
            case LOW -> messages ? "NORMAL" : "Niedrig";
            case SUBSTANTIAL -> messages ? "SUBSTANTIELL" : "Substantiell";
            case HIGH -> messages ? "HOCH" : "Hoch";
        };
    }
}
