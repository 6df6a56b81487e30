// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * Looks at every page of a walk: accessibility in the light and the dark scheme, errors the browser complains of, sideways scroll on a narrow
 * screen. Collects what it finds, so that one run tells all; leaves a picture of each page.
 */
final class PageChecks {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final int NARROW = 320;
    private static final int WIDE = 1280;

    private final Path pictures;
    private final List<String> findings = new ArrayList<>();
    private int pages;
    private int axeRuns;

    PageChecks(Path pictures) {
        this.pictures = pictures;
    }

    /** Checks the page that the browser shows; the name is for the picture. */
    void look(Browser browser, String name) {
        pages++;
        String file = String.format(Locale.ROOT, "%02d-%s.png", pages, name);
        picture(browser, browser.hasScript() ? "js" : "nojs", file, WIDE);
        if (browser.hasScript()) {
            axe(browser, name, new AxeBuilder().withTags(RULES));
            dark(browser, true);
            // Only the colours differ in the dark.
            axe(browser, name + " (dark)", new AxeBuilder().withRules(List.of("color-contrast")));
            picture(browser, "dark", file, WIDE);
            dark(browser, false);
            narrow(browser, name, file);
        }
        complaints(browser, name);
    }

    List<String> findings() {
        return List.copyOf(findings);
    }

    int pages() {
        return pages;
    }

    int axeRuns() {
        return axeRuns;
    }

    private void axe(Browser browser, String name, AxeBuilder rules) {
        axeRuns++;
        List<Rule> violations =
                rules.setLegacyMode(true).analyze(browser.driver()).getViolations();
        for (Rule rule : violations) {
            for (CheckedNode node : rule.getNodes()) {
                findings.add(name + ": " + rule.getId() + " (" + rule.getHelp() + ") at " + node.getTarget() + " "
                        + node.getHtml());
            }
        }
    }

    private void narrow(Browser browser, String name, String file) {
        size(browser, NARROW, 800);
        Object wide = browser.driver()
                .executeScript("return document.documentElement.scrollWidth <= window.innerWidth ? ''"
                        + " : document.documentElement.scrollWidth + ' px, by ' + [...document.querySelectorAll('body *')]"
                        + ".filter(e => e.getBoundingClientRect().right > window.innerWidth)"
                        + ".map(e => e.tagName + '.' + e.className).slice(0, 5).join(' ')");
        if (!"".equals(wide)) {
            findings.add(name + ": scrolls sideways at " + NARROW + " px: " + wide);
        }
        picture(browser, "320", file, NARROW);
    }

    /** Known are the status 422 of a page with wrong input, and a script that the test itself holds. */
    private void complaints(Browser browser, String name) {
        for (LogEntry entry : browser.driver().manage().logs().get(LogType.BROWSER)) {
            boolean known = entry.getMessage().contains("status of 422")
                    || entry.getMessage().contains("ERR_BLOCKED_BY_CLIENT");
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue() && !known) {
                findings.add(name + ": the browser says " + entry.getMessage());
            }
        }
    }

    private static void dark(Browser browser, boolean on) {
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of(
                                "features",
                                List.of(Map.of("name", "prefers-color-scheme", "value", on ? "dark" : "light"))));
    }

    private static void size(Browser browser, int width, int height) {
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    private void picture(Browser browser, String folder, String file, int width) {
        Map<?, ?> size = (Map<?, ?>) browser.driver()
                .executeCdpCommand("Page.getLayoutMetrics", Map.of())
                .get("cssContentSize");
        int height = Math.min(6000, ((Number) size.get("height")).intValue());
        Map<String, Object> whole = Map.of(
                "captureBeyondViewport",
                true,
                "clip",
                Map.of("x", 0, "y", 0, "width", width, "height", Math.max(600, height), "scale", 1));
        Object data = browser.driver()
                .executeCdpCommand("Page.captureScreenshot", whole)
                .get("data");
        browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        try {
            Path target = pictures.resolve(folder).resolve(file);
            Files.createDirectories(target.getParent());
            Files.write(target, Base64.getDecoder().decode(data.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
