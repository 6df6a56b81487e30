// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the Leistung comes from (1.3).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class ModulUrsprungsportal extends Modul {

    /** Attribute languageCode 0..1 */
    @XmlAttribute
    public @Nullable String languageCode;

    /** uri 1 */
    public @Nullable String uri;

    /** titel 0..1 */
    public @Nullable String titel;

    /** dynamischeParameter 0..n; only 2.3.1 */
    public List<DynamischerParameter> dynamischeParameter = new ArrayList<>();
}
