// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The 14 Themenfelder of the OZG catalogue, under which citizens find services.
 *
 * <p>Source: OZG implementation catalogue; ids as in the FIM portal.
 *
 * @since 0.1
 */
public enum Topic {
    FAMILIE_KIND("Familie & Kind"),
    BILDUNG("Bildung"),
    ARBEIT_RUHESTAND("Arbeit & Ruhestand"),
    BAUEN_WOHNEN("Bauen & Wohnen"),
    GESUNDHEIT("Gesundheit"),
    MOBILITAET_REISEN("Mobilität & Reisen"),
    EIN_AUSWANDERUNG("Ein- & Auswanderung"),
    ENGAGEMENT_HOBBY("Engagement & Hobby"),
    RECHT_ORDNUNG("Recht & Ordnung"),
    STEUERN_ZOLL("Steuern & Zoll"),
    UMWELT("Umwelt"),
    UNTERNEHMENSFUEHRUNG_ENTWICKLUNG("Unternehmensführung & -entwicklung"),
    FORSCHUNG_FOERDERUNG("Forschung & Förderung"),
    QUERSCHNITTSLEISTUNGEN("Querschnittsleistungen");

    private final String title;

    Topic(String title) {
        this.title = title;
    }

    /** The German title, such as "Familie &amp; Kind". */
    public String title() {
        return title;
    }

    /** The id in the FIM portal, such as {@code familie_kind}; also good for URLs. */
    public String fimId() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The topic of a title or id, however it is spelled: "Familie und Kind", "familie_kind". */
    public static Optional<Topic> of(String text) {
        return Optional.ofNullable(Spelling.TOPICS.get(Spelling.words(text)));
    }

    /** Compares titles by their letters only. An enum cannot hold these itself, since its constants come first. */
    private static final class Spelling {

        private static final Pattern AND = Pattern.compile("\\bund\\b");
        private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");
        private static final Map<String, Topic> TOPICS = new HashMap<>();

        static {
            TOPICS.put("querschnitt", QUERSCHNITTSLEISTUNGEN);
            for (Topic topic : values()) {
                TOPICS.put(words(topic.title), topic);
                TOPICS.put(words(topic.name()), topic);
            }
        }

        private static String words(String text) {
            String latin = text.toLowerCase(Locale.ROOT)
                    .replace("ä", "ae")
                    .replace("ö", "oe")
                    .replace("ü", "ue");
            return NO_LETTERS.matcher(AND.matcher(latin).replaceAll("")).replaceAll("");
        }
    }
}
