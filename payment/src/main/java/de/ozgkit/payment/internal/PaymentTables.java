// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.sql.Migrations;
import javax.sql.DataSource;

/**
 * The tables of this module. Every change of state is one conditional update, and its count tells whether the caller made it. An attempt is
 * locked before its order and its refunds, never the other way round.
 */
public final class PaymentTables {

    private static final int LONGEST_CODE = 80;

    private PaymentTables() {}

    /** Creates and changes them as far as needed. */
    public static void migrate(DataSource dataSource) {
        Migrations.of("payment", PaymentTables.class, "001_payment.sql", "002_money_and_people.sql")
                .apply(dataSource);
    }

    /** A code as it fits into its column; connectors of others may use long ones. */
    static String code(String code) {
        return code.length() > LONGEST_CODE ? code.substring(0, LONGEST_CODE) : code;
    }
}
