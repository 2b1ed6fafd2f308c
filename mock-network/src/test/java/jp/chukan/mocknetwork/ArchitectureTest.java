package jp.chukan.mocknetwork;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;

@AnalyzeClasses(
    packages = "jp.chukan.mocknetwork",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule cryptography =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bouncycastle..")
          .because("cryptography of messages is the contract's alone");

  @ArchTest
  static final ArchRule registerNetworkNeverSeesACode =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..identity..",
              "..identityprovision..",
              "..cardmanagement..",
              "..specialmovein..",
              "..consistency..",
              "..carriednumber..",
              "..residentrecords..",
              "..municipalserver..",
              "..prefecturalserver..",
              "..nationalserver..",
              "..executivebody..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(LinkageCode.class)
          .because("who knows the 住民票コード never sees the 符号");

  @ArchTest
  static final ArchRule numberOfACitizen =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..person..",
              // must know what may not cross the border to recognise it
              "..border..",
              // whoever comes into the country gets one
              "..day..",
              "..municipality..",
              "..residentrecords..",
              "..residentnotice..",
              "..replica..",
              "..supplementrecipient..",
              "..identity..",
              "..identityprovision..",
              "..cardmanagement..",
              "..specialmovein..",
              "..consistency..",
              "..municipalserver..",
              "..prefecturalserver..",
              "..nationalserver..",
              "..executivebody..",
              "..tax..",
              "..healthinsurance..",
              "..regionalunion..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(IndividualNumber.class)
          .because("a 個人番号 exists on the municipal side and in the register network only (MS-31)");

  @ArchTest
  static final ArchRule certificatesWithoutNumbers =
      noClasses()
          .that()
          .resideInAnyPackage("..certificate..", "..certificateserver..", "..kiosk..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(IndividualNumber.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ResidentRecordCode.class)
          .because("コンビニ交付 never sees a 個人番号 or a 住民票コード (T:361, T:843)");

  @ArchTest
  static final ArchRule ministryWithoutNumbers =
      noClasses()
          .that()
          .resideInAnyPackage("..foreignresident..", "..residencecards..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(IndividualNumber.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ResidentRecordCode.class)
          .because("法務省 knows foreign residents by their cards (T:353)");

  @ArchTest
  static final ArchRule municipalityNeverSeesACode =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..municipality..",
              "..inquiryrelay..",
              "..tax..",
              "..healthinsurance..",
              "..regionalunion..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(LinkageCode.class)
          .because("who knows the 個人番号 never sees the 符号");

  @ArchTest
  static final ArchRule insurersKnowNobodyByNumber =
      noClasses()
          .that()
          .resideInAnyPackage("..insurerserver..", "..qualificationcheck..", "..insurancetally..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..person..", "..residentnotice..", "..residentrecords..")
          .because("資格情報 goes out without 個人番号 (T:2143)");

  @ArchTest
  static final ArchRule hubAndRegisterNetwork =
      noClasses()
          .that()
          .haveNameMatching(".*(Hub|RequestLinkageCodes|SubmitReplicas|ServerOfMunicipality).*")
          .or()
          .resideInAPackage("..inquiryrelay..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..carriednumber..",
              "..municipalserver..",
              "..prefecturalserver..",
              "..nationalserver..")
          .because("市町村CS and 宛名管理 may not talk to each other (I:351)");

  @ArchTest
  static final ArchRule registerNetworkAndHub =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..municipalserver..",
              "..prefecturalserver..",
              "..nationalserver..",
              "..executivebody..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..municipality..", "..coresystem..", "..inquiryrelay..")
          .because("住基ネット and 宛名管理 may not talk to each other (I:351, G:449, G:565)");

  @ArchTest
  static final ArchRule clock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .because("time is injected as InstantSource");

  @ArchTest
  static final ArchRule noServer =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jp.chukan.gateway..", "jp.chukan.command..")
          .because("both sides share the contract and nothing else");

  @ArchTest
  static final ArchRule packages =
      slices()
          .matching("jp.chukan.mocknetwork.(*)..")
          .should()
          .beFreeOfCycles()
          .because("each system knows the next one, never in a circle");
}
