// SPDX-License-Identifier: Apache-2.0
/**
 * Validation of files of XZuFi, XDatenfelder, XProzess and genericode: structure, the quality rules of FIM, business rules, and the
 * characters of DIN 91379.
 *
 * <pre>{@code
 * ValidationReport report = Validation.standard().validate(Path.of("S00000094V1.0_xdf2.xml"));
 * report.findings().forEach(f -> System.out.println(f.severity() + " " + f.rule() + " " + f.path() + ": " + f.text()));
 * }</pre>
 */
@NullMarked
package de.ozgkit.xoevfim.validation;

import org.jspecify.annotations.NullMarked;
