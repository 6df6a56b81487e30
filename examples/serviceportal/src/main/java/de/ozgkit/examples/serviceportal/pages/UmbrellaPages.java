// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.pages;

import de.ozgkit.examples.serviceportal.catalogue.Catalogue;
import de.ozgkit.examples.serviceportal.catalogue.Offer;
import de.ozgkit.examples.serviceportal.catalogue.Place;
import de.ozgkit.examples.serviceportal.catalogue.Places;
import de.ozgkit.examples.serviceportal.catalogue.Search;
import de.ozgkit.examples.serviceportal.web.Ui;
import de.ozgkit.examples.serviceportal.web.Views;
import de.ozgkit.xoevfim.catalogue.Topic;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The umbrella portal: one overview of all local portals, and the way into each of them. */
public final class UmbrellaPages {

    private final Views views;
    private final Places places;
    private final Catalogue catalogue;

    public UmbrellaPages(Views views, Places places, Catalogue catalogue) {
        this.views = views;
        this.places = places;
        this.catalogue = catalogue;
    }

    public void register(RoutesConfig routes) {
        routes.get("/", this::start);
        routes.get("/suche", this::search);
        routes.get("/thema/{topic}", this::topic);
        routes.get("/leistung/{id}", this::service);
    }

    private void start(Context ctx) {
        views.show(
                ctx,
                "pages/start.jte",
                views.start(ctx, "Startseite"),
                Map.of(
                        "places", tiles(places.region(), ""),
                        "neighbours", tiles(places.neighbours(), ""),
                        "topics", topicTiles("/thema/", ServiceWords::examples)));
    }

    private void search(Context ctx) {
        String query = Optional.ofNullable(ctx.queryParam("q")).orElse("").trim();
        List<Offer> hits = Search.in(catalogue.everywhere(), query);
        views.show(
                ctx,
                "pages/search.jte",
                views.page(ctx, "Suche"),
                Map.of("query", query, "hits", hits, "action", "/suche", "umbrella", true));
    }

    private void topic(Context ctx) {
        Topic topic = ServiceWords.topic(ctx.pathParam("topic")).orElseThrow(NotFoundResponse::new);
        List<Offer> offers = catalogue.everywhere().stream()
                .filter(offer -> offer.service().topics().contains(topic))
                .toList();
        views.show(
                ctx,
                "pages/topic.jte",
                views.page(ctx, topic.title()),
                Map.of("groups", Map.of("", offers), "umbrella", true));
    }

    private void service(Context ctx) {
        String id = ctx.pathParam("id");
        Offer offer = catalogue.everywhere().stream()
                .filter(o -> o.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundResponse::new);
        var page = views.page(ctx, offer.service().title());
        if (!offer.near()) {
            views.show(ctx, "pages/service.jte", page, Map.of("offer", offer));
        } else {
            List<Ui.Tile> where = tiles(catalogue.offering(id), "/leistung/" + id);
            views.show(ctx, "pages/where.jte", page, Map.of("offer", offer, "places", where));
        }
    }

    static List<Ui.Tile> tiles(List<Place> places, String below) {
        return places.stream()
                .map(place -> new Ui.Tile(place.name(), "", place.path() + below, "", place.slug()))
                .toList();
    }

    static List<Ui.Tile> topicTiles(String prefix, Function<Topic, String> more) {
        return Catalogue.TOPICS.stream().map(topic -> tile(topic, prefix, more)).toList();
    }

    private static Ui.Tile tile(Topic topic, String prefix, Function<Topic, String> more) {
        String slug = ServiceWords.slug(topic);
        return new Ui.Tile(topic.title(), more.apply(topic), prefix + slug, slug, "");
    }
}
