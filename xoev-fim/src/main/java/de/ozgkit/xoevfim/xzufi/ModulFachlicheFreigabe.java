// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who released the texts (1.3).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class ModulFachlicheFreigabe extends Modul {

    /** fachlichFreigegebenAm 0..1 */
    public @Nullable String fachlichFreigegebenAm;

    /** fachlichFreigegebenDurch 0..n */
    public List<StringLocalized> fachlichFreigegebenDurch = new ArrayList<>();
}
