// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.hostile;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.genericode.Genericode;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import de.ozgkit.xoevfim.xzufi.XZuFi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a fuzzer found, made short. */
class FoundInputsTest {

    // The parser answered these with a RuntimeException of its own.
    @ParameterizedTest
    @ValueSource(strings = {"<xmlns:a/>", "<a xmlns:xmlns='u'/>", "<xmlns:xsi='http://www.w3.or'><x:b>"})
    void refuses_the_prefix_xmlns(String xml) {
        assertThatThrownBy(() -> XZuFi.stream(Samples.stream(xml))).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> XDatenfelder.read(Samples.stream(xml))).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> Genericode.read(Samples.stream(xml))).isInstanceOf(RejectedException.class);
    }
}
