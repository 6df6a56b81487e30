// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.internal.XmlInput;
import jakarta.xml.bind.JAXBContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;

/** Walks along the children of the root and binds one after the other. */
final class Changes extends Spliterators.AbstractSpliterator<Transfer> {

    private final XmlInput xml;
    private final JAXBContext jaxb;
    private final Consumer<Finding> findings;
    private final Deque<Transfer> ready = new ArrayDeque<>();
    private boolean begun;
    private boolean ended;

    Changes(XmlInput xml, JAXBContext jaxb, Consumer<Finding> findings) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.xml = xml;
        this.jaxb = jaxb;
        this.findings = findings;
    }

    @Override
    public boolean tryAdvance(Consumer<? super Transfer> action) {
        while (ready.isEmpty() && !ended) {
            read();
        }
        Transfer next = ready.poll();
        if (next == null) {
            return false;
        }
        action.accept(next);
        return true;
    }

    private void read() {
        if (!begun) {
            begun = true;
            xml.step();
        }
        xml.startObject();
        if (!xml.toNextChild()) {
            ended = true;
            xml.finish();
        } else if (xml.namespace().equals(XZuFi.NAMESPACE) && xml.name().equals("schreibe")) {
            write();
        } else if (xml.namespace().equals(XZuFi.NAMESPACE) && xml.name().equals("loesche")) {
            delete();
        } else {
            xml.skipElement();
        }
    }

    private void write() {
        int line = xml.line();
        SchreibeElement element = xml.bind(jaxb, SchreibeElement.class, findings);
        element.objekte.forEach(o -> ready.add(new Transfer.Schreibe(o)));
        element.weitere.forEach(o -> ready.add(new Transfer.Schreibe(XZuFi.unknown(o))));
        if (ready.isEmpty()) {
            findings.accept(Finding.warning(
                            "xzufi.empty", "", "Ein „schreibe“ enthält nichts.", "A \"schreibe\" holds nothing.")
                    .atLine(line));
        }
    }

    private void delete() {
        int line = xml.line();
        LoescheElement element = xml.bind(jaxb, LoescheElement.class, findings);
        if (element.klasse == null || element.id == null) {
            findings.accept(Finding.warning(
                            "xzufi.empty",
                            "",
                            "Ein „loesche“ nennt keine Klasse oder keine id.",
                            "A \"loesche\" names no class or no id.")
                    .atLine(line));
        } else {
            ready.add(new Transfer.Loesche(element.klasse, element.id));
        }
    }
}
