// SPDX-License-Identifier: Apache-2.0
/**
 * The QR code of a bank transfer as an image. The library makes only its content; drawing it needs another library, and these lines.
 *
 * <pre>{@code
 * String svg = TransferCode.of(transfer).svg();
 * }</pre>
 */
@NullMarked
package de.ozgkit.examples.transfercode;

import org.jspecify.annotations.NullMarked;
