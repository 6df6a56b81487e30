// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

import de.ozgkit.core.Ars;
import de.ozgkit.postbox.internal.Texts;

/**
 * Who is in charge in an authority: the sender of notices, and the desk that an application goes to.
 *
 * @param authority the city or district
 * @param authorityName its name for people, such as "Stadt Recklinghausen"
 * @param name the office, such as "Steueramt"
 * @since 0.1
 */
public record Office(Ars authority, String authorityName, String name) {

    private static final int LONGEST = 200;

    public Office {
        authorityName = Texts.line("authorityName", authorityName, LONGEST);
        name = Texts.line("name", name, LONGEST);
    }

    /** For people: "Stadt Recklinghausen, Steueramt". */
    public String title() {
        return authorityName + ", " + name;
    }
}
