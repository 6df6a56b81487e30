// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.XoevElement;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of a process.
 *
 * <p>Source: XProzess 2.0, type Prozessmodell.
 *
 * @since 0.1
 */
public class Prozessmodell extends XoevElement {

    /** prozessmodelldatei 0..n: the model, such as BPMN */
    public List<Datei> prozessmodelldatei = new ArrayList<>();

    /** visualisierungsdatei 0..n: the model as a picture */
    public List<Datei> visualisierungsdatei = new ArrayList<>();

    /** beschreibungsdatei 0..n: the model as a report */
    public List<Datei> beschreibungsdatei = new ArrayList<>();

    /** The first BPMN 2.0 model among the model files; empty if there is none. Errors as for {@link Datei#open}. */
    public Optional<InputStream> bpmn() {
        return prozessmodelldatei.stream()
                .flatMap(file -> file.open().bpmn().stream())
                .findFirst();
    }
}
