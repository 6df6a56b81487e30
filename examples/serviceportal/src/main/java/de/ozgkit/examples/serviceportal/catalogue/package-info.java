// SPDX-License-Identifier: Apache-2.0
/**
 * Who offers what: the places with their offices, read from one folder of data files each, and the services from XZuFi transfers.
 *
 * <pre>{@code
 * Place dorsten = places.find("dorsten").orElseThrow();
 * catalogue.at(dorsten).under(Topic.FAMILIE_KIND);
 * }</pre>
 */
@NullMarked
package de.ozgkit.examples.serviceportal.catalogue;

import org.jspecify.annotations.NullMarked;
