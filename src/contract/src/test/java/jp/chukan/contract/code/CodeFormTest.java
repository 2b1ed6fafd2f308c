package jp.chukan.contract.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("コードの形式")
class CodeFormTest {
  private record Form(Function<String, Record> type, List<String> right, List<String> wrong) {}

  private static final Map<String, Form> FORMS =
      Map.ofEntries(
          form(AffairCode::new, List.of("JM01000000121000"), "JT01000000121000", "JM0100000012100"),
          form(ProcedureCode::new, List.of("JT01010000000214"), "JM01010000000214", "JT0101"),
          form(
              SpecificPersonalInformationCode::new,
              List.of("TM00000000000002", "TM00000000000089"),
              "TM0000000000002",
              "TM000000000000020",
              "tm00000000000002"),
          form(ItemCode::new, List.of("TK00000000000101"), "TM00000000000101", "TK101"),
          form(
              InstitutionCode::new,
              List.of("0220113112101700", "1419900000002200"),
              "022011311210170",
              "02201131121017000",
              "022011311210170A",
              "０２２０１１３１１２１０１７００"),
          form(MunicipalityCode::new, List.of("04202"), "0420", "042020", "0420A"),
          form(
              ProviderDesignation::new,
              List.of("14101", "0220104202101700"),
              "1410",
              "141010",
              "022010420210170"),
          form(DepartmentCode::new, List.of("3595115400"), "x".repeat(21), "営業部", "a b"),
          form(UserId::new, List.of("user-01"), "x".repeat(21), "太郎"),
          form(AddresseeNumber::new, List.of("000000000000001"), "1234567890123456", "12a"),
          form(UnifiedAddresseeNumber::new, List.of("000000000000001"), "1234567890123456", "-1"),
          form(LayoutEdition::new, List.of("1", "10", "R6.1"), "12345", "版"),
          form(SystemIdentifier::new, List.of("K000000001", "T000000001"), "X000000001", "K1"),
          form(ProcessingNumber::new, List.of("20261001ABCDEFGH"), "short", "lowercase00"),
          form(ReceptionNumber::new, List.of("20261001ABCDEFGH"), "short", "lowercase00"),
          form(LinkageCode::new, List.of("AAECAwQFBgcICQoLDA0ODw"), "short", "+".repeat(20)),
          form(MessageId::new, List.of("MSG-0001"), "a b", "x".repeat(65)),
          form(PermitId::new, List.of("PERMIT-0000001"), "short", "x".repeat(41)),
          form(RecordIdentificationNumber::new, List.of("REC-0001"), "REC 1", "x".repeat(41)),
          form(NonDisclosureCode::new, List.of("0", "1"), "10", "a"));

  private static Map.Entry<String, Form> form(
      Function<String, Record> type, List<String> right, String... wrong) {
    return Map.entry(
        type.apply(right.get(0)).getClass().getSimpleName(), new Form(type, right, List.of(wrong)));
  }

  static Stream<Arguments> rightValues() {
    return FORMS.entrySet().stream()
        .flatMap(
            form ->
                form.getValue().right().stream().map(value -> Arguments.of(form.getKey(), value)));
  }

  static Stream<Arguments> wrongValues() {
    return FORMS.entrySet().stream()
        .flatMap(
            form ->
                Stream.concat(Stream.of("", " ", "\n"), form.getValue().wrong().stream())
                    .map(value -> Arguments.of(form.getKey(), value)));
  }

  @ParameterizedTest
  @MethodSource("rightValues") // JN-05
  void aValueOfTheRightFormIsKept(String type, String value)
      throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
    Record code = typed(type, value);

    assertThat(code.getClass().getMethod("value").invoke(code)).isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("wrongValues") // JN-05
  void aValueOfAnotherFormIsRefusedWithoutBeingQuoted(String type, String value) {
    assertThatThrownBy(() -> typed(type, value))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> {
              assertThat(e.refusal().code()).isEqualTo(ErrorCode.SYM_CODE_FORM);
              assertThat(e.refusal().element()).startsWith(type);
              if (value.length() > 4) {
                assertThat(e).message().doesNotContain(value);
              }
            });
  }

  @Test
  @DisplayName("宛名番号の前ゼロ")
  void oneNumberIsOnePersonWithAndWithoutLeadingZeros() {
    assertThat(new UnifiedAddresseeNumber("42"))
        .isEqualTo(new UnifiedAddresseeNumber("000000000000042"));
    assertThat(new AddresseeNumber("42")).isEqualTo(new AddresseeNumber("000000000000042"));
  }

  @Test // MS-56
  void editionsCompareAsNumbersWhereTheyAreNumbers() {
    assertThat(new LayoutEdition("10")).isGreaterThan(new LayoutEdition("9"));
    assertThat(new LayoutEdition("R2")).isGreaterThan(new LayoutEdition("R1"));
  }

  private static Record typed(String type, String value) {
    Form form = FORMS.get(type);
    if (form == null) {
      throw new AssertionError("no such type: " + type);
    }
    return form.type().apply(value);
  }
}
