// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<p>Hund &amp; Katze</p>|<p>Hund &amp; Katze</p>",
                "A & B < C|A &amp; B &lt; C",
                "<P CLASS='x' onclick=\"alert(1)\">a|<p>a</p>",
                "<script>alert(1)</script>b|b",
                "<scr<script>ipt>alert(1)</script>c|&lt;scrc",
                "<img src=x onerror=alert(1)>d|d",
                "<a href=\"https://x.example/?a=1&b=2\">e</a>|<a href=\"https://x.example/?a=1&amp;b=2\">e</a>",
                "<a href='javascript:alert(1)'>f</a>|f",
                "<a href=\" JaVaScRiPt:alert(1)\">g</a>|g",
                "<a href=\"java&#115;cript:alert(1)\">h</a>|h",
                "<a href='https://x.example/\"onclick=\"alert(1)'>i</a>|i",
                "<ul><li>j</ul></p>|<ul><li>j</li></ul>",
                "<br/>k<br>|<br>k<br>",
                "<!-- <b> -->l|&lt;!-- <b> --&gt;l</b>",
                "<svg><b>m</b></svg>|<b>m</b>",
                "n'\"|n&#39;&quot;"
            })
    void lets_through_only_what_cannot_do_harm(String html, String safe) {
        assertThat(Html.safe(html)).isEqualTo(safe);
        assertThat(Html.safe(Html.safe(html))).isEqualTo(safe);
    }

    @Test
    void makes_plain_text() {
        assertThat(Html.plain("<p>Hunde&shy;steuer&nbsp;f&uuml;r\n<b>Bello</b> &#8211; 5 &lt; 6</p>"))
                .isEqualTo("Hundesteuer für Bello – 5 < 6");
        assertThat(Html.plain("&#0;&#x110000;&unknown;")).isEmpty();
    }

    @Test
    @Timeout(20)
    void takes_no_time_for_nonsense() {
        for (String piece : new String[] {"<", "<!--", "<a ", "<b>", "</b>", "<a href=", "&", "<a href=\"https://x"}) {
            assertThat(Html.plain(piece.repeat(30_000))).isNotNull();
        }
    }
}
