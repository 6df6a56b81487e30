// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.xml;

import java.io.InputStream;
import java.io.Reader;
import javax.xml.stream.EventFilter;
import javax.xml.stream.StreamFilter;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLReporter;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.XMLEventAllocator;
import javax.xml.transform.Source;

/** A parser that knows no property at all, so that nothing can be switched off in it. Nobody may get as far as reading with it. */
final class StubbornFactory extends XMLInputFactory {

    @Override
    public void setProperty(String name, Object value) {
        throw new IllegalArgumentException("unknown property " + name);
    }

    @Override
    public Object getProperty(String name) {
        throw new IllegalArgumentException("unknown property " + name);
    }

    @Override
    public boolean isPropertySupported(String name) {
        return false;
    }

    @Override
    public XMLStreamReader createXMLStreamReader(Reader reader) {
        throw used();
    }

    @Override
    public XMLStreamReader createXMLStreamReader(Source source) {
        throw used();
    }

    @Override
    public XMLStreamReader createXMLStreamReader(InputStream stream) {
        throw used();
    }

    @Override
    public XMLStreamReader createXMLStreamReader(InputStream stream, String encoding) {
        throw used();
    }

    @Override
    public XMLStreamReader createXMLStreamReader(String systemId, InputStream stream) {
        throw used();
    }

    @Override
    public XMLStreamReader createXMLStreamReader(String systemId, Reader reader) {
        throw used();
    }

    @Override
    public XMLEventReader createXMLEventReader(Reader reader) {
        throw used();
    }

    @Override
    public XMLEventReader createXMLEventReader(String systemId, Reader reader) {
        throw used();
    }

    @Override
    public XMLEventReader createXMLEventReader(XMLStreamReader reader) {
        throw used();
    }

    @Override
    public XMLEventReader createXMLEventReader(Source source) {
        throw used();
    }

    @Override
    public XMLEventReader createXMLEventReader(InputStream stream) {
        throw used();
    }

    @Override
    public XMLEventReader createXMLEventReader(InputStream stream, String encoding) {
        throw used();
    }

    @Override
    public XMLEventReader createXMLEventReader(String systemId, InputStream stream) {
        throw used();
    }

    @Override
    public XMLStreamReader createFilteredReader(XMLStreamReader reader, StreamFilter filter) {
        throw used();
    }

    @Override
    public XMLEventReader createFilteredReader(XMLEventReader reader, EventFilter filter) {
        throw used();
    }

    @Override
    public XMLResolver getXMLResolver() {
        throw used();
    }

    @Override
    public void setXMLResolver(XMLResolver resolver) {
        throw used();
    }

    @Override
    public XMLReporter getXMLReporter() {
        throw used();
    }

    @Override
    public void setXMLReporter(XMLReporter reporter) {
        throw used();
    }

    @Override
    public void setEventAllocator(XMLEventAllocator allocator) {
        throw used();
    }

    @Override
    public XMLEventAllocator getEventAllocator() {
        throw used();
    }

    private static IllegalStateException used() {
        return new IllegalStateException("an unsafe parser was used");
    }
}
