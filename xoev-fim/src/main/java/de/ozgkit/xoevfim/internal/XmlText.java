// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML, one element a line. Texts of elements are written as they are. */
public final class XmlText {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private final int depth;

    public XmlText() {
        this(0);
    }

    /** A piece that will stand this deep in a document. */
    public XmlText(int depth) {
        this.depth = depth;
    }

    public XmlText declaration() {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        return this;
    }

    /** Opens an element; attributes are names and values in turn. */
    public XmlText open(String name, String... attributes) {
        tag(name, attributes).append(">\n");
        open.push(name);
        return this;
    }

    public XmlText close() {
        String name = open.pop();
        indent().append("</").append(name).append(">\n");
        return this;
    }

    public XmlText empty(String name, String... attributes) {
        tag(name, attributes).append("/>\n");
        return this;
    }

    public XmlText text(String name, String text, String... attributes) {
        tag(name, attributes)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
        return this;
    }

    /** Adds elements that were written before. */
    public XmlText raw(String xml) {
        out.append(xml);
        return this;
    }

    private StringBuilder tag(String name, String... attributes) {
        indent().append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        return out;
    }

    private StringBuilder indent() {
        return out.append("  ".repeat(depth + open.size()));
    }

    /** Line breaks and tabs as numbers, so that they survive in attributes too; what XML cannot carry is left out. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\t', '\n', '\r' -> escaped.append("&#").append(c).append(';');
                default -> {
                    if (c >= ' ' && (c < 0xd800 || c > 0xdfff) && c != 0xfffe && c != 0xffff) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
