// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which applications a desk wants to see, and which page of them.
 *
 * @param statuses any of these; empty means all
 * @param offset how many to skip
 * @param limit how many at most, 1 to 500
 * @since 0.1
 */
public record CaseFilter(Set<CaseStatus> statuses, int offset, int limit) {

    private static final int MOST = 500;
    private static final int USUAL = 50;

    public CaseFilter {
        statuses = Set.copyOf(statuses);
        if (offset < 0 || limit < 1 || limit > MOST) {
            throw new IllegalArgumentException(
                    "A page begins at 0 or later and has 1 to " + MOST + " entries, not " + limit + " from " + offset);
        }
    }

    /** The first 50 in any status. */
    public static CaseFilter any() {
        return new CaseFilter(Set.of(), 0, USUAL);
    }

    /** The first 50 in one of these. */
    public static CaseFilter in(CaseStatus... statuses) {
        return new CaseFilter(EnumSet.copyOf(List.of(statuses)), 0, USUAL);
    }

    /** Another page: the first one has number 0. */
    public CaseFilter page(int number, int size) {
        return new CaseFilter(statuses, Math.multiplyExact(number, size), size);
    }
}
