// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.EndlessXml;
import java.util.stream.Stream;

/** Runs in a JVM of its own with little memory. */
final class LargeListMain {

    private static final int MILLION = 1_000_000;

    private static final String HEAD = "<g:CodeList xmlns:g='" + Genericode.NAMESPACE
            + "'><Identification><ShortName>groß</ShortName><Version>1</Version><CanonicalUri>urn:x</CanonicalUri>"
            + "<CanonicalVersionUri>urn:x_1</CanonicalVersionUri></Identification><ColumnSet>"
            + "<Column Id='code' Use='required'/><Column Id='name' Use='required'/>"
            + "<Key Id='codeKey'><ColumnRef Ref='code'/></Key></ColumnSet><SimpleCodeList>";
    private static final String END = "</SimpleCodeList></g:CodeList>";

    private LargeListMain() {}

    public static void main(String[] arguments) {
        switch (arguments[0]) {
            case "stream" -> stream();
            case "hostile" -> hostile();
            default -> documents();
        }
    }

    private static void stream() {
        try (Stream<CodeList.Entry> entries = Genericode.entries(ofRows(MILLION))) {
            System.out.println(
                    "entries " + entries.filter(e -> !e.name().isEmpty()).count());
        }
    }

    private static void hostile() {
        refused("million rows", () -> Genericode.read(ofRows(MILLION)));
        refused("million columns", () -> Genericode.read(columns()));
        refused("million columns, streamed", () -> drain(columns()));
        refused("one long value", () -> drain(repeated("<Row><Value><SimpleValue>", "0123456789")));
        refused("one long row", () -> drain(repeated("<Row>", "<Value><SimpleValue>x</SimpleValue></Value>")));
        refused("one long comment", () -> drain(repeated("<!--", "0123456789")));
        refused("white space for ever", () -> drain(repeated("", "          ")));
        refused("depth", () -> drain(repeated("<Row>", "<Value>")));
        refused("one long name", () -> drain(repeated("<Row><", "abcdefghij")));
        refused("unknown elements", () -> drain(new EndlessXml(HEAD, MILLION, i -> "<x" + i + "/>", "")));
        System.out.println("faults " + faults());
    }

    /** A million rows with a fault each are read, and named only at first. */
    private static long faults() {
        long[] findings = {0};
        var input = new EndlessXml(HEAD, MILLION, i -> "<Row><Value ColumnRef='no" + i + "'/></Row>", END);
        try (CodeListStream list = Genericode.stream(input, finding -> findings[0]++)) {
            list.rows().forEach(row -> {});
        }
        return findings[0];
    }

    private static void documents() {
        refused("million rows", () -> Genericode.document(ofRows(MILLION)));
        refused("million columns", () -> Genericode.document(columns()));
        refused("empty rows", () -> Genericode.document(repeated("", "<Row/>")));
        refused("empty values", () -> Genericode.document(repeated("<Row>", "<Value/>")));
    }

    private static EndlessXml ofRows(long rows) {
        return new EndlessXml(
                HEAD,
                rows,
                i -> "<Row><Value ColumnRef='code'><SimpleValue>" + i + "</SimpleValue></Value>"
                        + "<Value ColumnRef='name'><SimpleValue>Eintrag Nummer " + i + "</SimpleValue></Value></Row>\n",
                END);
    }

    private static EndlessXml columns() {
        String head = HEAD.substring(0, HEAD.indexOf("<Key"));
        return new EndlessXml(head, MILLION, i -> "<Column Id='c" + i + "' Use='required'/>", "");
    }

    private static EndlessXml repeated(String start, String part) {
        return new EndlessXml(HEAD + start, 1_000L * MILLION, i -> part, "");
    }

    private static void drain(EndlessXml input) {
        try (CodeListStream list = Genericode.stream(input, finding -> {})) {
            list.rows().forEach(row -> {});
        }
    }

    private static void refused(String what, Runnable reading) {
        try {
            reading.run();
            System.out.println(what + ": ACCEPTED");
        } catch (RejectedException e) {
            System.out.println(what + ": " + e.code() + " " + e.getMessage());
        }
    }
}
