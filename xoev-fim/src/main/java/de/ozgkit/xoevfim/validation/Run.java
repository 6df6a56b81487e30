// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.xml.SafeXml;
import de.ozgkit.core.xml.XmlLimits;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.internal.schema.Schemas;
import de.ozgkit.xoevfim.internal.schema.Standard;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Validates one document. */
final class Run {

    /** The size is limited by {@link Input}, which knows where an object begins. */
    private static final XmlLimits LIMITS = new XmlLimits(1L << 60, 200, 150);

    /** What has more errors is no schema that somebody wrote, and may be large for the harm of it. */
    private static final int MAX_ERRORS = FindingLog.MAX;

    private static final String XDATENFELDER_1 = "urn:xoev-de:fim:standard:xdatenfelder_1";

    private final Schemas schemas;
    private final Input input;
    private final Consumer<Finding> findings;
    private final Optional<Path> file;
    private @Nullable XMLStreamReader reader;

    Run(Schemas schemas, Input input, Consumer<Finding> findings, Optional<Path> file) {
        this.schemas = schemas;
        this.input = input;
        this.findings = findings;
        this.file = file;
    }

    /** Returns whether it came to its end. */
    boolean validate() {
        try {
            return scan();
        } catch (RejectedException e) {
            findings.accept(refused(e).atLine(line()));
        } catch (UncheckedIOException e) {
            findings.accept(unreadable().atLine(line()));
        } catch (XMLStreamException | SAXException | RuntimeException e) {
            // A report is promised for whatever comes, even where a parser stumbles over it in a way of its own.
            findings.accept(Finding.error(
                            "validation.failed",
                            "",
                            "Die Prüfung ist an dieser Datei gescheitert; ihr Aufbau ist außergewöhnlich.",
                            "The validation failed at this file; the way it is built is out of the ordinary.")
                    .atLine(line()));
        }
        return false;
    }

    private boolean scan() throws XMLStreamException, SAXException {
        XMLStreamReader xml = SafeXml.reader(new InputFactoryImpl(), input, LIMITS);
        reader = xml;
        while (!xml.isStartElement()) {
            xml.next();
        }
        String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        Optional<Schema> schema = schemas.find(namespace);
        Standard standard = Standard.of(namespace).orElse(schema.isPresent() ? Standard.OTHER : null);
        if (standard == null) {
            findings.accept(unknown(namespace).atLine(xml.getLocation().getLineNumber()));
            return false;
        }
        if (schema.isEmpty()) {
            findings.accept(withoutSchema());
        }
        if (standard.isStreamed()) {
            input.streamed();
        }
        StructureErrors errors = pass(xml, standard, schema);
        if (standard.isXDatenfelder()) {
            quality(errors);
        }
        return true;
    }

    private void quality(StructureErrors errors) {
        Optional<byte[]> document = input.recorded();
        if (errors.count() > MAX_ERRORS || file.isEmpty() && document.isEmpty()) {
            findings.accept(QualityRun.left());
        } else {
            QualityRun.check(document.orElse(new byte[0]), file, errors::hasTold, findings);
        }
    }

    private StructureErrors pass(XMLStreamReader xml, Standard standard, Optional<Schema> schema)
            throws XMLStreamException, SAXException {
        StructureErrors errors = new StructureErrors(schemas.isUsers(standard.namespace) || standard == Standard.OTHER);
        ValidatorHandler handler = null;
        if (schema.isPresent()) {
            handler = schema.get().newValidatorHandler();
            handler.setErrorHandler(errors);
            // Only the keys of its messages and names of the schema are read, which stand at other places in other
            // languages.
            handler.setProperty("http://apache.org/xml/properties/locale", Locale.ENGLISH);
        }
        Scan scan =
                new Scan(xml, standard, input, handler, rules(standard, schemas.isUsers(standard.namespace)), findings);
        errors.at(scan);
        scan.run();
        return errors;
    }

    private static ContentRules rules(Standard standard, boolean usersSchema) {
        if (standard.isXZuFi()) {
            return new XZuFiRules(!usersSchema);
        }
        return standard == Standard.GENERICODE ? new GenericodeRules() : ContentRules.none();
    }

    private int line() {
        return reader == null ? 0 : reader.getLocation().getLineNumber();
    }

    static Finding unreadable() {
        return Finding.warning(
                "xml.input",
                "",
                "Die Datei konnte nicht bis zum Ende gelesen werden; prüfen Sie den Speicherort und wiederholen Sie die Prüfung.",
                "The file could not be read to its end; check where it is stored and validate again.");
    }

    private static Finding unknown(String namespace) {
        return namespace.equals(XDATENFELDER_1)
                ? Finding.error(
                        "xdatenfelder.version",
                        "",
                        "Dies ist XDatenfelder 1. Exportieren Sie das Schema neu, in Version 2.0 oder 3.0.0.",
                        "This is XDatenfelder 1. Export the schema again, in version 2.0 or 3.0.0.")
                : Finding.error(
                        "validation.standard",
                        "",
                        "Das äußerste Element gehört zu keinem Standard, der hier geprüft werden kann: XZuFi 2.1.0 bis 2.3.1,"
                                + " XDatenfelder 2.0 und 3.0.0, XProzess 2.0, genericode 1.0.",
                        "The root element belongs to no standard that can be validated here: XZuFi 2.1.0 to 2.3.1,"
                                + " XDatenfelder 2.0 and 3.0.0, XProzess 2.0, genericode 1.0.");
    }

    private static Finding withoutSchema() {
        return Finding.warning(
                "validation.schema",
                "",
                "Zu dieser Version des Standards gibt es kein eigenes Schema; der Aufbau wurde nicht geprüft. Geben Sie das amtliche an.",
                "There is no schema of ours for this version of the standard; the structure was not checked. Bring the official one.");
    }

    private static Finding refused(RejectedException e) {
        return switch (e.code()) {
            case "xml.doctype" -> Finding.error(
                    e.code(),
                    "",
                    "Die Datei hat eine Dokumenttyp-Angabe (DOCTYPE). Das ist nicht erlaubt.",
                    "The file has a document type (DOCTYPE). That is not allowed.");
            case "xml.too_deep" -> Finding.error(
                    e.code(),
                    "",
                    "Die Elemente der Datei sind zu tief ineinander geschachtelt.",
                    "The elements of the file are nested too deeply.");
            case "xml.too_large" -> Finding.error(
                    e.code(),
                    "",
                    "Die Datei oder ein Teil von ihr ist größer, als hier erlaubt ist.",
                    "The file, or a part of it, is larger than is allowed here.");
            default -> Finding.error(
                    "xml.malformed",
                    "",
                    "Die Datei ist kein wohlgeformtes XML, ist abgeschnitten oder hat eine andere Zeichenkodierung als angegeben.",
                    "The file is no well-formed XML, is cut off, or has another encoding than it says.");
        };
    }
}
