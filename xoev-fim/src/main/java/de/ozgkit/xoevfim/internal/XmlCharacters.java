// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

/** What may stand in texts and names. Source: XML 1.0 (fifth edition) 2.2 and 2.3. */
final class XmlCharacters {

    private static final String IN_NAMES = "-.\u00b7\u203f\u2040";
    private static final String IN_NO_NAME = "\u00d7\u00f7\u037e";

    private XmlCharacters() {}

    static boolean isText(String text) {
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            if (!isText(text.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(int c) {
        return c >= 0x20 ? c < 0xd800 || (c > 0xdfff && c < 0xfffe) || c > 0xffff : c == '\t' || c == '\n' || c == '\r';
    }

    /** Whether a name without a prefix may begin like this one; parsers look at the beginning of the prefix only. */
    static boolean beginsLikeName(String name) {
        return !name.isEmpty() && beginsName(name.charAt(0));
    }

    /** Whether it is a name without a prefix. */
    static boolean isName(String name) {
        return beginsLikeName(name) && name.chars().allMatch(c -> beginsName((char) c) || goesOn((char) c));
    }

    // Halves of characters beyond the basic plane count as letters, which nearly all of them may be.
    private static boolean beginsName(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        }
        boolean letters = (c >= 0xc0 && c < 0x300)
                || (c >= 0x370 && c < 0x2000)
                || (c >= 0x200c && c <= 0x200d)
                || (c >= 0x2070 && c < 0x2190)
                || (c >= 0x2c00 && c < 0x2ff0)
                || (c >= 0x3001 && c < 0xe000)
                || (c >= 0xf900 && c <= 0xfffd);
        return letters && IN_NO_NAME.indexOf(c) < 0;
    }

    private static boolean goesOn(char c) {
        return (c >= '0' && c <= '9') || IN_NAMES.indexOf(c) >= 0 || (c >= 0x300 && c < 0x370);
    }
}
