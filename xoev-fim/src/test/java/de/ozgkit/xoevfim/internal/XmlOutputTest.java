// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlOutputTest {

    private static final JAXBContext CONTEXT = Binding.of(House.class);
    private static final String NAMESPACE = "urn:example:house";

    @XmlRootElement(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    static class House extends XoevElement {
        @XmlElement(namespace = NAMESPACE)
        @Nullable
        String roof;

        @XmlElement(namespace = NAMESPACE)
        @Nullable
        BigInteger floors;

        @XmlElement(namespace = NAMESPACE)
        List<House> room = new ArrayList<>();
    }

    @Test
    void writes_unknown_elements_where_they_stood() {
        String sent =
                "<house><chimney a='1'/><roof>red</roof><room><roof/><bed/></room><door/><room/><o:garden/></house>";

        assertThat(written(read(sent)))
                .isEqualTo("<house><chimney a=\"1\"/><roof>red</roof>"
                        + "<room><roof/><bed/></room><door/><room/><o:garden/></house>");
    }

    @Test
    void writes_unknown_attributes() {
        assertThat(written(read("<house street='Hof' o:no='7'/>")))
                .contains("street=\"Hof\"")
                .contains(":no=\"7\"");
    }

    @Test
    void writes_unknown_attributes_of_mere_values_where_they_stood() {
        String sent = "<house><roof o:since=\"1990\">red</roof><room><floors xml:lang=\"de\">2</floors></room></house>";

        House house = read(sent);

        assertThat(house.roof).isEqualTo("red");
        assertThat(house.room.get(0).floors).isEqualTo(BigInteger.TWO);
        assertThat(written(house)).isEqualTo(sent);
    }

    @Test
    void many_threads_write_at_once_and_none_sees_the_settings_of_another() {
        House house = read("<house><roof>gr\u00fcn</roof><room><floors>2</floors></room></house>");
        List<String> expected = List.of(bytes(house, true), bytes(house, false));

        assertThat(IntStream.range(0, 2_000).parallel().mapToObj(i -> bytes(house, i % 2 == 0) + i % 2))
                .containsOnly(expected.get(0) + 0, expected.get(1) + 1);
        assertThat(expected.get(0)).startsWith("<?xml");
        assertThat(expected.get(1)).doesNotContain("<?xml");
    }

    private static String bytes(House house, boolean declaration) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XmlOutput.write(XmlOutput.tree(CONTEXT, house), out, declaration);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void takes_back_an_attribute_with_its_value() {
        House house = read("<house><roof o:since='1990'>red</roof></house>");
        house.roof = null;

        assertThat(written(house)).isEqualTo("<house/>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<house><floors>many</floors><roof>red</roof></house>",
                "<house><roof>red</roof><floors o:a=\"1\">2<o:half>1</o:half>&amp;</floors></house>",
                "<house><chimney/><floors>1</floors><floors o:a=\"1\">2</floors><roof o:a=\"2\">red</roof></house>",
                "<house><room/><floors>1</floors><roof>red</roof><floors>2</floors></house>"
            })
    void writes_what_it_could_not_read_as_it_stood(String sent) {
        List<Finding> findings = new ArrayList<>();

        House house = read(sent, ns -> ns, findings);

        assertThat(findings).hasSize(1);
        assertThat(house.roof).isEqualTo("red");
        assertThat(written(house)).isEqualTo(sent);
    }

    @Test
    void writes_the_type_that_a_value_had_with_a_prefix_that_is_declared() {
        String raw = raw(read("<house xmlns='urn:example:house' xmlns:i='http://www.w3.org/2001/XMLSchema-instance'"
                + " xmlns:s='urn:s'><roof i:type='s:colour'>red</roof></house>"));

        assertThat(raw).containsPattern("xmlns:(\\w+)=\"urn:s\"").containsPattern("type=\"\\w+:colour\"");
    }

    @Test
    void puts_what_was_added_beside_its_like_or_at_the_end() {
        House house = read("<house><chimney/><room/><door/></house>");
        house.room.add(new House());
        house.roof = "blue";

        assertThat(written(house)).isEqualTo("<house><chimney/><room/><room/><door/><roof>blue</roof></house>");
    }

    @Test
    void keeps_to_the_model_where_nothing_is_unknown() {
        assertThat(written(read("<house><room/><roof>red</roof></house>")))
                .isEqualTo("<house><roof>red</roof><room/></house>");
    }

    @Test
    void writes_characters_beyond_the_basic_plane_and_line_breaks_so_that_they_come_back() {
        House house = new House();
        house.roof = "𝄞 ü\r\n\t<&>]]>";

        House back = read(raw(house));

        assertThat(back.roof).isEqualTo(house.roof);
    }

    @Test
    void refuses_control_characters() {
        House house = new House();
        house.roof = "a\u0001b";

        assertThatThrownBy(() -> raw(house)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "1", "a<", "", "-a"})
    void refuses_names_that_are_none(String name) {
        House house = new House();
        house.weitereAttribute.put(new QName("urn:o", name, "o"), "1");

        assertThatThrownBy(() -> raw(house)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writes_names_of_any_script() {
        assertThat(written(read("<house o:größe='1' o:жук='2' o:名='3'/>"))).contains(":größe=", ":жук=", ":名=");
    }

    @Test
    void replaces_a_namespace_while_reading() {
        String other = "<house xmlns='urn:example:old'><roof>red</roof><n/></house>";

        House house = read(other, ns -> ns.equals("urn:example:old") ? NAMESPACE : ns);

        assertThat(house.roof).isEqualTo("red");
        assertThat(written(house)).isEqualTo("<house><roof>red</roof><n/></house>");
    }

    @Test
    void tells_the_line_of_each_object() {
        List<Integer> lines = new ArrayList<>();
        try (XmlInput xml = input("<house xmlns='urn:example:house'>\n<room/>\n\n<room/></house>", ns -> ns)) {
            xml.toRoot();
            xml.bind(House.class, finding -> {}, (object, line) -> lines.add(line));
        }

        assertThat(lines).containsExactly(1, 2, 4);
    }

    private static House read(String xml) {
        return read(xml, ns -> ns);
    }

    private static House read(String text, UnaryOperator<String> namespaces) {
        return read(text, namespaces, new ArrayList<>());
    }

    private static House read(String text, UnaryOperator<String> namespaces, List<Finding> findings) {
        String declared = text.contains("xmlns")
                ? text
                : text.replaceFirst("<house", "<house xmlns='urn:example:house' xmlns:o='urn:o'");
        try (XmlInput xml = input(declared, namespaces)) {
            xml.toRoot();
            return xml.bind(House.class, findings::add);
        }
    }

    private static XmlInput input(String text, UnaryOperator<String> namespaces) {
        return new XmlInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 10_000, namespaces);
    }

    /** Without the declarations and prefixes of the one namespace. */
    private static String written(House house) {
        return raw(house).replaceAll(" xmlns(:\\w+)?=\"[^\"]*\"", "").replaceAll("(</?)(?!o:)\\w+:", "$1");
    }

    private static String raw(House house) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XmlOutput.write(XmlOutput.tree(CONTEXT, house), out, false);
        return out.toString(StandardCharsets.UTF_8);
    }
}
