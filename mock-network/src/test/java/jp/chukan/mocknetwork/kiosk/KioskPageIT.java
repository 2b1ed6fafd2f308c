package jp.chukan.mocknetwork.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("キオスク端末の画面")
class KioskPageIT {
  /** One of the first generated residents of 足立区, of a household without 支援措置. */
  private static final String PERSON = "/kiosk/0220113121101700/3";

  private static final Pattern REQUEST =
      Pattern.compile("action=\"(/kiosk/requests/[0-9a-f]{32})\"");

  private final RunningCountry country = RunningCountry.get();
  private final HttpClient browser =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> post(String path, String form)
      throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private URI address(String path) {
    return country.control("x").resolve(path);
  }

  private static String text(HttpResponse<byte[]> page) {
    return new String(page.body(), StandardCharsets.UTF_8);
  }

  @Test // T:361
  @DisplayName("カードを受け取り、手数料を見てから、証明書を受け取る")
  void aPersonGetsACardSeesTheFeeAndTakesTheCertificate() throws IOException, InterruptedException {
    assertThat(text(get("/kiosk"))).contains(PERSON);
    assertThat(text(post(PERSON + "/card", "pin=1618"))).contains("暗証番号(数字4けた)");

    HttpResponse<byte[]> wrong = post(PERSON + "/fee", "pin=3141&scope=SELF");
    assertThat(wrong.statusCode()).isEqualTo(409);
    assertThat(text(wrong)).contains("暗証番号が違います");

    String shown = text(post(PERSON + "/fee", "pin=1618&scope=HOUSEHOLD&relationship=true"));
    assertThat(shown).contains("300").doesNotContain("1618");
    Matcher request = REQUEST.matcher(shown);
    assertThat(request.find()).isTrue();
    HttpResponse<byte[]> certificate = post(request.group(1), "");

    assertThat(certificate.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(certificate.headers().firstValue("Cache-Control")).contains("no-store");
    try (PDDocument document = Loader.loadPDF(certificate.body())) {
      assertThat(new PDFTextStripper().getText(document)).contains("世帯主", "東京都足立区");
    }
    assertThat(post(request.group(1), "").statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName("数字4けたでない暗証番号、いない人、外向きの口は断る")
  void whatCannotBeIsRefused() throws IOException, InterruptedException {
    assertThat(post(PERSON + "/card", "pin=16").statusCode()).isEqualTo(400);
    assertThat(get("/kiosk/0220113121101700/99999999").statusCode()).isEqualTo(400);
    HttpResponse<byte[]> outside =
        country.send("gateway-client", HttpRequest.newBuilder(country.https("/kiosk")).build());
    assertThat(outside.statusCode()).isEqualTo(404);
  }
}
