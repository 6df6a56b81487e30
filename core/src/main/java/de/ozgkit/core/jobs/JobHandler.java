// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.jobs;

/**
 * Does one kind of job. Called on many threads and nodes at once, but for one id only once at a time.
 *
 * <p>At least once, not exactly once: if a node dies between the work and the note that it is done, another node does it again.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface JobHandler {

    /**
     * Does the job. Any exception means "not done": the job is tried again after a pause that grows with every failure. It is never
     * given up; a handler that wants to stop returns {@link Next#done()}.
     *
     * @param id which one, as given to {@link Jobs#schedule}
     * @param failures how many times in a row it has failed so far; 0 on the first try
     * @return what happens next
     */
    Next run(String id, int failures);
}
