package org.vizgate.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Level;

import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The Chromium of this machine, with an empty profile. Nothing is downloaded. */
final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Path SCREENSHOTS = Path.of(System.getProperty("it.work"), "screenshots");

    private final ChromeDriver driver;

    private Chromium(Path browser, Path chromedriver) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en",
                "--window-size=1100,900");
        // Both paths are given, or else Selenium would look for a download.
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File(chromedriver.toString()))
                        .usingAnyFreePort()
                        .build(),
                options);
    }

    /** Skips the tests where there is no browser. */
    static void requireInstalled() {
        browser();
        chromedriver();
    }

    static Chromium start() {
        return new Chromium(browser(), chromedriver());
    }

    private static Path browser() {
        return Needed.orSkip(
                "browser",
                Needed.program("it.chromium", "chromium", "chromium-browser", "google-chrome"),
                "there is no chromium on the PATH");
    }

    private static Path chromedriver() {
        return Needed.orSkip(
                "browser", Needed.program("it.chromedriver", "chromedriver"), "there is no chromedriver on the PATH");
    }

    void open(URI address) {
        driver.get(address.toString());
    }

    URI address() {
        return URI.create(String.valueOf(driver.getCurrentUrl()));
    }

    /** The element, once it is there, visible and enabled. */
    WebElement element(String css) {
        return awaited(page -> page.findElements(By.cssSelector(css)).stream()
                .filter(element -> element.isDisplayed() && element.isEnabled())
                .findFirst());
    }

    String text(String css) {
        return element(css).getText();
    }

    void click(String css) {
        element(css).click();
    }

    void until(Predicate<WebDriver> condition) {
        awaited(page -> condition.test(page) ? Optional.of(true) : Optional.empty());
    }

    private <T> T awaited(Function<WebDriver, Optional<T>> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                Optional<T> result = condition.apply(driver);
                if (result.isPresent()) {
                    return result.get();
                }
                Thread.sleep(50);
            } catch (WebDriverException e) {
                // The page changes under our hands: look again.
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        screenshot("failed");
        throw new AssertionError("In vain waited at " + address() + ", which shows:\n"
                + driver.findElement(By.tagName("body")).getText() + "\n" + complaints());
    }

    /** Waits until the text of an element contains {@code part}. */
    void awaitText(String css, String part) {
        until(page -> page.findElements(By.cssSelector(css)).stream()
                .anyMatch(element -> element.getText().contains(part)));
    }

    void awaitOrigin(URI origin) {
        until(page -> String.valueOf(page.getCurrentUrl()).startsWith(origin + "/"));
    }

    /** Keys go to whatever has the focus. */
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Presses Tab until the element has the focus. */
    void tabTo(String css) {
        element(css);
        for (int presses = 0; presses < 40; presses++) {
            press(org.openqa.selenium.Keys.TAB);
            if (Boolean.TRUE.equals(script("return document.activeElement.matches(arguments[0])", css))) {
                return;
            }
        }
        throw new AssertionError("The Tab key does not reach " + css + " at " + address());
    }

    Object script(String script, Object... arguments) {
        Object result = driver.executeScript(script, arguments);
        return result == null ? "" : result;
    }

    /** As on a phone: the size of the window in CSS pixels, whatever the window's smallest size is. */
    void narrow(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 844, "deviceScaleFactor", 1, "mobile", true));
    }

    void prefer(String colorScheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colorScheme))));
    }

    boolean scrollsSideways() {
        return Boolean.TRUE.equals(
                script("return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    /**
     * Errors and warnings of the console since the last call, violations of a content security policy among them. Not that
     * the gate refused a call without a token: the page asks for that.
     */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("the server responded with a status of 401"))
                .toList();
    }

    void screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
