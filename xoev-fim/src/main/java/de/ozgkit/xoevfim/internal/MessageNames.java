// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
import jakarta.xml.bind.annotation.XmlType;
import java.util.Locale;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Names of types, elements and attributes where the annotations leave them to the defaults of Jakarta XML Binding (8.12). */
final class MessageNames {

    private static final String DEFAULT = "##default";

    private MessageNames() {}

    static QName ofType(Class<?> type) {
        XmlType named = type.getAnnotation(XmlType.class);
        String simple = type.getSimpleName();
        String name = named == null || named.name().equals(DEFAULT)
                ? simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1)
                : named.name();
        return new QName(
                named == null || named.namespace().equals(DEFAULT) ? namespaceOf(type) : named.namespace(), name);
    }

    static String elementNamespace(Class<?> declaring, String namespace) {
        XmlSchema schema = schema(declaring);
        boolean qualified = schema != null && schema.elementFormDefault() == XmlNsForm.QUALIFIED;
        return !namespace.equals(DEFAULT)
                ? namespace
                : qualified ? ofType(declaring).getNamespaceURI() : "";
    }

    static String attributeNamespace(Class<?> declaring, String namespace) {
        XmlSchema schema = schema(declaring);
        boolean qualified = schema != null && schema.attributeFormDefault() == XmlNsForm.QUALIFIED;
        return !namespace.equals(DEFAULT)
                ? namespace
                : qualified ? ofType(declaring).getNamespaceURI() : "";
    }

    static String or(String name, String otherwise) {
        return name.equals(DEFAULT) ? otherwise : name;
    }

    private static String namespaceOf(Class<?> type) {
        XmlSchema schema = schema(type);
        return schema == null ? "" : schema.namespace();
    }

    private static @Nullable XmlSchema schema(Class<?> type) {
        return type.getPackage().getAnnotation(XmlSchema.class);
    }
}
