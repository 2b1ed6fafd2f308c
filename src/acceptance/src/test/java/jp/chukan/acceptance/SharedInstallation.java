package jp.chukan.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.function.Consumer;
import jp.chukan.command.client.MunicipalClient;
import jp.chukan.command.demo.Demo;
import jp.chukan.command.demo.DemoReport;
import jp.chukan.command.demo.DemoScale;
import jp.chukan.command.installation.Folders;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.installation.InstallationOptions;
import jp.chukan.contract.code.InstitutionCode;
import org.jspecify.annotations.Nullable;

/** One installation for all acceptance tests, on which the demo has run first. */
final class SharedInstallation {
  static final InstitutionCode ISHINOMAKI = new InstitutionCode("0220104202101700");
  static final InstitutionCode TSUKUBA = new InstitutionCode("0220108220101700");
  static final InstitutionCode ADACHI = new InstitutionCode("0220113121101700");
  static final String MINISTRY = "0450000000001700";

  private static final ObjectMapper JSON = new ObjectMapper();

  private static @Nullable SharedInstallation shared;

  private final InstallationOptions options;
  private Installation installation;
  private final DemoReport report;
  private final HttpClient http = HttpClient.newHttpClient();

  private SharedInstallation() throws IOException {
    Path folder = Path.of("target", "installation");
    Folders.delete(folder);
    options = InstallationOptions.in(folder);
    installation = Installation.start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> installation.close()));
    report = Demo.run(installation, new DemoScale(120, 60));
  }

  static synchronized SharedInstallation get() {
    if (shared == null) {
      try {
        shared = new SharedInstallation();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared;
  }

  DemoReport report() {
    return report;
  }

  Installation installation() {
    return installation;
  }

  /** Stops everything in good order, has something done, and starts it again at its addresses. */
  void whileStopped(Consumer<InstallationOptions> work) {
    installation.close();
    work.accept(options);
    installation = Installation.start(options);
  }

  MunicipalClient municipality(InstitutionCode institution) throws IOException {
    return MunicipalClient.connect(installation.gatewayUri(), installation.keys(), institution);
  }

  /** Asks the country's control interface. */
  JsonNode ask(String path) {
    return send(HttpRequest.newBuilder(control(path)).GET().build());
  }

  /** Tells the country's control interface to do something. */
  JsonNode tell(String path, String json) {
    return send(
        HttpRequest.newBuilder(control(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build());
  }

  private URI control(String path) {
    return installation.controlUri().resolve("/control/" + path);
  }

  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() >= 400) {
        throw new IllegalStateException(request.uri() + " answered " + response.statusCode());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
