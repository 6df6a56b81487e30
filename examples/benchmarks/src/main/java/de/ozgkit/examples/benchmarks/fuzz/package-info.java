// SPDX-License-Identifier: Apache-2.0
/**
 * Feeds the readers of xoev-fim with inputs that the fuzzer Jazzer makes, guided by what of our code they reach.
 */
@NullMarked
package de.ozgkit.examples.benchmarks.fuzz;

import org.jspecify.annotations.NullMarked;
