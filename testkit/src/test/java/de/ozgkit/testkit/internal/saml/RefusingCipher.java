// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import java.security.AlgorithmParameters;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.CipherSpi;

/** A cipher that looks at who wants what and then refuses the key, so that Java goes on to the next provider. */
abstract class RefusingCipher extends CipherSpi {

    abstract void asked(int mode, Key key) throws InvalidKeyException;

    @Override
    protected void engineInit(int mode, Key key, SecureRandom random) throws InvalidKeyException {
        asked(mode, key);
    }

    @Override
    protected void engineInit(int mode, Key key, AlgorithmParameterSpec parameters, SecureRandom random)
            throws InvalidKeyException {
        asked(mode, key);
    }

    @Override
    protected void engineInit(int mode, Key key, AlgorithmParameters parameters, SecureRandom random)
            throws InvalidKeyException {
        asked(mode, key);
    }

    @Override
    protected void engineSetMode(String mode) {
        // Every mode is refused alike.
    }

    @Override
    protected void engineSetPadding(String padding) {
        // Every padding is refused alike.
    }

    @Override
    protected int engineGetBlockSize() {
        return 0;
    }

    @Override
    protected int engineGetOutputSize(int inputLength) {
        return 0;
    }

    @Override
    protected byte[] engineGetIV() {
        return new byte[0];
    }

    @Override
    protected AlgorithmParameters engineGetParameters() {
        return null;
    }

    @Override
    protected byte[] engineUpdate(byte[] input, int offset, int length) {
        throw new IllegalStateException("never initialised");
    }

    @Override
    protected int engineUpdate(byte[] input, int offset, int length, byte[] output, int outputOffset) {
        throw new IllegalStateException("never initialised");
    }

    @Override
    protected byte[] engineDoFinal(byte[] input, int offset, int length) {
        throw new IllegalStateException("never initialised");
    }

    @Override
    protected int engineDoFinal(byte[] input, int offset, int length, byte[] output, int outputOffset) {
        throw new IllegalStateException("never initialised");
    }
}
