// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.apply;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.xoevfim.form.FieldPath;
import de.ozgkit.xoevfim.form.FormModel;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All applications that can be made here: those of our own process files, and one given from outside. */
public final class Processes {

    private static final List<String> OWN = List.of("hund-anmelden");
    private static final int USUAL_WORKING_DAYS = 10;

    private final Map<String, ServiceProcess> bySlug = new HashMap<>();

    private Processes(List<ServiceProcess> all) {
        all.forEach(process -> bySlug.put(process.slug(), process));
    }

    /**
     * Reads the process files in the jar and, if given, a FIM export, which becomes an application of its own in every place.
     *
     * @param schema an XDatenfelder 2 or 3 file; its code lists lie beside it
     */
    public static Processes load(Optional<Path> schema) {
        List<ServiceProcess> all = new ArrayList<>();
        OWN.forEach(name -> all.add(read(name)));
        schema.ifPresent(file -> all.add(fromSchema(file)));
        return new Processes(all);
    }

    public Optional<ServiceProcess> find(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    /** The application for a service of the catalogue, if there is one. */
    public Optional<ServiceProcess> forService(String serviceId) {
        return bySlug.values().stream()
                .filter(process -> process.serviceId().filter(serviceId::equals).isPresent())
                .findFirst();
    }

    /** Applications that no service of the catalogue leads to. */
    public List<ServiceProcess> besideTheCatalogue() {
        return bySlug.values().stream()
                .filter(process -> process.serviceId().isEmpty())
                .toList();
    }

    private static ServiceProcess fromSchema(Path file) {
        FormModel form = FormModel.of(XDatenfelder.read(file));
        return new ServiceProcess(
                form.id().toLowerCase(Locale.ROOT),
                form.title(),
                Optional.empty(),
                form,
                TrustLevel.BASIC,
                Optional.empty(),
                "Bürgerbüro",
                Map.of(),
                USUAL_WORKING_DAYS);
    }

    private static ServiceProcess read(String name) {
        try (InputStream json = resource(name + ".json");
                InputStream schema = resource(name + ".xdf3.xml")) {
            JsonNode file = new JsonMapper().readTree(json);
            return new ServiceProcess(
                    name,
                    file.required("title").asString(),
                    Optional.of(file.required("service").asString()),
                    FormModel.of(XDatenfelder.read(schema)),
                    TrustLevel.valueOf(file.required("level").asString()),
                    Optional.ofNullable(file.get("fee")).map(Processes::fee),
                    file.required("office").asString(),
                    prefill(file.get("prefill")),
                    file.required("workingDays").asInt());
        } catch (IOException | RuntimeException e) {
            throw new ConfigurationException(
                    "portal.process", "The process file " + name + ".json cannot be used; check it and its schema", e);
        }
    }

    private static Fee fee(JsonNode node) {
        return new Fee(
                node.required("text").asString(), node.required("legalBasis").asString());
    }

    private static Map<FieldPath, String> prefill(@Nullable JsonNode node) {
        Map<FieldPath, String> prefill = new HashMap<>();
        if (node != null) {
            node.propertyStream()
                    .forEach(entry -> prefill.put(
                            FieldPath.of(entry.getKey()), entry.getValue().asString()));
        }
        return prefill;
    }

    private static InputStream resource(String file) {
        InputStream in = Processes.class.getResourceAsStream("/forms/" + file);
        if (in == null) {
            throw new ConfigurationException("portal.process", "The file forms/" + file + " is not in the jar");
        }
        return in;
    }
}
