// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenericodeTest {

    private static final String OPEN = "<g:CodeList xmlns:g='" + Genericode.NAMESPACE + "'>";

    private static CodeList read(String content) {
        return Genericode.read(Samples.stream(OPEN + content + "</g:CodeList>"));
    }

    private static final String COLUMNS = "<Column Id='a' Use='required'/><Column Id='b'/><Column Id='hilfe'/>";

    @Test
    void reads_lists_of_fim_editors_whose_children_are_qualified() {
        CodeList status = Genericode.read(Samples.collected("xdatenfelder2/C00000020_genericode.xml"));
        assertThat(status.canonicalUri()).isEqualTo("urn:de:fim:codeliste:statusfrauschwangerstillend");
        assertThat(status.version()).isEqualTo("2020-02-06");
        assertThat(status.longName()).isEmpty();
        assertThat(status.entries())
                .containsExactly(
                        new CodeList.Entry("001", "ist schwanger", Optional.empty()),
                        new CodeList.Entry("002", "hat geboren / ist stillend", Optional.empty()));
        CodeList states = Genericode.read(Samples.collected("xdatenfelder2/C60000020_genericode.xml"));
        assertThat(states.columns()).hasSize(9);
        assertThat(states.entries().get(1)).isEqualTo(new CodeList.Entry("121", "Albanien", Optional.empty()));
    }

    @Test
    void reads_every_official_list_of_the_collection() {
        List<Path> files = Samples.collected("codelisten", "*.xml");
        assertThat(files).hasSizeGreaterThan(8);
        for (Path file : files) {
            CodeList list = Genericode.read(file);
            assertThat(list.rows()).as(file.toString()).isNotEmpty();
            assertThat(list.entries()).as(file.toString()).isNotEmpty();
            assertThat(list.canonicalVersionUri()).isEqualTo(list.canonicalUri() + "_" + list.version());
        }
        CodeList ars = Genericode.read(Samples.collected("codelisten/destatis-rs_2026-04-30_nrw-auszug.xml"));
        assertThat(ars.entries()).anySatisfy(e -> assertThat(e.code()).isEqualTo("055620012012"));
    }

    @Test
    void counts_columns_on_when_a_value_names_none() {
        CodeList list = read("<ColumnSet>" + COLUMNS + "</ColumnSet><SimpleCodeList>"
                + "<Row><Value><SimpleValue>1</SimpleValue></Value><Value><SimpleValue>eins</SimpleValue></Value></Row>"
                + "<Row><Value ColumnRef='b'><SimpleValue>zwei</SimpleValue></Value><Value><SimpleValue>h</SimpleValue></Value>"
                + "<Value ColumnRef='a'><SimpleValue>2</SimpleValue></Value></Row>"
                + "<Row><Value ColumnRef='a'/></Row><Row/></SimpleCodeList>");
        assertThat(list.entries()).extracting(CodeList.Entry::name).containsExactly("eins", "zwei");
        assertThat(list.entries(Optional.of("b"), Optional.of("a"), Optional.of("hilfe"))
                        .get(1))
                .isEqualTo(new CodeList.Entry("zwei", "2", Optional.of("h")));
        assertThat(list.entries(Optional.of("no such"), Optional.of("no such"), Optional.of("no such")))
                .isEqualTo(list.entries());
    }

    @Test
    void prefers_the_recommended_key() {
        CodeList list = read("<ColumnSet>" + COLUMNS + "<Key Id='k1'><ColumnRef Ref='a'/></Key>"
                + "<Key Id='k2'><Annotation><AppInfo><recommendedKeyColumn xmlns='urn:x'/></AppInfo></Annotation>"
                + "<ColumnRef Ref='b'/></Key></ColumnSet>");
        assertThat(list.codeColumn()).contains("b");
        assertThat(list.nameColumn()).contains("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<CodeList/>",
                "<x:CodeListSet xmlns:x='http://docs.oasis-open.org/codelist/ns/genericode/1.0/'/>",
                "<!DOCTYPE a><a/>",
                "<g:CodeList xmlns:g='http://docs.oasis-open.org/codelist/ns/genericode/1.0/'><SimpleCodeList><Row>",
                "<g:CodeList xmlns:g='http://docs.oasis-open.org/codelist/ns/genericode/1.0/'><SimpleCodeList><Row><Value>"
                        + "<SimpleValue><b/></SimpleValue></Value></Row></SimpleCodeList></g:CodeList>"
            })
    void rejects_what_is_no_code_list(String xml) {
        assertThatThrownBy(() -> Genericode.read(Samples.stream(xml))).isInstanceOf(RejectedException.class);
    }

    @Test
    void accepts_a_list_with_nothing_in_it() {
        assertThat(read("").entries()).isEmpty();
        assertThat(read("").codeColumn()).isEmpty();
    }
}
