package jp.chukan.gateway.browser;

import java.io.File;
import java.util.logging.Level;
import java.util.stream.Stream;
import jp.chukan.gateway.testing.RunningGateway;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium and its driver as the machine has them; nothing is downloaded. */
final class ChromiumPrograms {
  private ChromiumPrograms() {}

  /** A browser without a window that reaches this server and nobody else. */
  static ChromeDriver start(RunningGateway gateway, int width, int height) {
    ChromeDriverService driver =
        new ChromeDriverService.Builder().usingDriverExecutable(program("chromedriver")).build();
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(program("chromium", "chromium-browser", "google-chrome"));
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    options.addArguments(
        "--headless=new",
        "--window-size=" + width + "," + height,
        "--hide-scrollbars",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--no-proxy-server",
        // the name for which passkeys hold, wherever the port is; every other name leads nowhere
        "--host-resolver-rules=MAP localhost:443 127.0.0.1:%d, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
            .formatted(gateway.consoleUri("/").getPort()),
        // passkeys refuse to work behind a certificate that was waved through
        "--ignore-certificate-errors-spki-list=" + gateway.consoleKeyDigest());
    if (System.getProperty("user.name").equals("root")) {
      options.addArguments("--no-sandbox");
    }
    return new ChromeDriver(driver, options);
  }

  private static File program(String... names) {
    return Stream.of(names)
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                    .map(folder -> new File(folder, name)))
        .filter(File::canExecute)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    names[0] + " is not there: src/gateway/install-browser.sh installs it"));
  }
}
