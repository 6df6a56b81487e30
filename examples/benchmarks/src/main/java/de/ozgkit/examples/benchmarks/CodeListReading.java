// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.benchmarks;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import de.ozgkit.xoevfim.genericode.CodeList;
import de.ozgkit.xoevfim.genericode.Genericode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A code list of a million rows, as a stream in a heap of 64 MB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx64m")
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class CodeListReading {

    private static final int ROWS = 1_000_000;

    private Path file = Path.of("");

    /** Generates the list. */
    @Setup(Level.Trial)
    public void prepare() throws IOException {
        file = Files.createTempFile("ozgkit-", ".xml");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "<gc:CodeList xmlns:gc=\"" + Genericode.NAMESPACE + "\"><Identification><ShortName>l</ShortName>"
                            + "<Version>1</Version><CanonicalUri>urn:l</CanonicalUri><CanonicalVersionUri>urn:l_1</CanonicalVersionUri>"
                            + "</Identification><ColumnSet><Column Id=\"c\" Use=\"required\"><ShortName>c</ShortName><Data Type=\"string\"/></Column>"
                            + "<Column Id=\"n\" Use=\"required\"><ShortName>n</ShortName><Data Type=\"string\"/></Column>"
                            + "<Key Id=\"k\"><ShortName>k</ShortName><ColumnRef Ref=\"c\"/></Key></ColumnSet><SimpleCodeList>\n");
            for (int i = 0; i < ROWS; i++) {
                out.write("<Row><Value><SimpleValue>" + i + "</SimpleValue></Value><Value><SimpleValue>N" + i
                        + "</SimpleValue></Value></Row>\n");
            }
            out.write("</SimpleCodeList></gc:CodeList>\n");
        }
    }

    /** Deletes it. */
    @TearDown(Level.Trial)
    public void tidy() throws IOException {
        Files.delete(file);
    }

    /** All entries, one after the other. */
    @Benchmark
    public long ozgkit() throws IOException {
        try (Stream<CodeList.Entry> entries = Genericode.entries(Files.newInputStream(file))) {
            return entries.count();
        }
    }

    /** Every event of the parser. */
    @Benchmark
    public long bareAalto() throws IOException, XMLStreamException {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        long seen = 0;
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                int event = reader.next();
                seen += event == XMLStreamConstants.CHARACTERS ? reader.getTextLength() : event;
            }
        }
        return seen;
    }
}
