// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import de.ozgkit.xoevfim.internal.Html;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the JSON of the PVOG's Suchdienst. What has no id is empty. */
final class PvogAnswers {

    private PvogAnswers() {}

    static PvogLocation location(JsonNode node) {
        return new PvogLocation(
                Json.textOrEmpty(node, "name"),
                Json.text(node, "ars").flatMap(Json::ars),
                Json.text(node, "ags"),
                Json.text(node, "zip"));
    }

    static Optional<PvogService> service(JsonNode node) {
        return Json.text(node, "id")
                .map(id -> new PvogService(
                        id,
                        Json.text(node, "name").or(() -> Json.text(node, "title")),
                        Json.text(node, "description").map(Html::plain).filter(text -> !text.isEmpty()),
                        Json.texts(node, "leikakeys").stream()
                                .flatMap(key -> Json.key(key).stream())
                                .toList(),
                        Json.texts(node, "ars").stream()
                                .flatMap(ars -> Json.ars(ars).stream())
                                .toList(),
                        links(node, "onlineServiceLinks")));
    }

    static Optional<PvogServiceDetail> detail(JsonNode node) {
        return service(node)
                .map(service -> new PvogServiceDetail(
                        service,
                        Json.list(node, "details").stream()
                                .map(PvogAnswers::text)
                                .toList(),
                        offices(Json.list(node, "organisations"))));
    }

    private static PvogServiceDetail.Text text(JsonNode node) {
        return new PvogServiceDetail.Text(
                Json.textOrEmpty(node, "code"),
                Json.textOrEmpty(node, "title"),
                Html.safe(Json.textOrEmpty(node, "text")),
                links(node, "links"));
    }

    static List<PvogOffice> offices(List<JsonNode> nodes) {
        return nodes.stream()
                .flatMap(
                        node -> Json.text(node, "id")
                                .map(id -> new PvogOffice(id, Json.textOrEmpty(node, "title"), role(node)))
                                .stream())
                .toList();
    }

    /** Text in some versions, code and name in others. */
    private static Optional<String> role(JsonNode node) {
        return Json.text(node, "role").or(() -> Json.text(node.path("role"), "name"));
    }

    static PvogOfficeDetail office(String id, JsonNode node) {
        JsonNode location = node.path("location");
        return new PvogOfficeDetail(
                Json.text(node, "id").orElse(id),
                Json.textOrEmpty(node, "title"),
                Json.list(location, "addresses").stream()
                        .map(address -> new PvogOfficeDetail.Address(
                                Json.text(address, "type"),
                                Json.text(address, "street"),
                                Json.text(address, "zip"),
                                Json.text(address, "city")))
                        .toList(),
                Json.list(location, "communications").stream()
                        .flatMap(contact -> Json.text(contact, "value")
                                .map(value -> new PvogOfficeDetail.Contact(Json.textOrEmpty(contact, "code"), value))
                                .stream())
                        .toList(),
                links(node, "internetAddresses"));
    }

    private static List<PvogLink> links(JsonNode node, String field) {
        return Json.list(node, field).stream()
                .flatMap(link -> Json.link(link, "uri")
                        .map(address -> new PvogLink(Json.text(link, "title").orElse(address.toString()), address))
                        .stream())
                .toList();
    }
}
