package jp.chukan.gateway.linkagecode;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.chukan.gateway.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whose a 「符号」 is, is read by those only who answer the network or the person whose it is; and
 * which code a person has by the one that asks the network.
 */
@DisplayName("符号と宛名番号の対応表への接近")
class MappingAccessIT {
  private static final Pattern TABLES =
      Pattern.compile("\\b(from|join|into|update)\\s+linkage_(code|acquisition)\\b");

  @Test // MS-38, MS-39
  void onlyWhoAnswersTheNetworkOrThePersonLooksPersonsUpByTheirCode() {
    onlyIn(
        "tell whose a code is",
        Set.of("LinkedPersons", "LinkedPerson"),
        "..provision..",
        "..disclosure..",
        "..selfinformation..",
        "..citizennotice..");
  }

  @Test // MS-38, MS-39
  void onlyTheInquiryLooksCodesUpByTheirPerson() {
    onlyIn("tell the code of a person", Set.of("LinkageCodes", "BoundCode"), "..inquiry..");
  }

  private static void onlyIn(String what, Set<String> types, String... users) {
    noClasses()
        .that()
        .resideOutsideOfPackage("..linkagecode..")
        .and()
        .resideOutsideOfPackages(users)
        .should()
        .dependOnClassesThat(
            describe(what, (JavaClass type) -> types.contains(type.getSimpleName())))
        .because("nobody else has an affair that needs it")
        .check(
            new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("jp.chukan.gateway"));
  }

  @Test // MS-38, MS-39
  void noOtherPackageReadsTheTables() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      List<Path> readers =
          sources
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.toString().contains("linkagecode"))
              .filter(MappingAccessIT::namesTheTables)
              .toList();
      assertThat(readers).isEmpty();
    }
  }

  private static boolean namesTheTables(Path file) {
    try {
      return TABLES.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test // MS-31, MS-45
  @DisplayName("対応表に個人番号の列はない")
  void noColumnHoldsAnIndividualNumber() {
    JdbcClient jdbc = TestDatabase.migrated().everything();
    assertThat(
            jdbc.sql(
                    """
                    select column_name from information_schema.columns
                     where table_name like 'linkage\\_%'
                    """)
                .query(String.class)
                .set())
        .containsExactlyInAnyOrder(
            "institution_code",
            "addressee_number",
            "processing_number",
            "requested_at",
            "record_number",
            "affair_code",
            "purpose",
            "department_code",
            "user_id",
            "received_at",
            "linkage_code",
            "bound_at");
  }
}
