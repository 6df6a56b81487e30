// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import org.jspecify.annotations.Nullable;

/**
 * A file of a process model. The content is decoded only when it is opened.
 *
 * <p>Source: XProzess 2.0, type Datei.
 *
 * @since 0.1
 */
public class Datei extends XoevElement {

    /** dateiname 1 */
    public @Nullable String dateiname;

    /** modellierungsmethode 1 */
    public @Nullable Modellierungsmethode modellierungsmethode;

    /** mimeType 1: code list urn:xoev-de:xprozess:codeliste:mimetype */
    public @Nullable Code mimeType;

    /** inhalt 1: base64Binary as it stands in the message; in real messages a ZIP. {@link #open} reads it */
    public @Nullable String inhalt;

    /**
     * Decodes and unpacks the content, as far as it is read. Nothing is written to disk.
     *
     * @throws de.ozgkit.core.RejectedException while it is read, if it is no base64, a broken ZIP or one that would swell
     */
    public FileContent open() {
        return new FileContent(dateiname == null ? "" : dateiname, inhalt == null ? "" : inhalt);
    }
}
