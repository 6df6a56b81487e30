// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renders templates into answers. Thread-safe. */
public final class Views {

    /** Session value with the name of the person who is signed in, as the header shows it. */
    public static final String PERSON = "person.name";

    private static final String TEMPLATES = "de.ozgkit.examples.serviceportal.pages.jte";

    private final TemplateEngine templates;
    private final Site site;
    private final Sessions sessions;

    public Views(Site site, Sessions sessions) {
        this.templates = TemplateEngine.createPrecompiled(null, ContentType.Html, null, TEMPLATES);
        this.site = site;
        this.sessions = sessions;
    }

    /** The frame of a page below the start page of the portal. */
    public Page page(Context ctx, String heading) {
        return start(ctx, heading).under("Startseite", "/");
    }

    /** The frame of an error page, which must not need the database. */
    Page bare(String heading) {
        return new Page(site, heading, false, Optional.empty(), List.of(), () -> "", Optional.empty());
    }

    /** The frame of the start page of the whole portal. */
    public Page start(Context ctx, String heading) {
        Optional<String> person = sessions.find(ctx).flatMap(session -> session.get(PERSON));
        return new Page(
                site,
                heading,
                false,
                Optional.empty(),
                List.of(),
                () -> sessions.open(ctx).csrf(),
                person);
    }

    /** Answers with the template, which gets the frame as {@code page} and the given values by name. */
    public void show(Context ctx, String template, Page page, Map<String, ?> values) {
        String html = render(template, page, values);
        // Asked after rendering, since a form opens the session.
        ctx.header("Cache-Control", sessions.find(ctx).isPresent() ? "no-store" : "no-cache");
        ctx.html(html);
    }

    String render(String template, Page page, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("page", page);
        StringOutput out = new StringOutput(16_384);
        templates.render(template, all, out);
        return out.toString();
    }

    Site site() {
        return site;
    }
}
