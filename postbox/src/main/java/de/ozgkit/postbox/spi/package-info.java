// SPDX-License-Identifier: Apache-2.0
/**
 * What a portal vendor implements: the way to an office ({@link de.ozgkit.postbox.spi.DeliveryChannel}) and the look into files
 * ({@link de.ozgkit.postbox.spi.AttachmentScanner}).
 *
 * <pre>{@code
 * AttachmentScanner scanner = (type, content) -> clamd.isClean(content) ? Verdict.CLEAN : Verdict.MALWARE;
 * Cases cases = Cases.on(dataSource).scanner(scanner).build();
 * }</pre>
 */
@NullMarked
package de.ozgkit.postbox.spi;

import org.jspecify.annotations.NullMarked;
