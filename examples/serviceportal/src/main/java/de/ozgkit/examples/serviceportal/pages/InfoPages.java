// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.pages;

import de.ozgkit.examples.serviceportal.catalogue.Place;
import de.ozgkit.examples.serviceportal.catalogue.Places;
import de.ozgkit.examples.serviceportal.web.Views;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages behind the links of the footer: the same on every page, in the same order. */
public final class InfoPages {

    /** Address to title; the template has the name of the address. */
    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("hilfe", "Hilfe");
        PAGES.put("kontakt", "Kontakt");
        PAGES.put("echtheit", "Ist diese Seite echt?");
        PAGES.put("leichte-sprache", "Leichte Sprache");
        PAGES.put("gebaerdensprache", "Gebärdensprache");
        PAGES.put("barrierefreiheit", "Erklärung zur Barrierefreiheit");
        PAGES.put("datenschutz", "Datenschutz");
        PAGES.put("impressum", "Impressum");
        PAGES.put("daten", "Über die Daten");
    }

    private final Views views;
    private final Places places;

    public InfoPages(Views views, Places places) {
        this.views = views;
        this.places = places;
    }

    public void register(RoutesConfig routes) {
        PAGES.forEach((name, title) -> routes.get("/" + name, ctx -> show(ctx, name, title)));
    }

    private void show(Context ctx, String name, String title) {
        List<Place> all = places.all();
        views.show(ctx, "pages/info/" + name + ".jte", views.page(ctx, title), Map.of("places", all));
    }
}
