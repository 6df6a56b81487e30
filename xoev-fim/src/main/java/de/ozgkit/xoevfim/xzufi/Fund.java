// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Finds values by their names among elements that were kept as they came. */
final class Fund {

    private static final int LONGEST_NUMBER = 20;

    private final List<Element> elements = new ArrayList<>();

    Fund(List<Object> weitere) {
        weitere.forEach(any -> {
            if (any instanceof Element element) {
                collect(element);
            }
        });
    }

    private void collect(Element element) {
        elements.add(element);
        children(element).forEach(this::collect);
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

    boolean has(Predicate<String> name) {
        return elements.stream().map(Element::getLocalName).anyMatch(name);
    }

    /** The first element of this name that holds a whole number: what stands around it may have the same name. */
    OptionalInt zahl(String name) {
        return named(name)
                .map(e -> Wert.zahl(word(e)))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    /** The first code of a list. */
    Optional<String> code() {
        return named("code").map(Fund::word).filter(t -> !t.isEmpty()).findFirst();
    }

    /** The code of a list if there is one, else the words, of the first element of this name that has any. */
    Optional<String> text(String name) {
        return named(name).map(Fund::word).filter(t -> !t.isEmpty()).findFirst();
    }

    List<StringLocalized> texts(String name) {
        return named(name)
                .map(e -> StringLocalized.of(e.getAttribute("languageCode"), e.getTextContent()))
                .toList();
    }

    Optional<Betrag> betrag(String name) {
        return named(name).flatMap(e -> amount(e).stream()).findFirst();
    }

    private Stream<Element> named(String name) {
        return elements.stream().filter(e -> name.equals(e.getLocalName()));
    }

    private static String word(Element element) {
        return children(element).stream()
                .filter(c -> c.getLocalName().equals("code"))
                .findFirst()
                .map(Fund::word)
                .orElseGet(() -> element.getTextContent().strip());
    }

    private static Optional<Betrag> amount(Element element) {
        Optional<String> currency = currency(element);
        List<Element> children = children(element);
        if (children.isEmpty()) {
            return number(element.getTextContent()).map(n -> new Betrag(n, currency));
        }
        return children.stream()
                .filter(c -> !isCurrency(c))
                .flatMap(c ->
                        number(c.getTextContent()).stream().map(n -> new Betrag(n, currency.or(() -> currency(c)))))
                .findFirst();
    }

    private static Optional<String> currency(Element element) {
        List<Node> places = new ArrayList<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            places.add(attributes.item(i));
        }
        places.addAll(children(element));
        return places.stream()
                .filter(Fund::isCurrency)
                .map(place -> place instanceof Element e
                        ? word(e)
                        : place.getNodeValue().strip())
                .filter(t -> !t.isEmpty())
                .findFirst();
    }

    private static boolean isCurrency(Node node) {
        String name = node.getLocalName() == null ? "" : node.getLocalName().toLowerCase(Locale.ROOT);
        return name.startsWith("currency") || name.startsWith("waehrung");
    }

    /** Plain decimals with a point or a comma; no exponent, which could stand for a gigabyte of zeros. */
    private static Optional<BigDecimal> number(String text) {
        String plain = text.strip().replace(',', '.');
        boolean decimal = !plain.isEmpty()
                && plain.length() <= LONGEST_NUMBER
                && plain.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
        try {
            return decimal ? Optional.of(new BigDecimal(plain)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
