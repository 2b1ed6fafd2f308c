package jp.chukan.command.dependencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jp.chukan.command.installation.InstallationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AdvisoriesTest {
  @TempDir Path folder;

  @ParameterizedTest // MS-97
  @CsvSource({
    "0.9, true",
    "1.9, true",
    "1.10, false",
    "1.10.0, false",
    "2.0-beta1, false",
    "2.0, true",
    "2.0.1, true",
    "2.1, false",
    "3.0, true"
  })
  void aVersionIsHeldAgainstEachRangeInMavensOrder(String version, boolean affected)
      throws IOException {
    write(
        folder.resolve("a.json"),
        """
        {"introduced": "0"}, {"fixed": "1.10"},
        {"introduced": "2.0"}, {"last_affected": "2.0.9"},
        {"introduced": "3.0"}
        """);

    assertThat(Advisories.read(folder).of(library(version))).hasSize(affected ? 1 : 0);
  }

  @Test // MS-97
  void whatWasWithdrawnOrIsOfAnotherWorldIsNoFinding() throws IOException {
    write(folder.resolve("a.json"), "{\"introduced\": \"9\"}");
    Files.writeString(
        folder.resolve("b.json"),
        """
        {"id": "B", "withdrawn": "2026-01-01T00:00:00Z", "affected": [{"package":
         {"ecosystem": "Maven", "name": "g:a"}, "versions": ["1.0"]}]}
        """);
    Files.writeString(
        folder.resolve("c.json"),
        """
        {"id": "C", "affected": [{"package": {"ecosystem": "npm", "name": "g:a"},
         "versions": ["1.0"]}]}
        """);

    assertThat(Advisories.read(folder).of(library("1.0"))).isEmpty();
  }

  @Test // MS-97
  void anArchiveIsReadAsItIsHandedOut() throws IOException {
    Path archive = folder.resolve("all.zip");
    try (var zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
      write(zip.getPath("/a.json"), "{\"introduced\": \"0\"}");
    }

    assertThat(Advisories.read(archive).of(library("1.0"))).hasSize(1);
  }

  @Test
  void whatIsNoAdvisoryEndsTheCheck() throws IOException {
    assertThatThrownBy(() -> Advisories.read(folder))
        .isInstanceOf(InstallationException.class)
        .hasMessageContaining("no advisory");

    Path other = Files.writeString(folder.resolve("a.json"), "{\"id\": 1}");
    assertThatThrownBy(() -> Advisories.read(folder))
        .isInstanceOf(InstallationException.class)
        .hasMessageContaining(other.toString());

    Files.writeString(other, "{");
    assertThatThrownBy(() -> Advisories.read(folder))
        .isInstanceOf(InstallationException.class)
        .hasMessageContaining("no JSON");
  }

  @Test // MS-97
  void oneAllowedLicenceOfThoseOfferedIsEnough() {
    assertThat(Licences.allow(List.of("GPL-3.0-only", "MIT"))).isTrue();
    assertThat(Licences.allow(List.of("GPL-3.0-only"))).isFalse();
    assertThat(Licences.allow(List.of())).isFalse();
  }

  private static Component library(String version) {
    return new Component("g", "a", version, "", List.of("MIT"));
  }

  private static void write(Path file, String events) throws IOException {
    Files.writeString(
        file,
        """
        {"id": "A", "summary": "s", "affected": [{"package": {"ecosystem": "Maven", "name": "g:a"},
         "ranges": [{"type": "ECOSYSTEM", "events": [%s]}]}]}
        """
            .formatted(events));
  }
}
