// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

final class GenericodeRules implements ContentRules {
    @Override
    public String namespace(Scan at) {
        return at.depth() > 1 && at.namespace().equals(Standard.GENERICODE.namespace) ? "" : at.namespace();
    }
}
