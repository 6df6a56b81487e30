// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.form.FormField.Kind;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import org.junit.jupiter.api.Test;

class FormModelTest {

    static final FormModel HUND = FormModel.of(XDatenfelder.read(Samples.resource("hund_xdf3.xml")));

    @Test
    void takes_title_help_and_order_from_a_schema_of_version_3() {
        assertThat(HUND.id()).isEqualTo("S99000000001");
        assertThat(HUND.version()).isEqualTo("1.0.0");
        assertThat(HUND.title()).isEqualTo("Einen Hund zur Hundesteuer anmelden");
        assertThat(HUND.help()).contains("Für jeden Hund, der älter als drei Monate ist.");
        assertThat(HUND.elements())
                .extracting(FormElement::id)
                .containsExactly(
                        "G99000000001",
                        "G99000000003",
                        "F99000000013",
                        "F99000000014",
                        "F99000000015",
                        "F99000000016",
                        "F99000000017");
        assertThat(HUND.findings()).isEmpty();
    }

    @Test
    void knows_every_kind_of_field() {
        assertThat(field("G99000000001.F99000000001").kind()).isEqualTo(Kind.TEXT);
        assertThat(field("G99000000001.F99000000002").kind()).isEqualTo(Kind.DATE);
        assertThat(field("G99000000001.F99000000003").kind()).isEqualTo(Kind.SELECT);
        assertThat(field("G99000000001.F99000000004").kind()).isEqualTo(Kind.NUMBER);
        assertThat(field("G99000000001.G99000000002.F99000000006").kind()).isEqualTo(Kind.FILE);
        assertThat(field("G99000000003.F99000000011").kind()).isEqualTo(Kind.DATETIME);
        assertThat(field("G99000000003.F99000000012").kind()).isEqualTo(Kind.TIME);
        assertThat(field("F99000000013").kind()).isEqualTo(Kind.NOTE);
        assertThat(field("F99000000014").kind()).isEqualTo(Kind.BOOL);
        assertThat(field("F99000000015").kind()).isEqualTo(Kind.INTEGER);
        assertThat(field("F99000000016").kind()).isEqualTo(Kind.CURRENCY);
        assertThat(field("G99000000003.F99000000008").kind()).isEqualTo(Kind.TEXT_LATIN);
        assertThat(field("F99000000017"))
                .matches(FormField::hidden)
                .extracting(FormField::kind)
                .isEqualTo(Kind.TEXT);
    }

    @Test
    void carries_what_a_page_needs() {
        FormField breed = field("G99000000001.F99000000003");
        assertThat(breed.choices()).extracting(FormField.Choice::label).containsExactly("Dackel", "Mischling");
        assertThat(breed.choices().get(1).help()).contains("auch unbekannt");
        assertThat(breed.choiceLabel("01")).isEqualTo("Dackel");
        assertThat(breed.choiceLabel("99")).isEqualTo("99");
        assertThat(field("F99000000013").content()).contains("Die Steuer wird vierteljährlich fällig.");
        assertThat(field("F99000000013").asked()).isFalse();
        assertThat(field("G99000000003.F99000000008").prefill()).isEqualTo(FormField.Prefill.REQUIRED);
        assertThat(field("G99000000001.F99000000002").help()).contains("Steht im Impfpass.");
        FormField.Files proof = field("G99000000001.G99000000002.F99000000006").files();
        assertThat(proof.maxBytes()).hasValue(5_000_000);
        assertThat(proof.mediaTypes()).containsExactly("application/pdf");
        assertThat(HUND.find(FieldPath.of("G99000000001.G99000000002")))
                .hasValueSatisfying(e -> assertThat(((FormGroup) e).choice()).isTrue());
        assertThat(HUND.find(FieldPath.of("G99000000001-3")).orElseThrow().occurs())
                .isEqualTo(new Occurs(1, 3));
        assertThat(HUND.find(FieldPath.of("F1"))).isEmpty();
    }

    static FormField field(String path) {
        return (FormField) HUND.find(FieldPath.of(path)).orElseThrow();
    }
}
