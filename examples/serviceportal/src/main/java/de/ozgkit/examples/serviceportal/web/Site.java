// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.web;

import java.util.List;

/**
 * What all pages have in common.
 *
 * @param name of the umbrella portal
 * @param address host (and port) by which citizens reach us, to be shown in words
 * @param menu links in the header, the same and in the same order everywhere
 */
public record Site(String name, String address, boolean demo, Assets assets, List<Link> menu) {

    public Site {
        menu = List.copyOf(menu);
    }
}
