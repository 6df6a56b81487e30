// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.examples.serviceportal.catalogue.Place;
import de.ozgkit.examples.serviceportal.catalogue.Places;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Colours and size of the stylesheet, measured as WCAG 2.2 (1.4.3, 1.4.11) does. */
class DesignTest {

    private static final double TEXT = 4.5;
    private static final double GRAPHIC = 3.0;

    private static final String CSS = read();
    private static final Map<String, String> LIGHT = tokens(CSS.substring(0, CSS.indexOf("@media")));
    private static final Map<String, String> DARK =
            tokens(CSS.substring(CSS.indexOf("@media (prefers-color-scheme:dark)")));

    static Stream<Place> places() {
        return Places.load().all().stream();
    }

    @Test
    void the_stylesheet_stays_small_and_loads_nothing() {
        assertThat(CSS.getBytes(StandardCharsets.UTF_8).length).isLessThan(20 * 1024);
        assertThat(CSS).doesNotContain("url(", "@import", "@font-face", "outline:none", "outline:0");
    }

    @ParameterizedTest
    @MethodSource("places")
    void the_colour_of_every_place_can_be_read_on_light_and_dark_pages(Place place) {
        String light = place.accent().light();
        String dark = place.accent().dark();

        assertThat(contrast(light, LIGHT.get("bg"))).isGreaterThanOrEqualTo(TEXT);
        assertThat(contrast(light, LIGHT.get("surface"))).isGreaterThanOrEqualTo(TEXT);
        assertThat(contrast("#ffffff", light)).as("white text on the band").isGreaterThanOrEqualTo(TEXT);
        assertThat(contrast(dark, DARK.get("bg"))).isGreaterThanOrEqualTo(TEXT);
        assertThat(contrast(dark, DARK.get("surface"))).isGreaterThanOrEqualTo(TEXT);
        assertThat(contrast(dark, DARK.get("raised"))).isGreaterThanOrEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "text, bg", "text, surface", "text, raised", "text, warn-bg", "text, info-bg", "text, ok-bg", "text, danger-bg",
        "muted, bg", "muted, surface", "muted, raised", "link, bg", "link, surface", "link, info-bg", "link, warn-bg",
        "danger, bg", "ok, ok-bg", "warn, warn-bg", "on-action, action", "on-action, action-hover", "city-accent, bg"
    })
    void words_can_be_read_in_both_schemes(String foreground, String background) {
        assertThat(contrast(LIGHT.get(foreground), LIGHT.get(background))).isGreaterThanOrEqualTo(TEXT);
        assertThat(contrast(DARK.get(foreground), DARK.get(background))).isGreaterThanOrEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource({"strong-line, bg", "action, bg", "danger, bg", "text, focus-ring"})
    void borders_of_controls_and_the_focus_can_be_seen(String foreground, String background) {
        for (Map<String, String> scheme : List.of(LIGHT, DARK)) {
            String behind = background.equals("focus-ring") ? scheme.get("bg") : scheme.get(background);
            assertThat(contrast(scheme.get(foreground), behind)).isGreaterThanOrEqualTo(GRAPHIC);
        }
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        String hex = colour.length() == 4
                ? "" + colour.charAt(1) + colour.charAt(1) + colour.charAt(2) + colour.charAt(2) + colour.charAt(3)
                        + colour.charAt(3)
                : colour.substring(1);
        double sum = 0;
        double[] weights = {0.2126, 0.7152, 0.0722};
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static Map<String, String> tokens(String css) {
        Map<String, String> tokens = new HashMap<>();
        Matcher found = Pattern.compile("--([a-z-]+):(#[0-9a-f]{3,6})\\b").matcher(css);
        while (found.find()) {
            tokens.putIfAbsent(found.group(1), found.group(2));
        }
        return tokens;
    }

    private static String read() {
        try (InputStream in = DesignTest.class.getResourceAsStream("/assets/portal.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
