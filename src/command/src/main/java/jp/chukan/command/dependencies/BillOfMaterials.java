package jp.chukan.command.dependencies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import jp.chukan.command.installation.InstallationException;

/**
 * The list of what a program is made of (SBOM, CycloneDX 1.6), as the build puts it into the jar.
 *
 * @param components the libraries in it; parts of this project are left out
 */
public record BillOfMaterials(List<Component> components) {
  /** Where it lies in a jar. */
  public static final String ENTRY = "META-INF/sbom/application.cdx.json";

  private static final String IN_SPRING_BOOT = "BOOT-INF/classes/" + ENTRY;
  private static final ObjectMapper JSON = new ObjectMapper();

  public BillOfMaterials {
    components = List.copyOf(components);
  }

  /** Whether this jar has one. */
  static boolean isIn(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return entry(file).isPresent();
    }
  }

  /**
   * @throws InstallationException when the jar has none
   */
  public static BillOfMaterials of(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      ZipEntry entry =
          entry(file)
              .orElseThrow(() -> new InstallationException(jar.getFileName() + " holds no SBOM"));
      try (InputStream content = file.getInputStream(entry)) {
        return read(content);
      }
    }
  }

  private static Optional<ZipEntry> entry(JarFile file) {
    return Stream.of(ENTRY, IN_SPRING_BOOT)
        .map(file::getEntry)
        .filter(Objects::nonNull)
        .findFirst();
  }

  static BillOfMaterials read(InputStream content) throws IOException {
    return new BillOfMaterials(
        JSON.readTree(content)
            .path("components")
            .valueStream()
            .map(BillOfMaterials::component)
            .filter(component -> !component.isOwn())
            .toList());
  }

  private static Component component(JsonNode node) {
    return new Component(
        node.path("group").asText(),
        node.path("name").asText(),
        node.path("version").asText(),
        node.path("hashes")
            .valueStream()
            .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
            .map(hash -> hash.path("content").asText())
            .findFirst()
            .orElse(""),
        node.path("licenses").valueStream().map(BillOfMaterials::licence).toList());
  }

  private static String licence(JsonNode node) {
    JsonNode licence = node.path("license");
    return Stream.of(licence.path("id"), licence.path("name"), node.path("expression"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .findFirst()
        .orElse("");
  }
}
