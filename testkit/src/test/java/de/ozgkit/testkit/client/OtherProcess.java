// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.client;

import de.ozgkit.xoevfim.client.XRepository;
import java.net.URI;
import java.nio.file.Path;

/** Reads one list many times in a process of its own; says how many rows it saw. */
final class OtherProcess {

    static final String SAYS = "rows: ";

    private OtherProcess() {}

    /** Arguments: XRepository, cache, URN, version, how often. */
    public static void main(String[] arguments) {
        XRepository repository = XRepository.at(URI.create(arguments[0]))
                .cache(Path.of(arguments[1]))
                .build();
        long rows = 0;
        for (int i = 0; i < Integer.parseInt(arguments[4]); i++) {
            rows += repository
                    .codeList(arguments[2], arguments[3])
                    .orElseThrow()
                    .rows()
                    .size();
        }
        System.out.println(SAYS + rows);
    }
}
