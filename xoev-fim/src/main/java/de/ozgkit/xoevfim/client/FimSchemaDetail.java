// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import java.util.List;

/**
 * A schema of the FIM portal with the files that were generated from it.
 *
 * @param schema the schema
 * @param files JSON schemas and XSDs; get one by {@link FimPortal#file}
 * @since 0.1
 */
public record FimSchemaDetail(FimSchema schema, List<FimFile> files) {

    public FimSchemaDetail {
        files = List.copyOf(files);
    }
}
