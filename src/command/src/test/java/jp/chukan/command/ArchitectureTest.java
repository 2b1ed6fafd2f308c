package jp.chukan.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(
    packages = "jp.chukan.command",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule onlyTheAuthorityMakesCertificates =
      noClasses()
          .that()
          .resideOutsideOfPackage("jp.chukan.command.certificates")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bouncycastle..")
          .because("who issues is one place; everybody else only holds keys");

  @ArchTest
  static final ArchRule timeIsInjected =
      noClasses().should().callMethod(Instant.class, "now").because("a test sets the time");
}
