// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.catalogue;

import de.ozgkit.core.Ars;
import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.Leistungsschluessel;
import de.ozgkit.core.TrustLevel;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads our own transfers. */
final class XZuFiReader {

    private static final Map<String, TrustLevel> TRUST =
            Map.of("10", TrustLevel.BASIC, "20", TrustLevel.LOW, "30", TrustLevel.SUBSTANTIAL, "40", TrustLevel.HIGH);

    private XZuFiReader() {}

    static Transfers read(List<String> files) {
        List<Service> services = new ArrayList<>();
        List<Transfers.Unit> units = new ArrayList<>();
        List<Transfers.Responsibility> responsibilities = new ArrayList<>();
        for (String file : files) {
            for (Element write : children(parse(file), "schreibe")) {
                for (Element object : children(write, "*")) {
                    switch (object.getLocalName()) {
                        case "leistung" -> services.add(service(object));
                        case "organisationseinheit" -> units.add(new Transfers.Unit(
                                text(object, "id"),
                                text(children(object, "name").get(0), "name")));
                        case "zustaendigkeitTransferObjekt" -> {
                            Element z = children(object, "zustaendigkeit").get(0);
                            responsibilities.add(new Transfers.Responsibility(
                                    text(object, "uebergeordnetesObjektID"),
                                    text(z, "leistungID"),
                                    children(z, "gebietID").stream()
                                            .map(e -> Ars.of(e.getTextContent()))
                                            .toList()));
                        }
                        default -> {}
                    }
                }
            }
        }
        return new Transfers(services, units, responsibilities);
    }

    private static Service service(Element e) {
        Map<String, String> texts = new HashMap<>();
        Optional<URI> online = Optional.empty();
        for (Element module : children(e, "modulText")) {
            String code = code(module, "leikaTextmodul");
            texts.put(code, text(module, "inhalt"));
            if (code.equals("15")) {
                online = children(module, "weiterfuehrenderLink").stream()
                        .map(l -> URI.create(text(l, "uri")))
                        .findFirst();
            }
        }
        Set<Topic> topics = new LinkedHashSet<>();
        children(e, "kategorie")
                .forEach(k -> Topic.byLabel(text(k, "bezeichnung")).ifPresent(topics::add));
        List<String> addressees = children(e, "leistungsadressat").stream()
                .map(a -> a.getTextContent().trim())
                .toList();
        List<String> synonyms = new ArrayList<>();
        children(e, "modulBegriffImKontext")
                .forEach(m -> children(m, "begriffImKontext").forEach(b -> synonyms.add(text(b, "begriff"))));
        return new Service(
                text(e, "id"),
                children(e, "referenzLeiKa").stream()
                        .map(k -> Leistungsschluessel.of(k.getTextContent()))
                        .findFirst(),
                texts.getOrDefault("03", texts.getOrDefault("02", "")),
                texts.getOrDefault("02", ""),
                texts.getOrDefault("05", ""),
                List.copyOf(topics),
                addressees.contains("001"),
                addressees.contains("002"),
                synonyms,
                children(e, "gueltigkeitGebietID").stream()
                        .map(a -> Ars.of(a.getTextContent()))
                        .toList(),
                new Service.Texts(
                        SafeHtml.of(texts.getOrDefault("06", "")),
                        SafeHtml.of(texts.getOrDefault("09", "")),
                        SafeHtml.of(texts.getOrDefault("08", "")),
                        SafeHtml.of(texts.getOrDefault("11", "")),
                        SafeHtml.of(texts.getOrDefault("07", "")),
                        SafeHtml.of(texts.getOrDefault("16", "")),
                        nested(e, "modulKosten"),
                        nested(e, "modulBearbeitungsdauer"),
                        nested(e, "modulFrist")),
                Optional.ofNullable(TRUST.get(code(e, "vertrauensniveau"))),
                online);
    }

    private static String nested(Element e, String module) {
        return children(e, module).stream()
                .map(m -> text(m, "beschreibung"))
                .findFirst()
                .orElse("");
    }

    private static String code(Element e, String name) {
        return children(e, name).stream()
                .flatMap(c -> children(c, "code").stream())
                .map(c -> c.getTextContent().trim())
                .findFirst()
                .orElse("");
    }

    private static String text(Element e, String name) {
        return children(e, name).stream()
                .map(c -> c.getTextContent().trim())
                .findFirst()
                .orElse("");
    }

    private static List<Element> children(Element e, String name) {
        List<Element> found = new ArrayList<>();
        for (Node n = e.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element child && (name.equals("*") || name.equals(child.getLocalName()))) {
                found.add(child);
            }
        }
        return found;
    }

    private static Element parse(String file) {
        try (InputStream in = XZuFiReader.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new ConfigurationException("portal.data", "the data file " + file + " is missing");
            }
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(in).getDocumentElement();
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new ConfigurationException("portal.data", "the data file " + file + " cannot be read", e);
        }
    }
}
