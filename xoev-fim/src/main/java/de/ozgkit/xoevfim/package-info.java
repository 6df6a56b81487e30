// SPDX-License-Identifier: Apache-2.0
/**
 * Typed XZuFi, XDatenfelder and genericode, a catalogue of services by place, and forms from data field schemas.
 *
 * <pre>{@code
 * FormModel form = FormModel.of(XDatenfelder.read(Path.of("S00000094V1.0_xdf2.xml")));
 * ValidationReport report = form.validate(Answers.none().with("F00000463", "001"));
 * report.errors().forEach(finding -> System.out.println(finding.path() + ": " + finding.text()));
 * }</pre>
 *
 * <p>This package holds what the others share: findings, reports and progress. Start in {@code catalogue} (services), {@code xdatenfelder}
 * (schemas), {@code form} (forms) or {@code xzufi} (message classes and the transfer stream).
 */
@NullMarked
package de.ozgkit.xoevfim;

import org.jspecify.annotations.NullMarked;
