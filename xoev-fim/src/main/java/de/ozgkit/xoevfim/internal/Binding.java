// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import de.ozgkit.core.ConfigurationException;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.util.Map;
import org.glassfish.jaxb.runtime.v2.JAXBContextFactory;

/** Makes JAXB contexts. */
public final class Binding {

    private Binding() {}

    /**
     * A context for these classes, from the JAXB implementation that we ship and test with: the lookup by class loader would pick
     * whatever the application server has.
     */
    public static JAXBContext of(Class<?>... classes) {
        try {
            return new JAXBContextFactory().createContext(classes, Map.of());
        } catch (JAXBException e) {
            throw new ConfigurationException("xml.binding", "JAXB cannot bind our own message classes", e);
        }
    }
}
