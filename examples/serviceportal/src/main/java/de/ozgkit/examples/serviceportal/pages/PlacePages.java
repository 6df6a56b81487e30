// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.pages;

import de.ozgkit.examples.serviceportal.apply.ServiceProcess;
import de.ozgkit.examples.serviceportal.catalogue.Catalogue;
import de.ozgkit.examples.serviceportal.catalogue.Offer;
import de.ozgkit.examples.serviceportal.catalogue.Place;
import de.ozgkit.examples.serviceportal.catalogue.Places;
import de.ozgkit.examples.serviceportal.catalogue.Search;
import de.ozgkit.examples.serviceportal.web.Link;
import de.ozgkit.examples.serviceportal.web.Page;
import de.ozgkit.examples.serviceportal.web.Views;
import de.ozgkit.xoevfim.catalogue.Level;
import de.ozgkit.xoevfim.catalogue.Topic;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The local portals: start page, topics, services. Registered last, since a place's name stands first in the address. */
public final class PlacePages {

    /** What people use most, by the press texts on the real portals. */
    private static final List<String> POPULAR = List.of(
            "hund-anmelden",
            "bewohnerparkausweis",
            "sozialticket",
            "geburtsurkunde",
            "meldebescheinigung",
            "kfz-zulassung");

    private final Views views;
    private final Places places;
    private final Catalogue catalogue;
    private final List<ServiceProcess> extra;

    /** @param extra applications that no service of the catalogue leads to */
    public PlacePages(Views views, Places places, Catalogue catalogue, List<ServiceProcess> extra) {
        this.extra = List.copyOf(extra);
        this.views = views;
        this.places = places;
        this.catalogue = catalogue;
    }

    public void register(RoutesConfig routes) {
        routes.get("/{place}", this::start);
        routes.get("/{place}/suche", this::search);
        routes.get("/{place}/leistungen", this::all);
        routes.get("/{place}/thema/{topic}", this::topic);
        routes.get("/{place}/leistung/{id}", this::service);
    }

    /** The place that the address names. @throws NotFoundResponse if there is none */
    public static Place place(Places places, Context ctx) {
        return places.find(ctx.pathParam("place")).orElseThrow(NotFoundResponse::new);
    }

    private void start(Context ctx) {
        Place place = place(places, ctx);
        List<Offer> popular = POPULAR.stream()
                .flatMap(id -> catalogue.find(place, id).stream())
                .limit(4)
                .toList();
        Page page = views.page(ctx, "Online-Dienste").at(place).atTop();
        views.show(
                ctx,
                "pages/place.jte",
                page,
                Map.of(
                        "place",
                        place,
                        "popular",
                        popular,
                        "extra",
                        extra(place),
                        "cities",
                        UmbrellaPages.tiles(place.isDistrict() ? places.citiesOf(place) : List.of(), ""),
                        "topics",
                        UmbrellaPages.topicTiles(place.path() + "/thema/", topic -> count(place, topic))));
    }

    private List<Link> extra(Place place) {
        return extra.stream()
                .map(process -> new Link(process.title(), place.path() + "/antrag/" + process.slug()))
                .toList();
    }

    private void search(Context ctx) {
        Place place = place(places, ctx);
        String query = Optional.ofNullable(ctx.queryParam("q")).orElse("").trim();
        views.show(
                ctx,
                "pages/search.jte",
                views.page(ctx, "Suche").at(place),
                Map.of(
                        "query",
                        query,
                        "hits",
                        Search.in(catalogue.at(place), query),
                        "action",
                        place.path() + "/suche",
                        "umbrella",
                        false));
    }

    private void all(Context ctx) {
        Place place = place(places, ctx);
        views.show(
                ctx,
                "pages/topic.jte",
                views.page(ctx, "Alle Leistungen von A bis Z").at(place),
                Map.of("groups", Map.of("", catalogue.at(place)), "umbrella", false));
    }

    private void topic(Context ctx) {
        Place place = place(places, ctx);
        Topic topic = ServiceWords.topic(ctx.pathParam("topic")).orElseThrow(NotFoundResponse::new);
        Map<String, List<Offer>> groups = new LinkedHashMap<>();
        catalogue.byLevel(place, topic).forEach((level, offers) -> groups.put(heading(level, place), offers));
        views.show(
                ctx,
                "pages/topic.jte",
                views.page(ctx, topic.title()).at(place),
                Map.of("groups", groups, "umbrella", false));
    }

    private void service(Context ctx) {
        Place place = place(places, ctx);
        Offer offer = catalogue.find(place, ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
        Page page = views.page(ctx, offer.service().title()).at(place);
        if (!offer.topics().isEmpty()) {
            Topic topic = offer.topics().get(0);
            page = page.under(topic.title(), place.path() + "/thema/" + ServiceWords.slug(topic));
        }
        if (offer.cities().isEmpty()) {
            views.show(ctx, "pages/service.jte", page, Map.of("offer", offer));
        } else {
            var cities = UmbrellaPages.tiles(offer.cities(), "/leistung/" + offer.id());
            views.show(ctx, "pages/where.jte", page, Map.of("offer", offer, "places", cities));
        }
    }

    private String count(Place place, Topic topic) {
        int count = (int) catalogue.at(place).stream()
                .filter(offer -> offer.service().topics().contains(topic))
                .count();
        return count == 1 ? "1 Leistung" : count + " Leistungen";
    }

    private static String heading(Level level, Place place) {
        return switch (level) {
            case KOMMUNE -> place.isDistrict() ? "Von Ihrer Stadt" : "Von der " + place.officialName();
            case KREIS -> "Vom Kreis Recklinghausen";
            case LAND -> "Vom Land Nordrhein-Westfalen";
            case BUND -> "Vom Bund";
        };
    }
}
