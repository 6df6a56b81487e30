// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import de.ozgkit.core.xml.SafeXml;
import de.ozgkit.xoevfim.genericode.CodeList;
import de.ozgkit.xoevfim.genericode.Genericode;
import de.ozgkit.xoevfim.internal.XmlOutput;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A code list beside a schema of version 2. */
final class CodeListFile {

    // What may become part of a file name.
    private static final Pattern ID = Pattern.compile("C[0-9]{1,20}");

    private CodeListFile() {}

    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    static Path of(Path schema, String id) {
        return schema.resolveSibling(id + "_genericode.xml");
    }

    static void write(CodeList list, OutputStream out) {
        Document document = SafeXml.newDocument();
        Element root = document.createElementNS(Genericode.NAMESPACE, "gc:CodeList");
        document.appendChild(root);
        Element names = add(root, "Identification");
        add(names, "ShortName").setTextContent(list.shortName());
        add(names, "LongName").setTextContent(list.longName().isEmpty() ? list.shortName() : list.longName());
        add(names, "Version").setTextContent(list.version());
        add(names, "CanonicalUri").setTextContent(list.canonicalUri());
        add(names, "CanonicalVersionUri").setTextContent(list.canonicalVersionUri());
        columns(list, add(root, "ColumnSet"));
        Element rows = add(root, "SimpleCodeList");
        list.rows().forEach(row -> {
            Element made = add(rows, "Row");
            list.columns().stream().map(CodeList.Column::id).filter(row::containsKey).forEach(column -> {
                Element value = add(made, "Value");
                value.setAttribute("ColumnRef", column);
                add(value, "SimpleValue").setTextContent(row.get(column));
            });
        });
        XmlOutput.write(document, out, true);
    }

    private static void columns(CodeList list, Element set) {
        for (CodeList.Column column : list.columns()) {
            Element made = add(set, "Column");
            made.setAttribute("Id", column.id());
            made.setAttribute("Use", column.required() ? "required" : "optional");
            add(made, "ShortName").setTextContent(column.id());
            add(made, "Data").setAttribute("Type", "string");
        }
        for (CodeList.Key key : list.keys()) {
            Element made = add(set, "Key");
            made.setAttribute("Id", key.id());
            add(made, "ShortName").setTextContent(key.id());
            key.columns().forEach(column -> add(made, "ColumnRef").setAttribute("Ref", column));
        }
    }

    private static Element add(Node parent, String name) {
        Document document = parent.getOwnerDocument();
        Element child = document.createElementNS(null, name);
        parent.appendChild(child);
        return child;
    }
}
