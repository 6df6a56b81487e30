// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.web;

/** Words that lead somewhere. */
public record Link(String text, String href) {}
