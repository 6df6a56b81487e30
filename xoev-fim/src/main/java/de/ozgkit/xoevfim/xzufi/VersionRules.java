// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Turns a tree of the common model into one of a version (1.3, 1.5): its namespace, its order, and nothing that only the other version
 * knows. What no version knows stays, since the sender may know better.
 */
final class VersionRules {

    private static final Set<String> FORM_2 = Set.of("typ", "referenzFormularID");
    private static final Set<String> FORM_3 = Set.of("art", "formularReferenz");

    private static final List<String> DOCUMENT = List.of(
            "typ", "art", "bezeichnung", "beschreibung", "referenzFormularID", "formularReferenz", "angabeSignatur");

    /** Children that only 2.2.0 has, by the name of their parent. */
    private static final Map<String, Set<String>> ONLY_2_2_0 = Map.ofEntries(
            entry(
                    "leistung",
                    Set.of(
                            "referenzLeiKa",
                            "kennzeichenSchriftformerfordernis",
                            "informationsbereichSDG",
                            "idLeistungImKontext",
                            "idProzess",
                            "kennzeichenEA",
                            "versionsinformation")),
            entry("struktur", Set.of("leistungsgruppierung", "verrichtung")),
            entry("modulDokument", Set.of("beschreibung")),
            entry(
                    "dokumentEingehend",
                    Set.of("typ", "bezeichnung", "beschreibung", "referenzFormularID", "angabeSignatur")),
            entry("dokumentAusgehend", FORM_2),
            entry("dokument", FORM_2),
            entry("relevantFuerStaatsangehoerigkeit", Set.of("code", "name")));

    /** Children that only 2.3.1 has, by the name of their parent. */
    private static final Map<String, Set<String>> ONLY_2_3_1 = Map.ofEntries(
            entry(
                    "leistung",
                    Set.of(
                            "statusKatalog",
                            "statusBibliothek",
                            "detailstufe",
                            "referenzLeistungsschluessel",
                            "bezugsortTyp",
                            "kennzeichenFormularSchriftformerfordernis",
                            "kennzeichenFormularPersoenlich",
                            "kennzeichenFormularFormlos",
                            "informationsbereicheSDG",
                            "leistungImKontextID",
                            "prozessID",
                            "durchfuehrbarEinheitlicheStelle",
                            "versionsinformationen")),
            entry("struktur", Set.of("leistungsgruppierungLeiKa", "verrichtungLeiKa")),
            entry("modulDokument", Set.of("zugangskanal", "beschreibungEingehend", "beschreibungAusgehend")),
            entry("modulUrsprungsportal", Set.of("zugangskanal", "dynamischeParameter")),
            entry(
                    "dokumentEingehend",
                    Set.of(
                            "art",
                            "formularReferenz",
                            "pflichtangabetyp",
                            "pflichtangabeGrundKontextabhaengigkeit",
                            "kennzeichenAusloeser",
                            "dokument")),
            entry("dokumentAusgehend", FORM_3),
            entry("relevantFuerStaatsangehoerigkeit", Set.of("staatsangehoerigkeit", "staatengruppe")),
            entry("sprachversion", Set.of("kennzeichenMaschinelleUebersetzung", "maschinelleUebersetzung")),
            entry("klasse", Set.of("typ")));

    /** What is there at most once, by parent. */
    private static final Map<XZuFiVersion, Set<String>> ONCE = Map.of(
            XZuFiVersion.V2_2_0,
            Set.of(
                    "modulFrist",
                    "modulKosten",
                    "modulBearbeitungsdauer",
                    "modulFachlicheFreigabe",
                    "modulAuskunftshinweis",
                    "modulDokument"),
            XZuFiVersion.V2_3_1,
            Set.of("relevantFuerStaatsangehoerigkeit"));

    /** Where unknown elements come first. */
    private static final Map<String, List<String>> ORDER_2_2_0 =
            Map.of("dokumentEingehend", DOCUMENT, "dokumentAusgehend", DOCUMENT);

    /** Where 2.3.1 orders otherwise than the classes. */
    private static final Map<String, List<String>> ORDER_2_3_1 = Map.of(
            "leistung",
            List.of(
                    "id",
                    "idSekundaer",
                    "struktur",
                    "statusKatalog",
                    "statusBibliothek",
                    "detailstufe",
                    "referenzLeistungsschluessel",
                    "leistungsadressat",
                    "bezugsortTyp",
                    "modulText",
                    "modulTextIndividuell",
                    "modulFrist",
                    "modulBearbeitungsdauer",
                    "modulKosten",
                    "modulDokument",
                    "modulBegriffImKontext",
                    "modulFachlicheFreigabe",
                    "modulAuskunftshinweis",
                    "modulUrsprungsportal",
                    "typisierung",
                    "vertrauensniveau",
                    "kennzeichenFormularSchriftformerfordernis",
                    "kennzeichenFormularPersoenlich",
                    "kennzeichenFormularFormlos",
                    "kategorie",
                    "klassifizierung",
                    "informationsbereicheSDG",
                    "leistungImKontextID",
                    "prozessID",
                    "herausgeber",
                    "gueltigkeitGebietID",
                    "durchfuehrbarEinheitlicheStelle",
                    "relevantFuerWirtschaftszweig",
                    "relevantFuerRechtsform",
                    "relevantFuerStaatsangehoerigkeit",
                    "versionsinformationen",
                    "sprachversion",
                    "gueltigkeit"),
            "kategorie",
            List.of(
                    "id",
                    "idSekundaer",
                    "uebergeordneteKategorieID",
                    "untergeordneteKategorieID",
                    "klasse",
                    "bezeichnung",
                    "beschreibung"),
            "dokument",
            DOCUMENT,
            "dokumentAusgehend",
            DOCUMENT);

    private final XZuFiVersion version;
    private final Map<String, Set<String>> foreign;
    private final Map<String, List<String>> orders;

    VersionRules(XZuFiVersion version) {
        this.version = version;
        this.foreign = version == XZuFiVersion.V2_2_0 ? ONLY_2_3_1 : ONLY_2_2_0;
        this.orders = version == XZuFiVersion.V2_2_0 ? ORDER_2_2_0 : ORDER_2_3_1;
    }

    void apply(Document tree) {
        apply(tree, tree.getDocumentElement());
    }

    private void apply(Document tree, Element element) {
        List<Element> children = children(element);
        check(element.getLocalName(), children);
        List<String> order = orders.get(element.getLocalName());
        if (order != null) {
            sorted(children, order).forEach(element::appendChild);
        }
        children.forEach(child -> apply(tree, child));
        if (version != XZuFiVersion.V2_2_0) {
            rename(tree, element);
        }
    }

    private void check(String parent, List<Element> children) {
        Set<String> refused = foreign.getOrDefault(parent, Set.of());
        boolean module = version == XZuFiVersion.V2_2_0 && parent.startsWith("modul");
        Map<String, Integer> counts = new HashMap<>();
        for (Element child : children) {
            String name = child.getLocalName();
            boolean once = counts.merge(name, 1, Integer::sum) == 1
                    || !ONCE.getOrDefault(version, Set.of()).contains(name);
            if (refused.contains(name) || (module && name.equals("zugangskanal"))) {
                throw new IllegalArgumentException("XZuFi " + version.number() + " has no element " + name + " in "
                        + parent + "; change the object to this version first");
            }
            if (!once) {
                throw new IllegalArgumentException(
                        "XZuFi " + version.number() + " has at most one element " + name + " in " + parent);
            }
        }
    }

    /** An element that the order does not name stays behind the one that it stood behind. */
    private static List<Element> sorted(List<Element> children, List<String> order) {
        record Ranked(Element element, int rank) {}
        List<Ranked> ranked = new ArrayList<>();
        int rank = -1;
        for (Element child : children) {
            int own = order.indexOf(child.getLocalName());
            rank = own < 0 ? rank : own;
            ranked.add(new Ranked(child, rank));
        }
        return ranked.stream()
                .sorted(Comparator.comparingInt(Ranked::rank))
                .map(Ranked::element)
                .toList();
    }

    private void rename(Document tree, Element element) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())
                    && XZuFi.NAMESPACE.equals(attribute.getValue())) {
                attribute.setValue(version.namespace());
            }
        }
        if (XZuFi.NAMESPACE.equals(element.getNamespaceURI())) {
            tree.renameNode(element, version.namespace(), element.getTagName());
        }
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element e) {
                children.add(e);
            }
        }
        return children;
    }
}
