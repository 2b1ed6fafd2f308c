package jp.chukan.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * What a browser noted since it was last asked.
 *
 * @param requests every address that it asked for
 * @param faults what pages did that they may not, as the browser words it
 */
record BrowserLog(List<String> requests, List<String> faults) {
  private static final JsonMapper JSON = new JsonMapper();

  static BrowserLog of(ChromeDriver driver) {
    return new BrowserLog(
        driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
            .map(BrowserLog::event)
            .filter(event -> event.path("method").asText().equals("Network.requestWillBeSent"))
            .map(event -> event.at("/params/request/url").asText())
            // the browser's own empty page and its own signs, such as that of a calendar
            .filter(address -> !address.equals("about:blank") && !address.startsWith("data:"))
            .toList(),
        driver.manage().logs().get(LogType.BROWSER).getAll().stream()
            .map(LogEntry::getMessage)
            // that a page was refused is no fault of the page
            .filter(message -> !message.contains("the server responded with a status of 4"))
            .toList());
  }

  void assertNothingForeign(String console) {
    assertThat(requests.stream().filter(address -> !address.startsWith(console)))
        .as("asked of others")
        .isEmpty();
    assertThat(faults).as("faults that the browser notes").isEmpty();
  }

  private static JsonNode event(LogEntry entry) {
    try {
      return JSON.readTree(entry.getMessage()).path("message");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
