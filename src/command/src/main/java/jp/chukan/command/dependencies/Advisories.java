package jp.chukan.command.dependencies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.chukan.command.installation.InstallationException;
import org.jspecify.annotations.Nullable;

/**
 * Weaknesses in the form of the Open Source Vulnerability schema 1.x (<a
 * href="https://ossf.github.io/osv-schema/">OSV</a>), of the ecosystem Maven: a folder of JSON
 * files, or the archive {@code all.zip} that osv.dev hands out.
 */
final class Advisories {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Advisory> all;

  private Advisories(List<Advisory> all) {
    this.all = List.copyOf(all);
  }

  /**
   * @throws InstallationException naming the file, when one has another form, and when there is
   *     none at all: no finding must not come of no advisory
   */
  static Advisories read(Path folderOrZip) throws IOException {
    Advisories read;
    if (Files.isDirectory(folderOrZip)) {
      read = new Advisories(inFolder(folderOrZip));
    } else {
      try (FileSystem zip = FileSystems.newFileSystem(folderOrZip)) {
        read = new Advisories(inFolder(zip.getPath("/")));
      }
    }
    if (read.all.isEmpty()) {
      throw new InstallationException(folderOrZip + " holds no advisory for Maven");
    }
    return read;
  }

  /** How many there are, one for each library that an advisory names. */
  int size() {
    return all.size();
  }

  /** Those that this component has. */
  List<Advisory> of(Component component) {
    return all.stream().filter(advisory -> advisory.affects(component)).toList();
  }

  private static List<Advisory> inFolder(Path folder) throws IOException {
    List<Advisory> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        found.addAll(inFile(file));
      }
    }
    return found;
  }

  private static List<Advisory> inFile(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      JsonNode advisory = JSON.readTree(content);
      if (!advisory.path("id").isTextual() || !advisory.path("affected").isArray()) {
        throw new InstallationException(file + " is no advisory in the form of OSV");
      }
      if (advisory.has("withdrawn")) {
        return List.of();
      }
      return advisory
          .path("affected")
          .valueStream()
          .filter(affected -> affected.path("package").path("ecosystem").asText().equals("Maven"))
          .map(affected -> advisory(advisory, affected))
          .toList();
    } catch (JsonProcessingException otherForm) {
      throw new InstallationException(file + " is no JSON");
    }
  }

  private static Advisory advisory(JsonNode advisory, JsonNode affected) {
    return new Advisory(
        advisory.path("id").asText(),
        affected.path("package").path("name").asText(),
        affected
            .path("ranges")
            .valueStream()
            .flatMap(range -> ranges(range.path("events")))
            .toList(),
        affected.path("versions").valueStream().map(JsonNode::asText).collect(Collectors.toSet()),
        advisory.path("summary").asText());
  }

  /** Each event that introduces it begins a range, the event behind it ends that range. */
  private static Stream<Advisory.Range> ranges(JsonNode events) {
    List<Advisory.Range> ranges = new ArrayList<>();
    String introduced = null;
    for (JsonNode event : events) {
      if (introduced != null && (event.has("fixed") || event.has("last_affected"))) {
        ranges.add(
            new Advisory.Range(introduced, text(event, "fixed"), text(event, "last_affected")));
        introduced = null;
      } else if (event.has("introduced")) {
        introduced = event.path("introduced").asText();
      }
    }
    if (introduced != null) {
      ranges.add(new Advisory.Range(introduced, null, null));
    }
    return ranges.stream();
  }

  private static @Nullable String text(JsonNode event, String name) {
    return event.has(name) ? event.path(name).asText() : null;
  }
}
