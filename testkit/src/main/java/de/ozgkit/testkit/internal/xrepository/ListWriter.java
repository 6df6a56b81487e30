// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.xrepository;

import de.ozgkit.xoevfim.genericode.CodeList;
import de.ozgkit.xoevfim.genericode.Genericode;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a code list in genericode 1.0 as XRepository does: only the root is qualified. */
public final class ListWriter {

    private static final String HANDBOOK = "http://xoev.de/schemata/genericode/4";

    private ListWriter() {}

    /** The list as UTF-8. */
    public static byte[] write(CodeList list) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("gc", "CodeList", Genericode.NAMESPACE);
            xml.writeNamespace("gc", Genericode.NAMESPACE);
            xml.writeNamespace("xoev", HANDBOOK);
            identification(xml, list);
            columns(xml, list);
            rows(xml, list);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("the code list cannot be written as XML", e);
        }
        return out.toByteArray();
    }

    private static void identification(XMLStreamWriter xml, CodeList list) throws XMLStreamException {
        xml.writeStartElement("Identification");
        text(xml, "ShortName", list.shortName());
        text(xml, "LongName", list.longName());
        text(xml, "Version", list.version());
        text(xml, "CanonicalUri", list.canonicalUri());
        text(xml, "CanonicalVersionUri", list.canonicalVersionUri());
        xml.writeEndElement();
    }

    private static void columns(XMLStreamWriter xml, CodeList list) throws XMLStreamException {
        xml.writeStartElement("ColumnSet");
        for (CodeList.Column column : list.columns()) {
            xml.writeStartElement("Column");
            xml.writeAttribute("Id", column.id());
            xml.writeAttribute("Use", column.required() ? "required" : "optional");
            text(xml, "ShortName", column.id());
            xml.writeEmptyElement("Data");
            xml.writeAttribute("Type", "string");
            xml.writeEndElement();
        }
        for (CodeList.Key key : list.keys()) {
            xml.writeStartElement("Key");
            xml.writeAttribute("Id", key.id());
            if (key.recommended()) {
                xml.writeStartElement("Annotation");
                xml.writeStartElement("AppInfo");
                xml.writeEmptyElement("xoev", "recommendedKeyColumn", HANDBOOK);
                xml.writeEndElement();
                xml.writeEndElement();
            }
            text(xml, "ShortName", key.id());
            for (String column : key.columns()) {
                xml.writeEmptyElement("ColumnRef");
                xml.writeAttribute("Ref", column);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void rows(XMLStreamWriter xml, CodeList list) throws XMLStreamException {
        xml.writeStartElement("SimpleCodeList");
        for (Map<String, String> row : list.rows()) {
            xml.writeStartElement("Row");
            for (CodeList.Column column : list.columns()) {
                String value = row.get(column.id());
                if (value != null) {
                    xml.writeStartElement("Value");
                    xml.writeAttribute("ColumnRef", column.id());
                    text(xml, "SimpleValue", value);
                    xml.writeEndElement();
                }
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
