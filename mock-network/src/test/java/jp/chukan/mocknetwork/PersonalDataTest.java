package jp.chukan.mocknetwork;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import jp.chukan.mocknetwork.residentrecords.Resident;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Types that hold personal data print none of it. They are found by the names of what they hold;
 * what they hold in a type of its own is silent by that type.
 */
@DisplayName("個人に関する値は文字列表現に現れない")
class PersonalDataTest {
  private static final Set<String> PERSONAL =
      Set.of("name", "headName", "address", "birthDate", "relationship", "sex", "expected");

  private static final Set<String> REDACTED_VALUES =
      Set.of("IndividualNumber", "ResidentRecordCode", "PersonId");

  @TestFactory
  List<DynamicTest> everyRecordThatHoldsPersonalDataHasItsOwnToString() {
    List<DynamicTest> tests =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(Resident.class.getPackageName(), MockNetwork.class.getPackageName())
                .stream()
                .filter(JavaClass::isRecord)
                .map(JavaClass::reflect)
                .filter(PersonalDataTest::holdsPersonalData)
                .map(
                    type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> assertSilent(type)))
                .toList();
    assertThat(tests).hasSizeGreaterThan(4);
    return tests;
  }

  private static boolean holdsPersonalData(Class<?> type) {
    boolean ofAnInstitution =
        type.getPackageName().endsWith(".institution") || type.getSimpleName().equals("Party");
    boolean named =
        Arrays.stream(type.getRecordComponents())
            .filter(component -> !component.getType().isRecord())
            .map(RecordComponent::getName)
            .anyMatch(PERSONAL::contains);
    return REDACTED_VALUES.contains(type.getSimpleName()) || (named && !ofAnInstitution);
  }

  private static void assertSilent(Class<?> type) throws NoSuchMethodException {
    // A record's own toString is written by the compiler and calls ObjectMethods; ours does not.
    assertThat(type.getDeclaredMethod("toString").getDeclaringClass()).isEqualTo(type);
    assertThat(
            new ClassFileImporter()
                .importClass(type)
                .getMethod("toString")
                .getSourceCodeLocation()
                .getLineNumber())
        .isGreaterThan(declarationLine(type));
  }

  private static int declarationLine(Class<?> type) {
    return new ClassFileImporter()
        .importClass(type)
        .getConstructors()
        .iterator()
        .next()
        .getSourceCodeLocation()
        .getLineNumber();
  }
}
