// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import java.util.function.Function;

/**
 * One change of a transfer: an object is written (new or changed), or deleted. The order of changes is the order of processing.
 *
 * @since 0.1
 */
public sealed interface Transfer {

    /** Continues with what it is. */
    <R> R fold(Function<? super Schreibe, ? extends R> write, Function<? super Loesche, ? extends R> delete);

    /**
     * The object is to be as it stands here from now on.
     *
     * @param objekt the whole object
     */
    record Schreibe(TransferObjekt objekt) implements Transfer {
        @Override
        public <R> R fold(
                Function<? super Schreibe, ? extends R> write, Function<? super Loesche, ? extends R> delete) {
            return write.apply(this);
        }
    }

    /**
     * The object is to be forgotten. That nobody knows it is normal.
     *
     * @param klasse Leistung, LeistungSpezialisierung, Organisationseinheit, Onlinedienst, Zustaendigkeit or another one
     * @param id which object
     */
    record Loesche(String klasse, Identifikator id) implements Transfer {
        @Override
        public <R> R fold(
                Function<? super Schreibe, ? extends R> write, Function<? super Loesche, ? extends R> delete) {
            return delete.apply(this);
        }
    }
}
