package jp.chukan.mocknetwork.supplementserver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jp.chukan.mocknetwork.identity.IndividualNumberQuery;
import jp.chukan.mocknetwork.person.IndividualNumber;

@AnalyzeClasses(
    packages = {"jp.chukan.mocknetwork.supplement", "jp.chukan.mocknetwork.supplementserver"},
    importOptions = ImportOption.DoNotIncludeTests.class)
class SupplementArchitectureTest {
  @ArchTest
  static final ArchRule neverStored =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(IndividualNumber.class)
          .because("a server of 附票 has no value that could hold a 個人番号 after the answer (G:298)");

  @ArchTest
  static final ArchRule pulledInOnePlace =
      noClasses()
          .that()
          .areNotAssignableTo(PullIndividualNumber.class)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(IndividualNumberQuery.class)
          .because("a 個人番号 comes into the temporary area and nowhere else (JN-28)");

  @ArchTest
  static final ArchRule forAProvisionAlone =
      noClasses()
          .that()
          .areNotAssignableTo(ProvideSupplement.class)
          .and()
          .areNotAssignableTo(ProvisionUnderWay.class)
          .should()
          .callConstructor(
              ProvisionUnderWay.class,
              jp.chukan.mocknetwork.link.CountrySystem.class,
              jp.chukan.mocknetwork.person.ResidentRecordCode.class)
          .because("nothing but a provision that was found lawful can pull a 個人番号 (JN-28)");
}
