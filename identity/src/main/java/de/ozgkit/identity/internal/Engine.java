// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

/** What works with one state of the account's metadata. */
public record Engine(
        Registration registration,
        RequestWriter writer,
        Outbound outbound,
        Completion completion,
        SingleLogout logout) {

    static Engine of(Registration registration) {
        return new Engine(
                registration,
                new RequestWriter(registration),
                new Outbound(registration),
                new Completion(registration),
                new SingleLogout(registration));
    }
}
