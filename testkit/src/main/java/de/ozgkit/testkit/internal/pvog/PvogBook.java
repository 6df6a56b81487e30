// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.pvog;

import de.ozgkit.core.Ars;
import de.ozgkit.core.Leistungsschluessel;
import de.ozgkit.xoevfim.client.PvogLink;
import de.ozgkit.xoevfim.client.PvogLocation;
import de.ozgkit.xoevfim.client.PvogOffice;
import de.ozgkit.xoevfim.client.PvogOfficeDetail;
import de.ozgkit.xoevfim.client.PvogService;
import de.ozgkit.xoevfim.client.PvogServiceDetail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The places, services and offices in the mock, and the JSON that the Suchdienst makes of them. */
public final class PvogBook {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<PvogLocation> locations = new ArrayList<>();
    private final Map<String, PvogServiceDetail> services = new LinkedHashMap<>();
    private final Map<String, PvogOfficeDetail> offices = new LinkedHashMap<>();

    public synchronized void add(PvogLocation location) {
        locations.add(location);
    }

    public synchronized void add(PvogServiceDetail service) {
        services.put(service.service().id(), service);
    }

    public synchronized void add(PvogOfficeDetail office) {
        offices.put(office.id(), office);
    }

    public synchronized void clear() {
        locations.clear();
        services.clear();
        offices.clear();
    }

    /** Places whose name or post code begins so. */
    public synchronized String locations(String wanted) {
        ArrayNode list = JSON.createArrayNode();
        String lower = wanted.toLowerCase(Locale.ROOT);
        for (PvogLocation location : locations) {
            if (location.name().toLowerCase(Locale.ROOT).startsWith(lower)
                    || location.zip().filter(zip -> zip.startsWith(wanted)).isPresent()) {
                ObjectNode node = list.addObject().put("name", location.name()).put("zipCodeCount", 1);
                location.ars().ifPresent(ars -> node.put("ars", ars.value()));
                location.ags().ifPresent(ags -> node.put("ags", ags));
                location.zip().ifPresent(zip -> node.put("zip", zip));
            }
        }
        return list.toString();
    }

    /** A page of the services that hold for a place and have the words in their name. */
    public synchronized String search(Ars place, String words, int page, int size) {
        String lower = words.toLowerCase(Locale.ROOT);
        List<PvogServiceDetail> found = services.values().stream()
                .filter(detail -> holds(detail, place))
                .filter(detail -> name(detail).toLowerCase(Locale.ROOT).contains(lower))
                .toList();
        ObjectNode answer = JSON.createObjectNode();
        page(answer.putObject("serviceDescriptions"), found, page, size);
        return answer.toString();
    }

    /** The services with a key that hold for a place. */
    public synchronized String byKey(Ars place, Leistungsschluessel key) {
        ObjectNode answer = JSON.createObjectNode();
        page(
                answer,
                services.values().stream()
                        .filter(detail ->
                                holds(detail, place) && detail.service().keys().contains(key))
                        .toList(),
                0,
                Integer.MAX_VALUE);
        return answer.toString();
    }

    private static void page(ObjectNode node, List<PvogServiceDetail> found, int page, int size) {
        ArrayNode content = node.putArray("content");
        found.stream()
                .skip((long) page * size)
                .limit(size)
                .forEach(detail -> service(content.addObject(), detail.service()));
        node.put("totalElements", found.size()).put("last", (page + 1L) * size >= found.size());
    }

    private static boolean holds(PvogServiceDetail detail, Ars place) {
        return detail.service().areas().stream()
                .anyMatch(area -> area.covers(place) || area.value().matches("0+"));
    }

    private static String name(PvogServiceDetail detail) {
        return detail.service().name().orElse("");
    }

    private static void service(ObjectNode node, PvogService service) {
        node.put("id", service.id());
        service.name().ifPresent(name -> node.put("name", name));
        service.description().ifPresent(text -> node.put("description", text));
        ArrayNode keys = node.putArray("leikakeys");
        service.keys().forEach(key -> keys.add(key.value()));
        ArrayNode areas = node.putArray("ars");
        service.areas().forEach(area -> areas.add(area.padded()));
        links(node.putArray("onlineServiceLinks"), service.onlineServices());
    }

    private static void links(ArrayNode list, List<PvogLink> links) {
        links.forEach(link -> list.addObject()
                .put("title", link.title())
                .put("uri", link.address().toString()));
    }

    /** Everything about a service. */
    public synchronized Optional<String> detail(String id, Ars place) {
        return Optional.ofNullable(services.get(id))
                .filter(detail -> holds(detail, place))
                .map(detail -> {
                    ObjectNode node = JSON.createObjectNode();
                    service(node, detail.service());
                    ArrayNode texts = node.putArray("details");
                    detail.texts()
                            .forEach(text -> links(
                                    texts.addObject()
                                            .put("code", text.code())
                                            .put("title", text.title())
                                            .put("text", text.html())
                                            .putArray("links"),
                                    text.links()));
                    offices(node.putArray("organisations"), detail.offices());
                    return node.toString();
                });
    }

    /** The offices of a service at a place. */
    public synchronized String titles(String id, Ars place) {
        ArrayNode list = JSON.createArrayNode();
        Optional.ofNullable(services.get(id))
                .filter(detail -> holds(detail, place))
                .ifPresent(detail -> offices(list, detail.offices()));
        return list.toString();
    }

    private static void offices(ArrayNode list, List<PvogOffice> offices) {
        for (PvogOffice office : offices) {
            ObjectNode node = list.addObject().put("id", office.id()).put("title", office.title());
            office.role().ifPresent(role -> node.putObject("role").put("name", role));
        }
    }

    /** How to reach an office. */
    public synchronized Optional<String> office(String id) {
        return Optional.ofNullable(offices.get(id)).map(office -> {
            ObjectNode node = JSON.createObjectNode().put("id", id).put("title", office.title());
            ObjectNode location = node.putObject("location");
            ArrayNode addresses = location.putArray("addresses");
            for (PvogOfficeDetail.Address address : office.addresses()) {
                addresses
                        .addObject()
                        .put("type", address.type().orElse(null))
                        .put("street", address.street().orElse(null))
                        .put("zip", address.zip().orElse(null))
                        .put("city", address.city().orElse(null));
            }
            ArrayNode contacts = location.putArray("communications");
            office.contacts()
                    .forEach(contact ->
                            contacts.addObject().put("code", contact.code()).put("value", contact.value()));
            links(node.putArray("internetAddresses"), office.websites());
            return node.toString();
        });
    }
}
