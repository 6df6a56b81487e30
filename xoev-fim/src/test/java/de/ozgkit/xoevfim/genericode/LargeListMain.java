// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode;

import de.ozgkit.core.RejectedException;
import java.util.stream.Stream;

/** Runs in a JVM of its own with little memory. */
final class LargeListMain {

    private static final int MILLION = 1_000_000;

    private LargeListMain() {}

    public static void main(String[] arguments) {
        switch (arguments[0]) {
            case "stream" -> stream();
            case "hostile" -> hostile();
            default -> documents();
        }
    }

    private static void stream() {
        try (Stream<CodeList.Entry> entries = Genericode.entries(EndlessList.ofRows(MILLION))) {
            System.out.println("entries " + entries.filter(e -> !e.name().isEmpty()).count());
        }
    }

    private static void hostile() {
        refused("million rows", () -> Genericode.read(EndlessList.ofRows(MILLION)));
        refused("million columns", () -> Genericode.read(columns()));
        refused("million columns, streamed", () -> drain(columns()));
        refused("one long value", () -> drain(repeated("<Row><Value><SimpleValue>", "0123456789")));
        refused("one long row", () -> drain(repeated("<Row>", "<Value><SimpleValue>x</SimpleValue></Value>")));
        refused("one long comment", () -> drain(repeated("<!--", "0123456789")));
        refused("white space for ever", () -> drain(repeated("", "          ")));
        refused("depth", () -> drain(repeated("<Row>", "<Value>")));
        refused("one long name", () -> drain(repeated("<Row><", "abcdefghij")));
        refused("unknown elements", () -> drain(new EndlessList(EndlessList.HEAD, MILLION, i -> "<x" + i + "/>", "")));
        System.out.println("faults " + faults());
    }

    /** A million rows with a fault each are read, and named only at first. */
    private static long faults() {
        long[] findings = {0};
        var input = new EndlessList(
                EndlessList.HEAD, MILLION, i -> "<Row><Value ColumnRef='no" + i + "'/></Row>", EndlessList.END);
        try (CodeListStream list = Genericode.stream(input, finding -> findings[0]++)) {
            list.rows().forEach(row -> {});
        }
        return findings[0];
    }

    private static void documents() {
        refused("million rows", () -> Genericode.document(EndlessList.ofRows(MILLION)));
        refused("million columns", () -> Genericode.document(columns()));
        refused("empty rows", () -> Genericode.document(repeated("", "<Row/>")));
        refused("empty values", () -> Genericode.document(repeated("<Row>", "<Value/>")));
    }

    private static EndlessList columns() {
        String head = EndlessList.HEAD.substring(0, EndlessList.HEAD.indexOf("<Key"));
        return new EndlessList(head, MILLION, i -> "<Column Id='c" + i + "' Use='required'/>", "");
    }

    private static EndlessList repeated(String start, String part) {
        return new EndlessList(EndlessList.HEAD + start, 1_000L * MILLION, i -> part, "");
    }

    private static void drain(EndlessList input) {
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
