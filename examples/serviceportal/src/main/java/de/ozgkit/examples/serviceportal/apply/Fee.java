// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.apply;

/**
 * Why an application costs something; how much, each place says for itself.
 *
 * @param text what the fee is for, as on the receipt
 * @param legalBasis why it may be taken
 */
public record Fee(String text, String legalBasis) {}
