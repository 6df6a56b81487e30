// SPDX-License-Identifier: Apache-2.0
/**
 * The way to the office: what is enqueued in a committed transaction reaches its channel at least once, under an id that the portal
 * holds, so that the peer has it once. Nothing is called delivered before the peer has said so.
 *
 * <pre>{@code
 * Outbox outbox = Outbox.on(dataSource).jobs(jobs).channel(FolderChannel.named("desk", Path.of("/srv/steueramt"))).build();
 * jobs.start();
 * database.inTransaction(tx -> {
 *     Case dog = cases.submit(tx, application);
 *     outbox.enqueue(tx, Submission.of(dog).via("desk"));
 * });
 * }</pre>
 */
@NullMarked
package de.ozgkit.postbox.delivery;

import org.jspecify.annotations.NullMarked;
