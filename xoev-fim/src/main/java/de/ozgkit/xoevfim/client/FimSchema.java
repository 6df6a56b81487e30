// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A schema as a list of the FIM portal shows it.
 *
 * @param id such as S00000000094
 * @param version such as 1.0.0
 * @param name its name in the editorial office
 * @param title what stands above the form, if given
 * @param xdfVersion {@code 2.0} or {@code 3.0.0}
 * @param freigabestatus 1 to 8, code list {@code urn:xoev-de:xprozess:codeliste:status}
 * @param steckbriefId the document profile that it belongs to
 * @param latest whether no newer version is there
 * @param updated when it last changed in the portal
 * @since 0.1
 */
public record FimSchema(
        String id,
        String version,
        String name,
        Optional<String> title,
        String xdfVersion,
        OptionalInt freigabestatus,
        Optional<String> steckbriefId,
        boolean latest,
        Optional<Instant> updated) {}
