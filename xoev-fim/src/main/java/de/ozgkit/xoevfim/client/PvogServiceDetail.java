// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import java.util.List;

/**
 * Everything about a Leistung at a place.
 *
 * @param service the Leistung
 * @param texts its text modules in the order of the PVOG
 * @param offices who is responsible there, or can be asked
 * @since 0.1
 */
public record PvogServiceDetail(PvogService service, List<Text> texts, List<PvogOffice> offices) {

    /**
     * A text module.
     *
     * @param code of the module, such as 08 for the documents that are needed
     * @param title its heading; empty if the PVOG gives none
     * @param html cleaned, so that it may be shown as it is; may be empty
     * @param links further reading, laws
     */
    public record Text(String code, String title, String html, List<PvogLink> links) {
        public Text {
            links = List.copyOf(links);
        }
    }

    public PvogServiceDetail {
        texts = List.copyOf(texts);
        offices = List.copyOf(offices);
    }
}
