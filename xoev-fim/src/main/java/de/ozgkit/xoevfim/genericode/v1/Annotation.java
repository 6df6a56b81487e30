// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notes for people and for programs.
 *
 * <p>Source: genericode 1.0, type Annotation.
 *
 * @since 0.1
 */
public class Annotation extends XoevElement {

    /** Description 0..n */
    @XmlElement(name = "Description")
    public List<AnyContent> description = new ArrayList<>();

    /** AppInfo 0..1 */
    @XmlElement(name = "AppInfo")
    public @Nullable AnyContent appInfo;
}
