// SPDX-License-Identifier: Apache-2.0
/**
 * Applications from "submitted" to "closed": where each stands ({@link de.ozgkit.postbox.Cases}), what the citizen has received
 * ({@link de.ozgkit.postbox.Postbox}), and what citizen and office write to each other ({@link de.ozgkit.postbox.Conversation}).
 * Everything lies in the portal's own database and joins its transactions; everything a person triggers carries an id, so that a second
 * click changes nothing. The way to the office's own systems is in {@code de.ozgkit.postbox.delivery}.
 *
 * <pre>{@code
 * Cases cases = Cases.on(dataSource).build();
 * Case dog = cases.submit(NewCase.of(caseId, taxOffice, person.key()).service("hund", "Hund anmelden")
 *         .answersJson(json).answer("Name des Hundes", "Bello").build());
 * cases.conversation().ask(NewMessage.of(messageId, dog.id(), "Bitte reichen Sie den Impfpass nach.").due(friday));
 * cases.postbox(person.key()).unread();   // 1
 * }</pre>
 */
@NullMarked
package de.ozgkit.postbox;

import org.jspecify.annotations.NullMarked;
