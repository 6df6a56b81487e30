// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

/**
 * What a transfer may write.
 *
 * @since 0.1
 */
public sealed interface TransferObjekt
        permits Leistung,
                Spezialisierung,
                Organisationseinheit,
                Onlinedienst,
                Formular,
                ZustaendigkeitTransferObjekt,
                UnbekanntesObjekt {}
