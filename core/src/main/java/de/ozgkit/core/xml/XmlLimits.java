// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.xml;

/**
 * How much XML a reader takes before it refuses the rest.
 *
 * @param maxBytes of the whole document, before decoding
 * @param maxDepth of elements inside each other; the root has depth 1
 * @param maxAttributes of one element, namespace declarations counted
 * @since 0.1
 */
public record XmlLimits(long maxBytes, int maxDepth, int maxAttributes) {

    private static final XmlLimits DEFAULTS = new XmlLimits(16L << 20, 256, 256);

    public XmlLimits {
        if (maxBytes < 1 || maxDepth < 1 || maxAttributes < 0) {
            throw new IllegalArgumentException("Limits of XML must allow at least one byte and one element");
        }
    }

    /** 16 MiB, 256 levels, 256 attributes: enough for a message or a form, not for an export of a whole catalogue. */
    public static XmlLimits defaults() {
        return DEFAULTS;
    }

    /** The same with another limit on the size. */
    public XmlLimits maxBytes(long bytes) {
        return new XmlLimits(bytes, maxDepth, maxAttributes);
    }
}
