package jp.chukan.gateway.browser;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import jp.chukan.gateway.testing.RunningGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/**
 * The browser of one person: started once for a class, without cookies at the start of each test.
 * After each test it holds the pages to what they promise: nothing asked of anybody but the
 * console, nothing that the content security policy had to stop, no fault of a script.
 */
public final class Chromium
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  private static final Duration AT_MOST = Duration.ofSeconds(20);
  private static final Duration EVERY = Duration.ofMillis(20);

  /** When the page began: another one for each page. */
  private static final String BEGUN = "return performance.timeOrigin";

  private static final String READY = "return document.readyState === 'complete'";

  static final int WIDE = 1280;

  /** As a telephone shows it, and a window of 1280 at 400 % (WCAG 1.4.10). */
  static final int PHONE = 320;

  private static final int HIGH = 800;

  private final RunningGateway gateway;
  private @Nullable ChromeDriver driver;
  private @Nullable VirtualAuthenticator passkeys;

  public Chromium(RunningGateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    driver = ChromiumPrograms.start(gateway, WIDE, HIGH);
    startAnew();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    startAnew();
  }

  private void startAnew() {
    scripts(true);
    look(Look.LIGHT);
    width(WIDE);
    driver().executeCdpCommand("Network.clearBrowserCookies", Map.of());
    driver().get("about:blank");
    newPasskeys();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    BrowserLog.of(driver()).assertNothingForeign(RunningGateway.ORIGIN + "/");
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (driver != null) {
      driver.quit();
    }
  }

  ChromeDriver driver() {
    return Objects.requireNonNull(driver, "started before the tests of a class");
  }

  RunningGateway gateway() {
    return gateway;
  }

  /** A device that holds no passkey yet and verifies its user. */
  void newPasskeys() {
    if (passkeys != null) {
      driver().removeVirtualAuthenticator(passkeys);
    }
    passkeys =
        driver()
            .addVirtualAuthenticator(
                new VirtualAuthenticatorOptions()
                    .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                    .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                    .setHasResidentKey(true)
                    .setHasUserVerification(true)
                    .setIsUserVerified(true));
  }

  /** Whether the device recognises its user from now on. */
  void userIsVerified(boolean verified) {
    Objects.requireNonNull(passkeys).setUserVerified(verified);
  }

  void open(String path) {
    driver().get(RunningGateway.ORIGIN + path);
  }

  /** Where the person is: path and query. */
  String place() {
    return Objects.requireNonNull(driver().getCurrentUrl())
        .substring(RunningGateway.ORIGIN.length());
  }

  /** What the server answered with: the status of the page that is shown. */
  int status() {
    Object status = script("return performance.getEntriesByType('navigation')[0].responseStatus");
    return ((Number) status).intValue();
  }

  /** By how many pixels the page is wider than the window. */
  long overhang() {
    return (Long)
        script("const page = document.documentElement; return page.scrollWidth - page.clientWidth");
  }

  WebElement find(String css) {
    return driver().findElement(By.cssSelector(css));
  }

  List<WebElement> all(String css) {
    return driver().findElements(By.cssSelector(css));
  }

  /** What stands on the page as its reader sees it. */
  String text() {
    return find("body").getText();
  }

  void type(String css, String text) {
    WebElement field = find(css);
    field.clear();
    field.sendKeys(text);
  }

  /** Chooses the option with this value. */
  void choose(String css, String value) {
    find(css + " option[value='" + value + "']").click();
  }

  /** Enters a day, in whatever order the calendar of the browser asks for its parts. */
  void day(String css, String day) {
    script("arguments[0].value = arguments[1]; return true", find(css), day);
  }

  /** Presses what leads to another page and waits until that is there. */
  void press(String css) {
    leave(() -> find(css).click());
  }

  /** Presses the button that sends the form in which this element stands. */
  void send(String css) {
    leave(() -> find(css).findElement(By.xpath("ancestor::form//button[@type='submit']")).click());
  }

  WebElement focused() {
    return driver().switchTo().activeElement();
  }

  /** Presses these keys where the focus is. */
  void keys(CharSequence... keys) {
    focused().sendKeys(keys);
  }

  void tab() {
    keys(Keys.TAB);
  }

  /** Does what leads to another page and waits until that is there. */
  void leave(Runnable deed) {
    Object before = script(BEGUN);
    deed.run();
    until(page -> !script(BEGUN).equals(before) && script(READY).equals(true));
  }

  /** Waits until it holds. */
  void until(Predicate<ChromeDriver> condition) {
    await()
        .atMost(AT_MOST)
        .pollDelay(Duration.ZERO)
        .pollInterval(EVERY)
        .pollInSameThread()
        // between two pages nothing can be asked
        .ignoreExceptionsInstanceOf(WebDriverException.class)
        .until(() -> condition.test(driver()));
  }

  /** How pages are to look. */
  enum Look {
    LIGHT("", "light"),
    DARK("", "dark"),
    PRINTED("print", "light");

    private final String medium;
    private final String scheme;

    Look(String medium, String scheme) {
      this.medium = medium;
      this.scheme = scheme;
    }
  }

  void look(Look look) {
    driver()
        .executeCdpCommand(
            "Emulation.setEmulatedMedia",
            Map.of(
                "media",
                look.medium,
                "features",
                List.of(
                    Map.of("name", "prefers-color-scheme", "value", look.scheme),
                    // what fades would be measured half way
                    Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** The page as a document of the paper that it asks for, byte by byte. */
  String printed() {
    Object document =
        driver()
            .executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true))
            .get("data");
    return new String(
        Base64.getDecoder().decode(String.valueOf(document)), StandardCharsets.ISO_8859_1);
  }

  /** Width of the window in CSS pixels. */
  void width(int pixels) {
    size(pixels, HIGH);
  }

  private void size(int width, int height) {
    driver()
        .executeCdpCommand(
            "Emulation.setDeviceMetricsOverride",
            Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Whether pages opened from now on may run scripts. */
  void scripts(boolean allowed) {
    driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
  }

  Object script(String source, Object... arguments) {
    return Objects.requireNonNull(driver().executeScript(source, arguments));
  }

  /** The page down to its end as a picture. */
  void picture(Path file, int width) {
    width(width);
    size(width, ((Long) script("return document.documentElement.scrollHeight")).intValue());
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, driver().getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      width(WIDE);
    }
  }
}
