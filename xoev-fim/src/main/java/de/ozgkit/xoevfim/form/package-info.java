// SPDX-License-Identifier: Apache-2.0
/**
 * Forms from data field schemas: what to ask, which rules hold between the answers, whether they are acceptable, and how they travel as JSON
 * or XML, with a schema for who receives them.
 *
 * <pre>{@code
 * FormModel form = FormModel.of(XDatenfelder.read(path));
 * Answers answers = form.normalise(Answers.ofForm(request.formParams()));   // "27.3.2024" becomes "2024-03-27"
 * ValidationReport page = form.validate(answers, FieldPath.of("G00000255"));
 * String json = form.toJson(answers);                                        // valid under form.jsonSchema()
 * String xml = form.toXml(answers);                                          // valid under form.xsd()
 * }</pre>
 *
 * <p>Everything here is immutable and thread-safe.
 */
@NullMarked
package de.ozgkit.xoevfim.form;

import org.jspecify.annotations.NullMarked;
