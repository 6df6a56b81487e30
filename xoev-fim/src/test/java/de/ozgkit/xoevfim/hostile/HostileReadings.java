// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.hostile;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.EndlessXml;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.genericode.Genericode;
import de.ozgkit.xoevfim.validation.Validation;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import de.ozgkit.xoevfim.xzufi.Transfer;
import de.ozgkit.xoevfim.xzufi.XZuFi;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** Reads hostile inputs in a process of its own with a small heap and prints for each how it ended. */
final class HostileReadings {

    private static final long ENDLESS = 10L << 30;
    private static final long MANY_OBJECTS = 500_000;
    private static final long LONG_OBJECTS = 10_000;
    private static final String MANY = "a".repeat(1000);

    private static final List<String> SHAPES_OF_VALIDATION = List.of(
            "depth", "empty elements", "attribute value", "text", "unknown text", "cdata", "comment", "doctype");

    /** A way into a reader: the open elements before the hostile part, a place for text and one for unknown elements within. */
    private record Door(String name, String open, String text, String close, Consumer<InputStream> reader) {}

    private static final List<Door> DOORS = List.of(
            new Door(
                    "xzufi",
                    "<x:r xmlns:x='" + XZuFi.NAMESPACE + "'><x:schreibe><x:organisationseinheit>",
                    "id",
                    "</x:organisationseinheit></x:schreibe></x:r>",
                    HostileReadings::transfer),
            new Door(
                    "xdatenfelder2",
                    "<x:xdatenfelder.stammdatenschema.0102 xmlns:x='" + XDatenfelder.NAMESPACE_2
                            + "'><x:stammdatenschema>",
                    "name",
                    "</x:stammdatenschema></x:xdatenfelder.stammdatenschema.0102>",
                    XDatenfelder::read),
            new Door(
                    "xdatenfelder3",
                    "<x:xdatenfelder.stammdatenschema.0102 xmlns:x='" + XDatenfelder.NAMESPACE_3
                            + "'><x:stammdatenschema>",
                    "name",
                    "</x:stammdatenschema></x:xdatenfelder.stammdatenschema.0102>",
                    XDatenfelder::read),
            new Door(
                    "genericode",
                    "<x:CodeList xmlns:x='" + Genericode.NAMESPACE + "'><Identification>",
                    "ShortName",
                    "</Identification></x:CodeList>",
                    Genericode::read));

    private HostileReadings() {}

    private static void transfer(InputStream in) {
        try (Stream<Transfer> changes = XZuFi.stream(in)) {
            changes.forEach(change -> {});
        }
    }

    private static void validate(InputStream in) {
        Finding refusal = Validation.standard().validate(in).findings().stream()
                .filter(f -> f.rule().matches("xml\\.(too_large|too_deep|malformed|doctype)"))
                .findFirst()
                .orElseThrow();
        throw new RejectedException(refusal.rule(), "at line " + refusal.line().orElseThrow());
    }

    public static void main(String... args) {
        for (Door door : DOORS) {
            shapes(door).forEach((shape, input) -> print(door.name() + " " + shape, input, door.reader()));
        }
        acrossObjects().forEach((shape, input) -> print("xzufi " + shape, input, HostileReadings::transfer));
        for (Door door : List.of(DOORS.get(0), DOORS.get(2))) {
            Map<String, EndlessXml> shapes = shapes(door);
            SHAPES_OF_VALIDATION.forEach(shape ->
                    print("validation " + door.name() + " " + shape, shapes.get(shape), HostileReadings::validate));
        }
        print("xzufi long transfer", longTransfer(), HostileReadings::transfer);
        print(
                "genericode endless rows",
                endless(
                        "<x:CodeList xmlns:x='" + Genericode.NAMESPACE
                                + "'><ColumnSet><Column Id='c'/></ColumnSet><SimpleCodeList>",
                        i -> "<Row><Value><SimpleValue>" + i + "</SimpleValue></Value></Row>"),
                Genericode::read);
    }

    private static Map<String, EndlessXml> shapes(Door door) {
        String open = door.open();
        String text = open + (door.name().equals("genericode") ? "<" : "<x:") + door.text() + ">";
        Map<String, EndlessXml> shapes = new LinkedHashMap<>();
        shapes.put("depth", endless(open, i -> "<x:a>"));
        shapes.put("empty elements", endless(open, i -> "<a/>"));
        shapes.put("empty known elements", endless(open, i -> "<x:" + door.text() + "/>"));
        shapes.put("elements with attributes", endless(open, i -> "<a b='' c='' d='' e='' f=''/>"));
        shapes.put("elements of many names", endless(open, i -> "<a" + i + "/>"));
        shapes.put("attributes", endless(open + "<x:a", i -> " a" + i + "=''"));
        shapes.put("namespaces", endless(open + "<x:a", i -> " xmlns:n" + i + "='u'"));
        shapes.put("attribute value", endless(open + "<x:a b='", i -> MANY));
        shapes.put("blanks in a tag", endless(open + "<x:a", i -> " \n".repeat(500)));
        shapes.put("text", endless(text, i -> MANY));
        shapes.put("wide text", endless(text, i -> "„ä“".repeat(300)));
        shapes.put("character references", endless(text, i -> "&#x41;"));
        shapes.put("digits of a reference", endless(text + "&#", i -> "0".repeat(500)));
        shapes.put("unknown text", endless(open + "<a>", i -> MANY));
        shapes.put("pieces of text", endless(text, i -> "a<!---->"));
        shapes.put("cdata", endless(text + "<![CDATA[", i -> MANY));
        shapes.put("pieces of cdata", endless(text, i -> "<![CDATA[a]]>"));
        shapes.put("comment", endless(open + "<!--", i -> MANY));
        shapes.put("comments", endless(open, i -> "<!--a-->"));
        shapes.put("instruction", endless(open + "<?p ", i -> MANY));
        shapes.put("instructions", endless(open, i -> "<?p" + i + "?>"));
        shapes.put("element name", endless(open + "<", i -> MANY));
        shapes.put("prefix", endless(open + "<x:a xmlns:", i -> MANY));
        shapes.put("attribute name", endless(open + "<x:a ", i -> MANY));
        shapes.put("entity name", endless(text + "&", i -> MANY));
        shapes.put("blanks before", endless("", i -> " \n"));
        shapes.put("comments before", endless("", i -> "<!--a-->"));
        shapes.put("declaration", endless("<?xml version='1.0' encoding='", i -> MANY));
        shapes.put("blanks behind", endless(open + door.close(), i -> " \n"));
        shapes.put("comments behind", endless(open + door.close(), i -> "<!--a-->"));
        shapes.put("doctype", endless("<!DOCTYPE r [", i -> "<!ENTITY a" + i + " 'a'>"));
        return shapes;
    }

    private static Map<String, EndlessXml> acrossObjects() {
        String open = "<x:r xmlns:x='" + XZuFi.NAMESPACE + "'>";
        LongFunction<String> loesche = i -> "<x:loesche klasse='K" + i + "'><x:id>" + i + "</x:id></x:loesche>";
        Map<String, EndlessXml> shapes = new LinkedHashMap<>();
        shapes.put("names of unknown objects", endless(open, i -> "<a" + i + "/>"));
        shapes.put("names within objects", endless(open, i -> "<x:schreibe><a" + i + "/></x:schreibe>"));
        shapes.put("names of attributes", endless(open, i -> "<x:schreibe a" + i + "=''/>"));
        shapes.put("names of prefixes", endless(open, i -> "<x:schreibe xmlns:a" + i + "='u'/>"));
        shapes.put(
                "many namespaces",
                new EndlessXml(open, MANY_OBJECTS, i -> "<x:schreibe xmlns='u" + i + "'/>", "</x:r>"));
        shapes.put("many deletes", new EndlessXml(open, MANY_OBJECTS, loesche, "</x:r>"));
        return shapes;
    }

    private static EndlessXml longTransfer() {
        String texts = ("<x:modulText><x:leikaTextmodul><code>06</code></x:leikaTextmodul><x:inhalt languageCode='de'>"
                        + "&lt;p&gt;Für die Straße&lt;/p&gt;".repeat(60)
                        + "</x:inhalt><x:neu><x:tief a='1'>t</x:tief></x:neu></x:modulText>")
                .repeat(12);
        return new EndlessXml(
                "<x:r xmlns:x='" + XZuFi.NAMESPACE + "'>",
                LONG_OBJECTS,
                i -> "<x:schreibe><x:leistung><x:id>" + i + "</x:id>" + texts + "</x:leistung></x:schreibe>\n",
                "</x:r>");
    }

    private static EndlessXml endless(String begin, LongFunction<String> pieces) {
        return new EndlessXml(begin, ENDLESS, pieces, "");
    }

    private static void print(String name, InputStream input, Consumer<InputStream> reader) {
        long start = System.nanoTime();
        String outcome;
        try {
            reader.accept(input);
            outcome = "read";
        } catch (RejectedException e) {
            outcome = e.code() + (e.getMessage().matches("(?s).* line [0-9]+.*") ? " with line" : " WITHOUT LINE");
        } catch (RuntimeException | Error e) {
            outcome = e.toString();
        }
        System.out.println(name + ": " + outcome + " after " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
}
