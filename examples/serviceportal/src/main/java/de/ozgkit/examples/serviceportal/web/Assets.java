// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The few files that pages load: a closed list, read once, so that no path from outside ever reaches a file system. Their addresses
 * carry a checksum and may be cached for good.
 */
public final class Assets {

    private static final List<String> FILES = List.of("portal.css", "portal.js", "favicon.svg");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, byte[]> contents = new HashMap<>();

    /** @param placesCss the colours of the places, made from their data files */
    public Assets(String placesCss) {
        for (String file : FILES) {
            contents.put(file, read(file));
        }
        contents.put("places.css", placesCss.getBytes(StandardCharsets.UTF_8));
    }

    /** The address of a file, with the checksum of its content. */
    public String url(String name) {
        CRC32 checksum = new CRC32();
        checksum.update(contents.get(name));
        return "/assets/" + name + "?v=" + Long.toHexString(checksum.getValue());
    }

    public void register(RoutesConfig routes) {
        routes.get("/assets/{name}", this::serve);
    }

    private void serve(Context ctx) {
        String name = ctx.pathParam("name");
        byte[] content = contents.get(name);
        if (content == null) {
            throw new NotFoundResponse();
        }
        ctx.header("Cache-Control", "public, max-age=31536000, immutable");
        ctx.contentType(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
        ctx.result(content);
    }

    private static byte[] read(String file) {
        try (InputStream in = Assets.class.getResourceAsStream("/assets/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the file assets/" + file + " is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
