package jp.chukan.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/** The house rules that a machine can hold, each with its reason. */
@AnalyzeClasses(packages = "jp.chukan.contract", importOptions = DoNotIncludeTests.class)
class ContractArchitectureTest {

  @ArchTest
  static final ArchRule BOUNCY_CASTLE_STAYS_IN_CRYPTO =
      noClasses()
          .that()
          .resideOutsideOfPackage("..crypto..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bouncycastle..")
          .because("algorithms are chosen in one place");

  @ArchTest
  static final ArchRule PARSERS_ARE_MADE_IN_ONE_PLACE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..contract.xml..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "javax\\.xml\\.stream\\.XML(Input|Output)Factory"
                  + "|javax\\.xml\\.validation\\..*"
                  + "|javax\\.xml\\.parsers\\..*"
                  + "|javax\\.xml\\.transform\\..*"
                  + "|com\\.ctc\\.wstx\\..*"
                  + "|com\\.fasterxml\\.jackson\\.dataformat\\.xml\\.Xml(Mapper|Factory).*")
          .because("one forgotten setting lets an entity read files: SecureXml makes them");

  @ArchTest
  static final ArchRule TIME_IS_INJECTED =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .because("a permit's minute must be testable: ask the InstantSource");

  @ArchTest
  static final ArchRule THE_CONTRACT_KNOWS_NO_FRAMEWORK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "org.apache.camel..", "jakarta.jms..")
          .because("both sides of the network speak it, whatever they are built with");

  @ArchTest
  static final ArchRule NOBODY_READS_OBJECTS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.ObjectInputStream")
          .because("what comes from outside is bytes of a known format, never a Java object");
}
