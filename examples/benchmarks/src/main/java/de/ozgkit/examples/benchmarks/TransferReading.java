// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.benchmarks;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import de.ozgkit.xoevfim.xzufi.Identifikator;
import de.ozgkit.xoevfim.xzufi.Leistung;
import de.ozgkit.xoevfim.xzufi.Onlinedienst;
import de.ozgkit.xoevfim.xzufi.Organisationseinheit;
import de.ozgkit.xoevfim.xzufi.Transfer;
import de.ozgkit.xoevfim.xzufi.XZuFi;
import de.ozgkit.xoevfim.xzufi.ZustaendigkeitTransferObjekt;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One large XZuFi transfer, read in three ways in a heap of 64 MB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx64m")
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class TransferReading {

    private static final Map<String, Class<?>> TYPES = Map.of(
            "leistung", Leistung.class,
            "organisationseinheit", Organisationseinheit.class,
            "onlinedienst", Onlinedienst.class,
            "zustaendigkeitTransferObjekt", ZustaendigkeitTransferObjekt.class,
            "id", Identifikator.class);

    /** The generated file. */
    @Param("")
    public String file = "";

    /** Typed objects from our reader. */
    @Benchmark
    public long ozgkit() {
        try (Stream<Transfer> changes = XZuFi.stream(Path.of(file))) {
            return changes.count();
        }
    }

    /** Every event of the fastest StAX parser, with a look at every text and nothing made of it. */
    @Benchmark
    public long bareAalto() throws IOException, XMLStreamException {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        long seen = 0;
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                int event = reader.next();
                seen += event == XMLStreamConstants.CHARACTERS ? reader.getTextLength() : event;
            }
            reader.close();
        }
        return seen;
    }

    /** What one writes without this library: the parser of the JDK and one Unmarshaller for every object. */
    @Benchmark
    public long plainJaxb() throws IOException, XMLStreamException, JAXBException {
        JAXBContext context = JAXBContext.newInstance(TYPES.values().toArray(Class<?>[]::new));
        Unmarshaller unmarshaller = context.createUnmarshaller();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        long objects = 0;
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                Class<?> type = reader.isStartElement() ? TYPES.get(reader.getLocalName()) : null;
                if (type == null) {
                    reader.next();
                } else {
                    objects += unmarshaller.unmarshal(reader, type).getValue() == null ? 0 : 1;
                }
            }
            reader.close();
        }
        return objects;
    }
}
