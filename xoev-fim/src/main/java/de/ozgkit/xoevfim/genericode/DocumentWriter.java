// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode;

import de.ozgkit.core.xml.SafeXml;
import de.ozgkit.xoevfim.genericode.v1.Annotation;
import de.ozgkit.xoevfim.genericode.v1.AnyContent;
import de.ozgkit.xoevfim.genericode.v1.CodeListDocument;
import de.ozgkit.xoevfim.genericode.v1.Column;
import de.ozgkit.xoevfim.genericode.v1.ColumnSet;
import de.ozgkit.xoevfim.genericode.v1.Data;
import de.ozgkit.xoevfim.genericode.v1.Identification;
import de.ozgkit.xoevfim.genericode.v1.Key;
import de.ozgkit.xoevfim.genericode.v1.KeyColumnRef;
import de.ozgkit.xoevfim.genericode.v1.Name;
import de.ozgkit.xoevfim.genericode.v1.Row;
import de.ozgkit.xoevfim.genericode.v1.SimpleCodeList;
import de.ozgkit.xoevfim.genericode.v1.Value;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Makes a document from a table, with metadata of XÖV handbook 1.2. */
final class DocumentWriter {

    private static final String METADATA = "http://xoev.de/schemata/genericode/4";

    private final Document dom = SafeXml.newDocument();

    private DocumentWriter() {}

    static CodeListDocument document(CodeList list) {
        DocumentWriter writer = new DocumentWriter();
        CodeListDocument document = new CodeListDocument();
        document.annotation = writer.annotation(list.metadata());
        document.identification = identification(list);
        document.columnSet = new ColumnSet();
        for (CodeList.Column column : list.columns()) {
            document.columnSet.columns.add(column(column));
        }
        for (CodeList.Key key : list.keys()) {
            document.columnSet.keys.add(writer.key(key));
        }
        document.simpleCodeList = new SimpleCodeList();
        for (Map<String, String> row : list.rows()) {
            Row made = row(list, row);
            // The standard knows no row without a value.
            if (!made.value.isEmpty()) {
                document.simpleCodeList.row.add(made);
            }
        }
        return document;
    }

    private @Nullable Annotation annotation(XoevMetadata metadata) {
        AnyContent description = new AnyContent();
        add(description, "shortName", metadata.shortName());
        add(description, "codelistDescription", metadata.description());
        add(description, "agencyShortName", metadata.publisher());
        add(description, "versionDescription", metadata.versionDescription());
        add(description, "validFrom", metadata.validFrom().map(LocalDate::toString));
        add(description, "versionHandbook", metadata.handbookVersion());
        add(description, "changes", metadata.changes());
        if (description.content.isEmpty()) {
            return null;
        }
        Annotation annotation = new Annotation();
        annotation.description.add(description);
        return annotation;
    }

    private void add(AnyContent content, String name, Optional<String> text) {
        text.ifPresent(t -> {
            Element element = element(name);
            element.setTextContent(t);
            content.content.add(element);
        });
    }

    private Element element(String name) {
        return dom.createElementNS(METADATA, "xoev-cl-4:" + name);
    }

    private static Identification identification(CodeList list) {
        Identification names = new Identification();
        names.shortName = Name.of(list.shortName());
        if (!list.longName().isEmpty()) {
            names.longName.add(Name.of(list.longName()));
        }
        names.version = list.version();
        names.canonicalUri = list.canonicalUri();
        names.canonicalVersionUri = list.canonicalVersionUri();
        return names;
    }

    private static Column column(CodeList.Column from) {
        Column column = new Column();
        column.id = from.id();
        column.use = from.required() ? "required" : "optional";
        column.shortName = Name.of(from.id());
        column.longName.add(Name.of(from.name()));
        column.data = new Data();
        column.data.type = "string";
        return column;
    }

    private Key key(CodeList.Key from) {
        Key key = new Key();
        key.id = from.id();
        key.shortName = Name.of(from.id());
        if (from.recommended()) {
            key.annotation = new Annotation();
            key.annotation.appInfo = new AnyContent();
            key.annotation.appInfo.content.add(element("recommendedKeyColumn"));
        }
        for (String column : from.columns()) {
            KeyColumnRef ref = new KeyColumnRef();
            ref.ref = column;
            key.columnRef.add(ref);
        }
        return key;
    }

    private static Row row(CodeList list, Map<String, String> from) {
        Row row = new Row();
        for (CodeList.Column column : list.columns()) {
            if (from.containsKey(column.id())) {
                Value value = new Value();
                value.columnRef = column.id();
                value.simpleValue = from.get(column.id());
                row.value.add(value);
            }
        }
        return row;
    }
}
