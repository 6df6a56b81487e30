// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

/** A rule as a schema tells it. */
record RuleText(String id, FieldPath place, String text) {}
