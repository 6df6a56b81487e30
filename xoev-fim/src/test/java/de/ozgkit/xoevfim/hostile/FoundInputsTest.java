// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.form.FormModel;
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

    // The parser looks at the beginning of the prefix only.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<x:1a/>",
                "<x:a x:1b='c'/>",
                "<x:a xmlns:1='u'/>",
                "<x:-/>",
                "<x:\u0300/>",
                "<x:a x:\u00d7='c'/>"
            })
    void refuses_names_that_begin_with_a_digit_behind_their_prefix(String inner) {
        String xml = "<x:r xmlns:x='" + XZuFi.NAMESPACE + "'><x:schreibe>" + inner + "</x:schreibe></x:r>";

        assertThatThrownBy(() -> XZuFi.stream(Samples.stream(xml)).toList())
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo("xml.malformed"));
    }

    // So did the parser of JSON.
    @ParameterizedTest
    @ValueSource(strings = {"1e1111111111111", "-1.5E-99999999999", "1e2147483648", "1e999999999"})
    void refuses_numbers_with_long_exponents(String number) {
        FormModel form = FormModel.of(XDatenfelder.read(Samples.stream("<x:xdatenfelder.datenfeld.0104 xmlns:x='"
                + XDatenfelder.NAMESPACE_3
                + "'><x:header/><x:datenfeld><x:identifikation><x:id>F60000000001</x:id></x:identifikation>"
                + "<x:feldart><code>input</code></x:feldart><x:datentyp><code>num</code></x:datentyp></x:datenfeld>"
                + "</x:xdatenfelder.datenfeld.0104>")));

        assertThatThrownBy(() -> form.fromJson("{\"F60000000001\":" + number + "}"))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo("form.json"));
    }
}
