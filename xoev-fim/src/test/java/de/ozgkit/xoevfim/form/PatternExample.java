// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A text that a simple regular expression matches; a wrong guess is possible and up to the caller to sort out. */
final class PatternExample {

    private static final String ANY = "aZ09-x.é ";

    private final String pattern;
    private final Random random;
    private int at;

    PatternExample(String pattern, Random random) {
        this.pattern = pattern;
        this.random = random;
    }

    String text() {
        return alternatives();
    }

    private String alternatives() {
        List<String> ways = new ArrayList<>(List.of(sequence()));
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            ways.add(sequence());
        }
        return ways.get(random.nextInt(ways.size()));
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
            int begin = at;
            String one = atom();
            int end = at;
            int count = count();
            int after = at;
            for (int i = 0; i < count; i++) {
                at = begin;
                text.append(i == 0 ? one : atom());
            }
            at = Math.max(after, end);
        }
        return text.toString();
    }

    private int count() {
        char c = at < pattern.length() ? pattern.charAt(at) : ' ';
        if ("*+?".indexOf(c) >= 0) {
            at++;
            return c == '?' ? random.nextInt(2) : (c == '+' ? 1 : 0) + random.nextInt(4);
        }
        if (c != '{') {
            return 1;
        }
        int end = pattern.indexOf('}', at);
        String[] range = pattern.substring(at + 1, end).split(",", -1);
        at = end + 1;
        int min = Integer.parseInt(range[0]);
        int max = range.length == 1 ? min : range[1].isEmpty() ? min + 3 : Integer.parseInt(range[1]);
        return min + random.nextInt(Math.min(max - min, 6) + 1);
    }

    private String atom() {
        char c = pattern.charAt(at++);
        switch (c) {
            case '(' -> {
                at += pattern.startsWith("?:", at) ? 2 : 0;
                String inner = alternatives();
                at++;
                return inner;
            }
            case '[' -> {
                return characterClass();
            }
            case '\\' -> {
                return escaped();
            }
            case '.' -> {
                return any(ANY);
            }
            case '^', '$' -> {
                return "";
            }
            default -> {
                return Character.toString(c);
            }
        }
    }

    private String escaped() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case 'd' -> any("0123456789");
            case 'w' -> any("azAZ09_");
            case 's' -> " ";
            default -> Character.toString(c);
        };
    }

    private String characterClass() {
        StringBuilder members = new StringBuilder();
        while (pattern.charAt(at) != ']') {
            String one = pattern.charAt(at) == '\\' ? escapedAt() : Character.toString(pattern.charAt(at++));
            if (pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
                char last = pattern.charAt(at + 1);
                at += 2;
                members.append((char) (one.charAt(0) + random.nextInt(last - one.charAt(0) + 1)));
            } else {
                members.append(one);
            }
        }
        at++;
        return any(members.toString());
    }

    private String escapedAt() {
        at++;
        return escaped();
    }

    private String any(String characters) {
        return Character.toString(characters.charAt(random.nextInt(characters.length())));
    }
}
