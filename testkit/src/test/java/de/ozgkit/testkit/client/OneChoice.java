// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.client;

import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** An invented schema with one field: a choice from a code list. Ids of series 99 belong to nobody. */
public final class OneChoice {

    private OneChoice() {}

    static XDatenfelderMessage schema(String id, String version, String title, String listUrn) {
        return XDatenfelder.read(new ByteArrayInputStream(xml(id, version, title, listUrn)));
    }

    public static byte[] xml(String id, String version, String title, String listUrn) {
        String name = title.replace("&", "&amp;");
        String general = "<x:freigabestatus><code>6</code></x:freigabestatus>"
                + "<x:letzteAenderung>2026-01-01T00:00:00Z</x:letzteAenderung>";
        String xml = "<x:xdatenfelder.stammdatenschema.0102 xmlns:x='" + XDatenfelder.NAMESPACE_3 + "'>"
                + "<x:header><x:nachrichtID>n</x:nachrichtID>"
                + "<x:erstellungszeitpunkt>2026-01-01T00:00:00Z</x:erstellungszeitpunkt></x:header>"
                + "<x:stammdatenschema>" + identification(id, version) + "<x:name>" + name + "</x:name>" + general
                + "<x:bezeichnung>" + name + "</x:bezeichnung>"
                + "<x:struktur><x:anzahl>1:1</x:anzahl><x:enthaelt><x:datenfeld>"
                + identification("F99000000001", "1.0.0") + "<x:name>Auswahl</x:name>" + general
                + "<x:bezeichnungEingabe>Auswahl</x:bezeichnungEingabe>"
                + "<x:feldart><code>select</code></x:feldart><x:datentyp><code>text</code></x:datentyp>"
                + "<x:codelisteReferenz><x:canonicalIdentification>" + listUrn + "</x:canonicalIdentification>"
                + "</x:codelisteReferenz></x:datenfeld></x:enthaelt></x:struktur>"
                + "</x:stammdatenschema></x:xdatenfelder.stammdatenschema.0102>";
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static String identification(String id, String version) {
        return "<x:identifikation><x:id>" + id + "</x:id><x:version>" + version + "</x:version></x:identifikation>";
    }
}
