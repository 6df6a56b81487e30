// SPDX-License-Identifier: Apache-2.0
/**
 * Stand-ins for the systems that a portal talks to, for tests and for demonstrations: real servers on this machine, with scripted
 * behaviour, invented persons, and faults on demand.
 *
 * <pre>{@code
 * @OzgMocks
 * class FeeTest {
 *     @Test
 *     void a_lost_answer_costs_nobody_money(MockPmPayment pay) {
 *         pay.next(Fault.lostAnswer());
 *         ...
 *     }
 * }
 * }</pre>
 */
@NullMarked
package de.ozgkit.testkit;

import org.jspecify.annotations.NullMarked;
