// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.catalogue;

import java.util.List;

/**
 * An office where people can also go in person.
 *
 * @param id the same as the id of the Organisationseinheit in XZuFi
 * @param answer in how many working days the office usually answers questions
 */
public record Office(
        String id, String name, String street, String postcode, String town, List<Hours> hours, int answer) {

    /** Opening times of one or more days, in words. */
    public record Hours(String days, String times) {}

    public Office {
        hours = List.copyOf(hours);
    }
}
