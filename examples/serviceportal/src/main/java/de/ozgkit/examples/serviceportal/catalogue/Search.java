// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds services by everyday words: every word must occur, at the beginning of a word, in the title, a synonym or the summary. */
public final class Search {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST_QUERY = 100;
    private static final int MOST_WORDS = 8;
    private static final int IN_TITLE = 100;
    private static final int IN_SYNONYM = 60;
    private static final int IN_SUMMARY = 10;

    private Search() {}

    /** The offers that match, the best first. */
    public static List<Offer> in(List<Offer> offers, String query) {
        List<String> words = words(query.length() > LONGEST_QUERY ? query.substring(0, LONGEST_QUERY) : query);
        if (words.isEmpty()) {
            return List.of();
        }
        record Hit(Offer offer, int score) {}
        List<Hit> hits = new ArrayList<>();
        for (Offer offer : offers) {
            int score = score(offer, words.subList(0, Math.min(MOST_WORDS, words.size())));
            if (score > 0) {
                hits.add(new Hit(offer, score));
            }
        }
        return hits.stream()
                .sorted(Comparator.comparingInt(Hit::score).reversed())
                .map(Hit::offer)
                .toList();
    }

    private static int score(Offer offer, List<String> words) {
        List<String> title = words(offer.service().title() + " " + offer.officialName());
        List<String> synonyms = words(String.join(" ", offer.service().synonyms()));
        List<String> summary = words(offer.service().summary());
        int sum = 0;
        for (String word : words) {
            int best = Math.max(
                    weight(title, word, IN_TITLE),
                    Math.max(weight(synonyms, word, IN_SYNONYM), weight(summary, word, IN_SUMMARY)));
            if (best == 0) {
                return 0;
            }
            sum += best;
        }
        return sum;
    }

    private static int weight(List<String> words, String wanted, int full) {
        if (words.contains(wanted)) {
            return full;
        }
        return words.stream().anyMatch(word -> word.startsWith(wanted)) ? full / 2 : 0;
    }

    private static List<String> words(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        return BETWEEN_WORDS
                .splitAsStream(plain)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
