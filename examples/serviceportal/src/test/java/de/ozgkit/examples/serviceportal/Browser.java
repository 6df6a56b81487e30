// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Somebody at a Chromium of this machine, who sees and clicks what is on the page. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Else it warns at each start that it has no types of its own for so new a Chromium; none are used. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;
    private final URI home;
    private final boolean script;

    private Browser(ChromeDriver driver, URI home, boolean script) {
        this.driver = driver;
        this.home = home;
        this.script = script;
    }

    /**
     * Starts a Chromium that knows nobody. Without Chromium and its driver the test is skipped, unless the system property {@code browser} is
     * {@code required}. If that is {@code none}, it is skipped anyhow.
     *
     * @param profile an empty folder, for this browser alone
     */
    static Browser start(URI home, Path profile, boolean script) {
        String wanted = System.getProperty("browser", "");
        assumeTrue(!wanted.equals("none"), "browser tests are skipped, since -Dbrowser=none is set");
        Optional<File> chromium = program("chromium");
        Optional<File> driver = program("chromedriver");
        if (chromium.isEmpty() || driver.isEmpty()) {
            String missing = "chromium and chromedriver are not both on the PATH";
            if (wanted.equals("required")) {
                fail(missing + ", and -Dbrowser=required is set");
            }
            assumeTrue(false, missing + ": browser tests are skipped");
        }
        SELENIUM.setLevel(Level.SEVERE);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow())
                .usingAnyFreePort()
                .build();
        ChromeOptions options = options(profile, script).setBinary(chromium.orElseThrow());
        return new Browser(new ChromeDriver(service, options), home, script);
    }

    private static ChromeOptions options(Path profile, boolean script) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=de",
                "--window-size=1280,900",
                "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", logs);
        if (!script) {
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        return options;
    }

    private static Optional<File> program(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toFile)
                .findFirst();
    }

    ChromeDriver driver() {
        return driver;
    }

    boolean hasScript() {
        return script;
    }

    Browser open(String path) {
        driver.get(home.resolve(path).toString());
        return this;
    }

    Browser click(String link) {
        leaveBy(find("//a[starts-with(normalize-space(.), \"%s\")]", link));
        return this;
    }

    Browser press(String button) {
        leaveBy(find("//button[starts-with(normalize-space(.), \"%s\")]", button));
        return this;
    }

    /** Presses a button where there is one only because no script does it: on pages that send themselves on. */
    Browser pressWithoutScript(String button) {
        return script ? this : press(button);
    }

    /** Lets pages that send themselves on stand still, so that they can be looked at. */
    Browser holdScripts() {
        driver.executeCdpCommand("Network.enable", Map.of());
        List<String> scripts = List.of("*/portal*.js*", "*/auto-submit.js", "*/weiter.js");
        driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", scripts));
        return this;
    }

    /** Types into the field with this label, instead of what is there; for a date into its three fields. */
    Browser fill(String label, String value) {
        List<WebElement> parts = driver.findElements(By.xpath(
                "//fieldset[legend[starts-with(normalize-space(.), \"" + label + "\")]]//*[@class='dates']//input"));
        if (parts.isEmpty()) {
            type(field(label), value);
            return this;
        }
        String[] numbers = value.split("\\.");
        for (int i = 0; i < numbers.length; i++) {
            type(parts.get(i), numbers[i]);
        }
        return this;
    }

    Browser choose(String question, String option) {
        List<WebElement> choices = driver.findElements(By.xpath("//fieldset[legend[starts-with(normalize-space(.), \""
                + question + "\")]]//label[starts-with(normalize-space(.), \"" + option + "\")]"));
        if (choices.isEmpty()) {
            new Select(field(question)).selectByVisibleText(option);
        } else {
            choices.get(0).click();
        }
        return this;
    }

    Browser attach(String label, Path file) {
        field(label).sendKeys(file.toAbsolutePath().toString());
        return this;
    }

    /** Waits for the text, since a page may still be on its way. */
    Browser sees(String text) {
        try {
            new WebDriverWait(driver, PATIENCE).until(ignored -> text().contains(text));
        } catch (WebDriverException e) {
            throw new AssertionError("no '" + text + "' on " + driver.getCurrentUrl() + ":\n" + text(), e);
        }
        return this;
    }

    Browser seesNot(String text) {
        assertThat(text()).as(driver.getCurrentUrl()).doesNotContain(text);
        return this;
    }

    /** The summary on top says what is wrong, and its first link leads to the field. */
    Browser seesErrors(String... messages) {
        WebElement summary = find("//*[@role='alert' and @class='summary']", "");
        assertThat(driver.getTitle()).startsWith("Fehler: ");
        assertThat(summary.getText()).contains(messages);
        if (script) {
            assertThat(driver.switchTo().activeElement()).as("the focus").isEqualTo(summary);
        }
        return this;
    }

    /** Follows the first link of the error summary, which leads to the field itself. */
    Browser goesToTheFirstError() {
        WebElement link = find("//*[@role='alert']//a", "");
        String id = URI.create(link.getAttribute("href")).getFragment();
        link.click();
        assertThat(driver.switchTo().activeElement().getAttribute("id")).isEqualTo(id);
        return this;
    }

    String text() {
        try {
            return driver.findElement(By.tagName("body")).getText();
        } catch (StaleElementReferenceException e) {
            return "";
        }
    }

    /** What the one element with this selector says. */
    String textOf(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    int count(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    private WebElement field(String label) {
        return driver.findElement(By.id(
                find("//label[starts-with(normalize-space(.), \"%s\")]", label).getAttribute("for")));
    }

    private WebElement find(String path, String text) {
        By by = By.xpath(path.replace("%s", text));
        try {
            return new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.presenceOfElementLocated(by));
        } catch (WebDriverException e) {
            throw new AssertionError("no " + by + " on " + driver.getCurrentUrl() + ":\n" + text(), e);
        }
    }

    private void leaveBy(WebElement element) {
        WebElement page = driver.findElement(By.tagName("html"));
        element.click();
        new WebDriverWait(driver, PATIENCE).until(ignored -> isGone(page));
    }

    /** In the moment in which one page makes room for the next, Chromium's driver may also name it an error of its own. */
    private static boolean isGone(WebElement page) {
        try {
            page.isEnabled();
            return false;
        } catch (StaleElementReferenceException e) {
            return true;
        } catch (WebDriverException e) {
            return e.getMessage().contains("does not belong to the document");
        }
    }

    private static void type(WebElement field, String value) {
        field.clear();
        field.sendKeys(value);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
