// SPDX-License-Identifier: Apache-2.0
/**
 * The pages, one handler class per area: each registers its own routes and hands a view model to a template.
 *
 * <pre>{@code
 * new InfoPages(views, places).register(routes);
 * }</pre>
 */
@NullMarked
package de.ozgkit.examples.serviceportal.pages;

import org.jspecify.annotations.NullMarked;
