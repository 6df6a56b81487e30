// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.internal.XmlInput;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** One document of any version, read change by change. A report or export of 2.1.0 and a bare object count as writes of their objects. */
final class XZuFiDocument implements AutoCloseable {

    private static final Map<String, Class<? extends TransferObjekt>> OBJECTS = Map.of(
            "leistung", Leistung.class,
            "ergebnisLeistung", Leistung.class,
            "spezialisierung", Spezialisierung.class,
            "organisationseinheit", Organisationseinheit.class,
            "ergebnisOrganisationseinheit", Organisationseinheit.class,
            "onlinedienst", Onlinedienst.class,
            "formular", Formular.class,
            "zustaendigkeitTransferObjekt", ZustaendigkeitTransferObjekt.class);

    private final String name;
    private final XmlInput xml;
    private final Consumer<Finding> findings;
    private final Head head;
    private int inside;
    private long changes;
    private boolean begun;
    private boolean ended;

    private XZuFiDocument(String name, XmlInput xml, Consumer<Finding> findings, Head head) {
        this.name = name;
        this.xml = xml;
        this.findings = findings;
        this.head = head;
    }

    static XZuFiDocument open(Source source, Consumer<Finding> findings, Consumer<Nachricht> messages) {
        XZuFiVersion.AsModel namespaces = new XZuFiVersion.AsModel();
        XmlInput xml = new XmlInput(source.content().get(), XmlInput.OBJECT_BYTES, namespaces);
        try {
            xml.toRoot();
            String namespace = xml.namespace();
            if (!namespace.equals(XZuFi.NAMESPACE)) {
                throw new RejectedException(
                        "xzufi.version",
                        XZuFiVersion.isAny(namespace)
                                ? "this version of XZuFi is not known; ask the sender for 2.2.0"
                                : "the root element is not of XZuFi, see line " + xml.line());
            }
            Head head = new Head(namespaces.version().orElseThrow(), xml, messages);
            return new XZuFiDocument(source.name(), xml, of(source.name(), findings), head);
        } catch (RuntimeException e) {
            xml.close();
            throw named(source.name(), e);
        }
    }

    private static Consumer<Finding> of(String name, Consumer<Finding> findings) {
        return f -> findings.accept(
                f.path().isEmpty() ? new Finding(f.severity(), f.rule(), name, f.line(), f.text(), f.english()) : f);
    }

    private static RuntimeException named(String name, RuntimeException e) {
        if (name.isEmpty() || !(e instanceof RejectedException rejected)) {
            return e;
        }
        String message =
                String.valueOf(e.getMessage()).substring(rejected.code().length() + 2);
        return new RejectedException(rejected.code(), name + ": " + message, e);
    }

    String name() {
        return name;
    }

    long bytesRead() {
        return xml.bytesRead();
    }

    /** How many changes are behind. */
    long changes() {
        return changes;
    }

    /** Adds what the next change holds, nothing if that is empty; false at the end. */
    boolean next(Deque<Transfer> ready) {
        try {
            if (!toChange()) {
                return false;
            }
            changes++;
            switch (xml.name()) {
                case "schreibe" -> write(ready);
                case "loesche" -> delete(ready);
                default -> ready.add(new Transfer.Schreibe(object(xml.name())));
            }
            return true;
        } catch (RejectedException e) {
            throw named(name, e);
        }
    }

    /** Passes over the next change; false at the end. */
    boolean skip() {
        try {
            if (!toChange()) {
                return false;
            }
            changes++;
            xml.skipElement();
            return true;
        } catch (RejectedException e) {
            throw named(name, e);
        }
    }

    private boolean toChange() {
        while (!ended) {
            xml.startObject();
            if (begin() || (!ended && child())) {
                head.tell();
                return true;
            }
        }
        return false;
    }

    /** At the root: true if it is itself an object. */
    private boolean begin() {
        if (begun) {
            return false;
        }
        begun = true;
        if (OBJECTS.containsKey(xml.name())) {
            return true;
        }
        xml.step();
        return false;
    }

    /** At what is next: true if it is a change. */
    private boolean child() {
        if (!xml.toNextChild()) {
            if (inside > 0) {
                inside--;
                xml.step();
            } else {
                ended = true;
                xml.finish();
                head.tell();
            }
            return false;
        }
        String element = xml.namespace().equals(XZuFi.NAMESPACE) ? xml.name() : "";
        switch (element) {
            case "schreibe", "loesche" -> {
                return true;
            }
            case "antwort" -> {
                inside++;
                xml.step();
            }
            case "antwortnummer", "antwortrueckgabecode" -> xml.skipElement();
            default -> {
                if (OBJECTS.containsKey(element)) {
                    return true;
                }
                if (!head.take(element, xml, findings)) {
                    report(
                            "xzufi.element",
                            xml.line(),
                            "Ein Element, das hier nicht vorgesehen ist, bleibt ungelesen.",
                            "An element that does not belong here stays unread.");
                    xml.skipElement();
                }
            }
        }
        return false;
    }

    private TransferObjekt object(String element) {
        return xml.bind(OBJECTS.getOrDefault(element, Leistung.class), findings);
    }

    private void write(Deque<Transfer> ready) {
        int line = xml.line();
        SchreibeElement element = xml.bind(SchreibeElement.class, findings);
        element.objekte.forEach(o -> ready.add(new Transfer.Schreibe(o)));
        element.weitere.forEach(o -> ready.add(new Transfer.Schreibe(unknown(o))));
        if (ready.isEmpty()) {
            report("xzufi.empty", line, "Ein „schreibe“ enthält nichts.", "A \"schreibe\" holds nothing.");
        }
    }

    private static TransferObjekt unknown(Object any) {
        if (any instanceof Element element) {
            return new UnbekanntesObjekt(element);
        }
        throw new RejectedException("xzufi.object", "a write holds something that is no object");
    }

    private void delete(Deque<Transfer> ready) {
        int line = xml.line();
        LoescheElement element = xml.bind(LoescheElement.class, findings);
        if (element.klasse == null || element.id == null) {
            report(
                    "xzufi.empty",
                    line,
                    "Ein „loesche“ nennt keine Klasse oder keine id.",
                    "A \"loesche\" names no class or no id.");
        } else {
            ready.add(new Transfer.Loesche(element.klasse, element.id));
        }
    }

    private void report(String rule, int line, String german, String english) {
        findings.accept(Finding.warning(rule, "", german, english).atLine(line));
    }

    @Override
    public void close() {
        xml.close();
    }

    /** Collects what stands before the changes. */
    private static final class Head {

        private static final String[] ATTRIBUTES = {
            "produktbezeichnung", "produkthersteller", "produktversion", "xzufiVersion"
        };

        private final XZuFiVersion version;
        private final String rootName;
        private final Map<String, String> attributes = new TreeMap<>();
        private final Consumer<Nachricht> listener;
        private @Nullable Nachrichtenkopf kopf;
        private @Nullable String transaktionID;
        private @Nullable String transaktionPosition;
        private boolean told;

        Head(XZuFiVersion version, XmlInput xml, Consumer<Nachricht> listener) {
            this.version = version;
            this.rootName = xml.name();
            this.listener = listener;
            for (String attribute : ATTRIBUTES) {
                String value = xml.attribute(attribute);
                if (value != null) {
                    attributes.put(attribute, value);
                }
            }
        }

        /** Takes an element that belongs to the head and steps behind it; false if it does not. */
        boolean take(String element, XmlInput xml, Consumer<Finding> findings) {
            switch (element) {
                case "nachrichtenkopf" -> kopf = xml.bind(Nachrichtenkopf.class, findings);
                case "transaktionID" -> {
                    transaktionID = xml.text();
                    xml.step();
                }
                case "transaktionPosition" -> {
                    transaktionPosition = xml.text();
                    xml.step();
                }
                default -> {
                    return false;
                }
            }
            return true;
        }

        void tell() {
            if (!told) {
                told = true;
                listener.accept(new Nachricht(
                        version,
                        rootName,
                        attributes,
                        Optional.ofNullable(kopf),
                        Optional.ofNullable(transaktionID),
                        Optional.ofNullable(transaktionPosition)));
            }
        }
    }
}
