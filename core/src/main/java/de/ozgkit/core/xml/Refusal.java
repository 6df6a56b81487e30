// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.xml;

import de.ozgkit.core.OzgException;
import de.ozgkit.core.RejectedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.xml.stream.XMLStreamException;
import org.xml.sax.SAXException;

/** Why a document is refused. Says where but not what, since the words of parsers quote the document. */
final class Refusal {

    /** How the JDK's parsers mark, in every language, that one of their own limits was met. */
    private static final String JDK_LIMIT = "JAXP0001";
    /** Newer JDKs have limits of their own, some tighter than ours. */
    private static final String JDK_DEPTH_LIMIT = "JAXP00010006";

    private Refusal() {}

    static RejectedException doctype() {
        return new RejectedException(
                "xml.doctype", "The document has a document type (DOCTYPE); messages must not have one");
    }

    static RejectedException malformed(String what, String where) {
        return new RejectedException("xml.malformed", "The document " + what + " " + where);
    }

    /** What a parser's failure means to the caller. */
    static RuntimeException of(Exception failure, String where) {
        if (failure instanceof OzgException || failure instanceof UncheckedIOException) {
            return (RuntimeException) failure;
        }
        String message = String.valueOf(failure.getMessage());
        if (message.contains(JDK_DEPTH_LIMIT)) {
            return new RejectedException("xml.too_deep", "The document is nested too deeply " + where);
        }
        if (message.contains(JDK_LIMIT)) {
            return new RejectedException("xml.too_large", "The document is beyond a limit of the XML parser " + where);
        }
        return isDecoding(failure)
                ? malformed("has bytes that do not fit the encoding that it names", where)
                : malformed("is not well-formed XML, or was cut off", where);
    }

    private static boolean isDecoding(Exception failure) {
        return failure instanceof IOException
                || failure instanceof SAXException sax && sax.getException() instanceof IOException
                || failure instanceof XMLStreamException stream && stream.getNestedException() instanceof IOException;
    }

    static String where(int line, int column) {
        return "(line " + line + ", column " + column + ")";
    }
}
