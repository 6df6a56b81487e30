// SPDX-License-Identifier: Apache-2.0
/**
 * Calls to other systems over HTTP, with everything bounded: the time of the whole call, the size of the answer, what may be repeated and
 * what gets into a log.
 *
 * <pre>{@code
 * HttpGateway platform = HttpGateway.to("payment platform")
 *         .timeout(Duration.ofSeconds(10))
 *         .clientKey(KeyMaterial.pkcs12(path, password))
 *         .build();
 * HttpAnswer answer = platform.send(HttpCall.get(uri).bearer(token));
 * if (answer.ok()) {
 *     read(answer.body());
 * }
 * }</pre>
 */
@NullMarked
package de.ozgkit.core.http;

import org.jspecify.annotations.NullMarked;
