// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.ValidationReport;
import de.ozgkit.xoevfim.internal.schema.Schemas;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Checks files of XZuFi, XDatenfelder, XProzess and genericode, and tells which it is by itself. Never throws for what it is given: a
 * file that cannot be read, or is hostile, is a finding. Immutable and thread-safe.
 *
 * <p>The structure is checked by schemas written from public notes, which are not the official ones; bring those with
 * {@link #schemas}. XZuFi and code lists may have any size. At most 1,000 findings are kept.
 *
 * <p>Rules are named {@code xml...} (structure), {@code fim.1011} (quality rules of FIM, by their official numbers), {@code xzufi...},
 * {@code genericode...} and {@code validation...} (what was not or could not be validated).
 *
 * @since 0.1
 */
public final class Validation {

    private final Schemas schemas;

    private Validation(Schemas schemas) {
        this.schemas = schemas;
    }

    /** Validates with our own schemas. */
    public static Validation standard() {
        return new Validation(Schemas.standard());
    }

    /**
     * Validates with official schemas, such as the ZIP that XRepository hands out for a standard.
     *
     * @throws de.ozgkit.core.ConfigurationException with code {@code validation.schemas} if they cannot be read or do not fit together
     */
    public static Validation withSchemas(Path zipOrFolder) {
        return standard().schemas(zipOrFolder);
    }

    /**
     * The same with more schemas: they replace ours for every namespace that they have, and let documents of further standards be
     * validated. Nothing is fetched; what a schema includes must be in the same ZIP or folder.
     *
     * @throws de.ozgkit.core.ConfigurationException with code {@code validation.schemas} if they cannot be read or do not fit together
     */
    public Validation schemas(Path zipOrFolder) {
        return new Validation(schemas.with(zipOrFolder));
    }

    /**
     * Validates a file, or the folder of an editorial system with its {@code index.txt}. Code lists beside an XDatenfelder 2.0 schema
     * are used. The hash of a folder is that of its files one behind the other, in the order of the index.
     */
    public ValidationReport validate(Path fileOrFolder) {
        FindingLog findings = new FindingLog();
        MessageDigest digest = Input.sha256();
        Outcome outcome = Files.isDirectory(fileOrFolder)
                ? new DumpFolder(fileOrFolder, findings).validate((file, log) -> file(file, digest, log))
                : file(fileOrFolder, digest, findings);
        return report(outcome, findings, digest);
    }

    /** Validates a stream and closes it. The hash is empty if the stream could not be read to its end. */
    public ValidationReport validate(InputStream in) {
        FindingLog findings = new FindingLog();
        MessageDigest digest = Input.sha256();
        return report(stream(in, digest, findings, Optional.empty()), findings, digest);
    }

    /**
     * How far it came.
     *
     * @param ran whether the validation came to its end
     * @param whole whether every byte was read, so that the hash is one of the whole
     */
    record Outcome(boolean ran, boolean whole) {}

    private Outcome file(Path file, MessageDigest digest, Consumer<Finding> findings) {
        try {
            return stream(Files.newInputStream(file), digest, findings, Optional.of(file));
        } catch (IOException e) {
            findings.accept(Run.unreadable());
            return new Outcome(false, false);
        }
    }

    private Outcome stream(InputStream in, MessageDigest digest, Consumer<Finding> findings, Optional<Path> file) {
        try (Input input = new Input(in, digest, file.isEmpty())) {
            boolean ran = new Run(schemas, input, findings, file).validate();
            return new Outcome(ran, input.drain());
        } catch (IOException e) {
            findings.accept(Run.unreadable());
            return new Outcome(false, false);
        }
    }

    private static ValidationReport report(Outcome outcome, FindingLog findings, MessageDigest digest) {
        return ValidationReport.of(
                outcome.ran(), findings.all(), outcome.whole() ? HexFormat.of().formatHex(digest.digest()) : "");
    }
}
