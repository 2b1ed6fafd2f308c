package jp.chukan.acceptance.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.chukan.contract.error.ErrorCode;
import org.junit.jupiter.api.Test;

/** Catalogues, glossary and links, held against the code that they tell of. */
class DocumentationTest {
  private static final Pattern JAVADOC =
      Pattern.compile("/\\*\\* (.*?)\\. \\*/\\s+([A-Z_]+)\\(\\s*\"", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

  @Test
  void theErrorCatalogueListsEveryCode() {
    String source =
        Repository.read(
            Repository.path("src/contract/src/main/java/jp/chukan/contract/error/ErrorCode.java"));
    StringBuilder rows = new StringBuilder();
    for (ErrorCode code : ErrorCode.values()) {
      rows.append(
          "| %s | `%s` | %s | %s | %s |%n"
              .formatted(
                  code.id(),
                  code.name(),
                  code.category().name().toLowerCase(Locale.ROOT),
                  code.message(),
                  meaning(source, code)));
    }
    String head = Repository.read(Repository.path("docs/errors.md"));
    String table = "|---|---|---|---|---|\n";
    String expected = head.substring(0, head.indexOf(table) + table.length()) + rows;
    assertThat(Repository.generated("docs/errors.md", expected)).isEqualTo(expected);
  }

  private static String meaning(String source, ErrorCode code) {
    Matcher javadoc = JAVADOC.matcher(source);
    while (javadoc.find()) {
      if (javadoc.group(2).equals(code.name())) {
        return javadoc.group(1).replaceAll("\\s+", " ");
      }
    }
    throw new AssertionError("no Javadoc for " + code);
  }

  @Test
  void theGlossaryHoldsEveryTypeOfTheCodeSystems() throws java.io.IOException {
    String glossary = Repository.read(Repository.path("docs/glossary.md"));
    try (Stream<Path> types =
        Files.list(Repository.path("src/contract/src/main/java/jp/chukan/contract/code"))) {
      List<String> names =
          types
              .filter(file -> Repository.read(file).contains("\npublic "))
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .toList();
      assertThat(names)
          .isNotEmpty()
          .allSatisfy(name -> assertThat(glossary).contains("`" + name + "`"));
    }
  }

  @Test
  void everyLinkBetweenDocumentsLeadsSomewhere() throws java.io.IOException {
    try (Stream<Path> documents =
        Stream.concat(
            Files.walk(Repository.path("docs")),
            Stream.of(
                Repository.path("README.md"),
                Repository.path("README.ja.md"),
                Repository.path("certificates/README.md")))) {
      List<String> broken =
          documents
              .filter(file -> file.toString().endsWith(".md"))
              .flatMap(DocumentationTest::brokenLinks)
              .toList();
      assertThat(broken).isEmpty();
    }
  }

  private static Stream<String> brokenLinks(Path document) {
    return LINK
        .matcher(Repository.read(document))
        .results()
        .map(link -> link.group(1))
        .filter(target -> !Files.exists(document.resolveSibling(target)))
        .map(target -> document.getFileName() + " -> " + target)
        .collect(Collectors.toList())
        .stream();
  }
}
