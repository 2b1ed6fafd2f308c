package jp.chukan.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.annotation.Autowired;

/** The house rules that a machine can hold, each with its reason. */
@AnalyzeClasses(packages = "jp.chukan.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule BOUNCY_CASTLE_STAYS_IN_CRYPTO =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bouncycastle..")
          .because("algorithms are chosen in one place, the crypto package of the contract");

  @ArchTest
  static final ArchRule CAMEL_STAYS_IN_ROUTING =
      noClasses()
          .that()
          .resideOutsideOfPackage("..routing..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.camel..")
          .because("a feature is testable and readable without the framework that calls it");

  @ArchTest
  static final ArchRule JMS_STAYS_IN_THE_MESSAGING_CONFIGURATION =
      noClasses()
          .that()
          .resideOutsideOfPackage("..routing..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.jms..")
          .because("the queues belong to the routes");

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
  static final ArchRule PARSERS_ARE_MADE_IN_ONE_PLACE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("javax.xml.stream.XMLInputFactory")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("javax.xml.parsers.DocumentBuilderFactory")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("javax.xml.parsers.SAXParserFactory")
          .because("one forgotten setting lets an entity read files: SecureXml makes them");

  @ArchTest
  static final ArchRule NO_FIELD_INJECTION =
      noFields()
          .should()
          .beAnnotatedWith(Autowired.class)
          .because("what a class needs stands in its constructor");

  @ArchTest
  static final ArchRule NO_VAGUE_NAMES =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common)")
          .because("a name says what the thing is for");

  // MS-31, MS-45, MU-01, MU-20
  @ArchTest
  static final ArchRule NO_INDIVIDUAL_NUMBER =
      noClasses()
          .should()
          .haveNameMatching("(?i).*(IndividualNumber|MyNumber|KojinBango)")
          .orShould()
          .haveNameMatching("(?i).*PersonalNumber")
          .because("個人番号 has no type in the server: the absence is the guarantee");

  @ArchTest
  static final ArchRule NOTHING_IS_LOGGED_PAST_THE_LOGGER =
      noClasses()
          .that()
          // a program of its own, which talks to who started it
          .doNotHaveFullyQualifiedName("jp.chukan.gateway.backup.RestoreMain")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("what is written past the logger cannot be kept free of personal data");
}
