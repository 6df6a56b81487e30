// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.internal.XmlInput;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads code lists in genericode 1.0. Children are accepted without a namespace, as the standard has it, and with one, as FIM editors
 * write them.
 *
 * <p>Source: OASIS genericode 1.0; XÖV handbook for the recommended key.
 *
 * @since 0.1
 */
public final class Genericode {

    /** The namespace of the root element. */
    public static final String NAMESPACE = "http://docs.oasis-open.org/codelist/ns/genericode/1.0/";

    private final XmlInput xml;
    private final Map<String, String> identification = new LinkedHashMap<>();
    private final List<CodeList.Column> columns = new ArrayList<>();
    private final List<CodeList.Key> keys = new ArrayList<>();
    private final List<Map<String, String>> rows = new ArrayList<>();

    private Genericode(XmlInput xml) {
        this.xml = xml;
    }

    /**
     * Reads a file.
     *
     * @throws de.ozgkit.core.ConfigurationException if it cannot be read
     * @throws RejectedException if it is no code list
     */
    public static CodeList read(Path file) {
        return read(XmlInput.open(file));
    }

    /**
     * Reads a stream and closes it.
     *
     * @throws RejectedException if it is no code list
     */
    public static CodeList read(InputStream in) {
        try (XmlInput xml = new XmlInput(in, XmlInput.DOCUMENT_BYTES)) {
            xml.toRoot();
            if (!xml.namespace().equals(NAMESPACE) || !xml.name().equals("CodeList")) {
                throw new RejectedException(
                        "genericode.root", "a CodeList of genericode 1.0 was expected, see line " + xml.line());
            }
            CodeList list = new Genericode(xml).codeList();
            xml.finish();
            return list;
        }
    }

    private CodeList codeList() {
        children(name -> {
            switch (name) {
                case "Identification" -> children(child -> identification.putIfAbsent(child, textOrSkip(child)));
                case "ColumnSet" -> children(this::columnOrKey);
                case "SimpleCodeList" -> children(row -> rows.add(row()));
                default -> xml.skipElement();
            }
        });
        return new CodeList(
                named("ShortName"),
                named("LongName"),
                named("Version"),
                named("CanonicalUri"),
                named("CanonicalVersionUri"),
                columns,
                keys,
                rows);
    }

    private String named(String name) {
        return identification.getOrDefault(name, "").strip();
    }

    private String textOrSkip(String name) {
        if (name.equals("Agency")) {
            xml.skipElement();
            return "";
        }
        return text();
    }

    private void columnOrKey(String name) {
        String id = orEmpty(xml.attribute("Id"));
        switch (name) {
            case "Column" -> {
                columns.add(new CodeList.Column(id, "required".equals(xml.attribute("Use"))));
                xml.skipElement();
            }
            case "Key" -> {
                List<String> refs = new ArrayList<>();
                boolean[] recommended = {false};
                children(child -> {
                    switch (child) {
                        case "ColumnRef" -> {
                            refs.add(orEmpty(xml.attribute("Ref")));
                            xml.skipElement();
                        }
                        case "Annotation" -> recommended[0] |= recommends();
                        default -> xml.skipElement();
                    }
                });
                keys.add(new CodeList.Key(id, refs, recommended[0]));
            }
            default -> xml.skipElement();
        }
    }

    /** Whether an Annotation says that this key is the code to use; the three versions of the XÖV handbook name it differently. */
    private boolean recommends() {
        boolean[] found = {false};
        children(name -> {
            if (name.equals("AppInfo")) {
                children(mark -> {
                    found[0] |= mark.equals("recommendedKeyColumn")
                            || mark.equals("empfohleneCodeSpalte")
                            || mark.equals("xoev-code");
                    xml.skipElement();
                });
            } else {
                xml.skipElement();
            }
        });
        return found[0];
    }

    /** A value without a reference belongs to the column behind the previous one. */
    private Map<String, String> row() {
        Map<String, String> row = new LinkedHashMap<>();
        int[] column = {-1};
        children(name -> {
            if (!name.equals("Value")) {
                xml.skipElement();
                return;
            }
            String ref = xml.attribute("ColumnRef");
            column[0] = ref == null ? column[0] + 1 : indexOf(ref);
            String id = ref != null
                    ? ref
                    : column[0] < columns.size() ? columns.get(column[0]).id() : "";
            children(value -> {
                if (value.equals("SimpleValue")) {
                    row.put(id, text());
                } else {
                    xml.skipElement();
                }
            });
        });
        return row;
    }

    private int indexOf(String ref) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).id().equals(ref)) {
                return i;
            }
        }
        return columns.size();
    }

    private String text() {
        String text = xml.text();
        xml.step();
        return text;
    }

    /** Visits each child of the current element by its local name; the visitor leaves the reader behind the child. */
    private void children(Visitor visitor) {
        xml.step();
        while (xml.toNextChild()) {
            visitor.at(xml.name());
        }
        xml.step();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private interface Visitor {
        void at(String name);
    }
}
