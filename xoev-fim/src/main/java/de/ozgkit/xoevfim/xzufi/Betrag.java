// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An amount of money as a sender gives it.
 *
 * @param wert how much, in units of the currency
 * @param waehrung the code of the currency, such as EUR
 * @since 0.1
 */
public record Betrag(BigDecimal wert, Optional<String> waehrung) {}
