// SPDX-License-Identifier: Apache-2.0
/** The fee: hand-over to the payment page, return, notification. */
@NullMarked
package de.ozgkit.examples.serviceportal.pay;

import org.jspecify.annotations.NullMarked;
