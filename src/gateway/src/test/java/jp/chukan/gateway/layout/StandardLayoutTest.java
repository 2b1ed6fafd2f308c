package jp.chukan.gateway.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@DisplayName("データ標準レイアウト")
class StandardLayoutTest {
  private static final ItemCode IS_HEAD = new ItemCode("TK00000000000101");
  private static final ItemCode HEAD_NAME = new ItemCode("TK00000000000102");
  private static final ItemCode RELATION = new ItemCode("TK00000000000103");
  private static final SpecificPersonalInformationCode HOUSEHOLD =
      new SpecificPersonalInformationCode("TM00000000000001");
  private static final ItemCode ITEM = new ItemCode("TK00000000009901");
  private static final String SHIPPED = "classpath:layouts/*.yaml";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  private static final String WIDE =
      """
      information: TM00000000000099
      name: 架空の情報
      edition: "1"
      validFrom: 2020-01-01
      validTo: 2026-12-31
      dataSet: TK00000000009900
      items:
        - {code: TK00000000009901, name: 口座番号, type: digits, maxLength: 12, twelveDigits: true}
        - {code: TK00000000009902, name: 登録日, type: date}
        - {code: TK00000000009903, name: 備考, type: text, maxLength: 20}
      """;

  private final StandardLayout household =
      LayoutFiles.layout("TM00000000000001-1.yaml", shipped("TM00000000000001-1.yaml"));
  private final StandardLayout wide = LayoutFiles.layout("wide.yaml", stream(WIDE));

  @Test // MS-14
  void theHeadIsSaidByTheFlagAloneAndOthersByNameAndRelation() {
    assertThat(household.refusalOf(Map.of(IS_HEAD, "1"))).isEmpty();
    assertThat(household.refusalOf(Map.of(IS_HEAD, "0", HEAD_NAME, "架空 太郎", RELATION, "子")))
        .isEmpty();
    assertThat(household.items())
        .extracting(LayoutItem::code)
        .containsExactly(IS_HEAD, HEAD_NAME, RELATION);
  }

  @Test // MS-14
  void flagAndNameExcludeOrDemandEachOther() {
    assertRefused(
        household.refusalOf(Map.of(IS_HEAD, "1", HEAD_NAME, "架空 太郎")),
        ErrorCode.DBM_ITEM_COMBINATION,
        HEAD_NAME);
    assertRefused(
        household.refusalOf(Map.of(IS_HEAD, "0", HEAD_NAME, "架空 太郎")),
        ErrorCode.DBM_ITEM_COMBINATION,
        RELATION);
    assertRefused(
        household.refusalOf(Map.of(HEAD_NAME, "架空 太郎", RELATION, "子")),
        ErrorCode.SYM_MISSING_ELEMENT,
        IS_HEAD);
  }

  @Test // MS-14, JN-08
  void anItemThatTheLayoutLacksIsRefused() {
    ItemCode address = new ItemCode("TK00000000000104");
    assertRefused(
        household.refusalOf(Map.of(IS_HEAD, "1", address, "架空市")),
        ErrorCode.DBM_ITEM_OUTSIDE_LAYOUT,
        address);
  }

  @ParameterizedTest // JN-05
  @CsvSource({
    "TK00000000009901, １２３",
    "TK00000000009901, 1234567890123",
    "TK00000000009902, 20261001",
    "TK00000000009902, 2026-02-30",
    "TK00000000009903, あいうえおかきくけこさしすせそたちつてとな",
    "TK00000000009903, ' '",
    "TK00000000009903, 'a\u202Eb'"
  })
  void aValueOfAnotherFormIsRefused(String item, String value) {
    assertRefused(
        wide.refusalOf(Map.of(new ItemCode(item), value)),
        ErrorCode.DBM_ITEM_FORM,
        new ItemCode(item));
  }

  @ParameterizedTest // JN-05
  @CsvSource({
    "TK00000000089008, 999",
    "TK00000000089008, 99999",
    "TK00000000089008, 999A",
    "TK00000000089012, 01",
    "TK00000000089012, 0001",
    "TK00000000089016, 3",
    "TK00000000089016, １",
    "TK00000000089018, 123456",
    "TK00000000089018, 12345678",
    "TK00000000089018, １２３４５６７",
    "TK00000000089020, '　'"
  })
  void anAccountOfAnotherFormIsRefused(String item, String value) {
    for (String edition : List.of("1", "2")) {
      assertRefused(
          shippedEdition("TM00000000000089", edition).refusalOf(Map.of(new ItemCode(item), value)),
          ErrorCode.DBM_ITEM_FORM,
          new ItemCode(item));
    }
  }

  @ParameterizedTest // JN-05
  @CsvSource({"1, 999999999, 1000000000", "2, 99999999999, 100000000000"})
  void anAmountIsDigitsAndAsLongAsItsEditionAllows(String edition, String fits, String tooLong) {
    StandardLayout tax = shippedEdition("TM00000000000002", edition);
    ItemCode amount = new ItemCode("TK00000000002204");
    assertThat(tax.refusalOf(Map.of(amount, "0"))).isEmpty();
    assertThat(tax.refusalOf(Map.of(amount, fits))).isEmpty();
    for (String value : List.of(tooLong, "-1", "3,500", "３５００", "3500円", " 3500")) {
      assertRefused(tax.refusalOf(Map.of(amount, value)), ErrorCode.DBM_ITEM_FORM, amount);
    }
  }

  @Test // JN-05
  void aCodeOutsideItsListIsRefused() {
    assertRefused(household.refusalOf(Map.of(IS_HEAD, "2")), ErrorCode.DBM_ITEM_FORM, IS_HEAD);
  }

  @Test // MS-31, MS-45
  void twelveDigitsThatCheckAreTakenOnlyWhereTheLayoutExpectsTwelve() {
    assertThat(wide.refusalOf(Map.of(new ItemCode("TK00000000009901"), "123456789018"))).isEmpty();
    ItemCode remark = new ItemCode("TK00000000009903");
    assertRefused(
        wide.refusalOf(Map.of(remark, "1234-5678-9018")), ErrorCode.DBM_INDIVIDUAL_NUMBER, remark);
  }

  @Test
  void anEditionIsInForceFromItsFirstToItsLastDay() {
    assertThat(wide.inForceOn(LocalDate.of(2020, 1, 1))).isTrue();
    assertThat(wide.inForceOn(LocalDate.of(2026, 12, 31))).isTrue();
    assertThat(wide.inForceOn(LocalDate.of(2019, 12, 31))).isFalse();
    assertThat(wide.inForceOn(LocalDate.of(2027, 1, 1))).isFalse();
  }

  @Test // MS-17
  void theFilesOfTheResidentRegisterNetworkAreRefusedWhateverLayoutsThereAre() {
    RefusedDataSets refused =
        LayoutFiles.refusedDataSets("data-sets.yaml", shipped("refused/data-sets.yaml"));
    StandardLayouts layouts = new StandardLayouts(List.of(household), refused);
    assertThat(layouts.isRefused(new ItemCode("TK00000000000900"))).isTrue();
    assertThat(layouts.isRefused(new ItemCode("TK00000000000910"))).isTrue();
    assertThat(layouts.isRefused(new ItemCode("TK00000000000100"))).isFalse();
    StandardLayout smuggled =
        LayoutFiles.layout("x.yaml", stream(WIDE.replace("TK00000000009900", "TK00000000000900")));
    assertThatThrownBy(() -> new StandardLayouts(List.of(smuggled), refused))
        .hasMessage("x.yaml: is of a refused data set");
  }

  @Test
  void editionsAreFoundByNumberAndDay() {
    StandardLayouts layouts =
        new StandardLayouts(List.of(household, wide), new RefusedDataSets(List.of(), List.of()));
    LayoutEdition first = new LayoutEdition("1");
    assertThat(layouts.find(HOUSEHOLD, first, DAY)).contains(household);
    assertThat(layouts.find(HOUSEHOLD, new LayoutEdition("9"), DAY)).isEmpty();
    assertThat(layouts.find(wide.information(), first, LocalDate.of(2027, 1, 1))).isEmpty();
    assertThat(layouts.itemOutside(HOUSEHOLD, List.of(IS_HEAD, RELATION), DAY)).isEmpty();
    assertThat(layouts.itemOutside(HOUSEHOLD, List.of(IS_HEAD, wide.dataSet()), DAY))
        .contains(wide.dataSet());
  }

  @ParameterizedTest // JN-13
  @CsvSource({
    "TM00000000000001, 3, 0, ''",
    "TM00000000000002, 235, 204, 市町村民税均等割額",
    "TM00000000000002, 235, 228, 市町村民税所得割額(定額減税前)",
    "TM00000000000089, 20, 8, 金融機関コード",
    "TM00000000000089, 20, 12, 店番",
    "TM00000000000089, 20, 16, 預貯金種目コード",
    "TM00000000000089, 20, 18, 口座番号",
    "TM00000000000089, 20, 20, 名義人氏名"
  })
  void theKnownItemsStandWhereClientsReadThem(
      String information, int items, int position, String name) {
    for (String edition : List.of("1", "2")) {
      StandardLayout layout = shippedEdition(information, edition);

      assertThat(layout.items()).hasSize(items);
      assertThat(layout.inForceOn(DAY)).isTrue();
      if (position > 0) {
        assertThat(layout.items().get(position - 1))
            .returns(name, LayoutItem::name)
            .returns(false, LayoutItem::placeholder);
      }
    }
  }

  @Test // MS-56
  void ofTheEditionsInForceTheNewestIsAskedFor() {
    StandardLayouts layouts =
        TestLayouts.shipped("TM00000000000002-1.yaml", "TM00000000000002-2.yaml");
    SpecificPersonalInformationCode tax = new SpecificPersonalInformationCode("TM00000000000002");

    assertThat(layouts.newest(tax, LocalDate.of(2024, 5, 31))).isEmpty();
    assertThat(layouts.newest(tax, LocalDate.of(2025, 5, 31)))
        .hasValueSatisfying(one -> assertThat(one.edition()).hasToString("1"));
    assertThat(layouts.newest(tax, LocalDate.of(2025, 6, 1)))
        .hasValueSatisfying(one -> assertThat(one.edition()).hasToString("2"));
  }

  @Test // MS-56
  void twoEditionsAreInForceSideBySideAndNoneBeforeItsDayOrAfter() {
    StandardLayouts layouts =
        layouts(
            "first.yaml",
            WIDE,
            "second.yaml",
            WIDE.replace("\"1\"", "\"2\"").replace("2020-01-01", "2026-07-01"));
    SpecificPersonalInformationCode information = wide.information();
    LayoutEdition first = new LayoutEdition("1");
    LayoutEdition second = new LayoutEdition("2");

    LocalDate before = LocalDate.of(2026, 6, 30);
    assertThat(layouts.find(information, first, before)).isPresent();
    assertThat(layouts.find(information, second, before)).isEmpty();
    assertThat(layouts.newest(information, before))
        .hasValueSatisfying(one -> assertThat(one.edition()).isEqualTo(first));
    LocalDate together = LocalDate.of(2026, 7, 1);
    assertThat(layouts.find(information, first, together)).isPresent();
    assertThat(layouts.find(information, second, together)).isPresent();
    assertThat(layouts.newest(information, together))
        .hasValueSatisfying(one -> assertThat(one.edition()).isEqualTo(second));
    LocalDate after = LocalDate.of(2027, 1, 1);
    assertThat(layouts.find(information, second, after)).isEmpty();
    assertThat(layouts.newest(information, after)).isEmpty();
    assertThat(layouts.itemOutside(information, List.of(ITEM), together)).isEmpty();
    assertThat(layouts.itemOutside(information, List.of(ITEM), after)).contains(ITEM);
    assertThat(layouts.holds(information)).isTrue();
  }

  @ParameterizedTest // MS-56
  @CsvSource(
      delimiter = '|',
      value = {
        "\"1\"  | 2026-07-01 | the edition stands twice, also in first.yaml",
        "\"01\" | 2026-07-01 | the edition stands twice, also in first.yaml",
        "\"2\"  | 2020-01-01 | edition and validFrom are in another order than in first.yaml",
        "\"2\"  | 2019-12-31 | edition and validFrom are in another order than in first.yaml",
        "\"0\"  | 2026-07-01 | edition and validFrom are in another order than in first.yaml",
      })
  void editionsThatDoNotFollowEachOtherAreRefusedByBothFiles(
      String edition, String validFrom, String fault) {
    String other = WIDE.replace("\"1\"", edition).replace("2020-01-01", validFrom);
    assertThatThrownBy(() -> layouts("first.yaml", WIDE, "second.yaml", other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("second.yaml: " + fault);
  }

  @Test // MS-14, JN-08
  void everyShippedFileIsReadAndNamedAfterWhatItHolds() throws IOException {
    Resource[] files = new PathMatchingResourcePatternResolver().getResources(SHIPPED);
    for (Resource file : files) {
      StandardLayout layout = LayoutFiles.layout(file.getDescription(), file.getInputStream());
      assertThat(file.getFilename())
          .isEqualTo(layout.information() + "-" + layout.edition() + ".yaml");
      String stem = layout.dataSet().value();
      assertThat(layout.itemCodes())
          .allSatisfy(code -> assertThat(code.value().compareTo(stem)).isPositive());
    }
    assertThat(files).hasSize(6);
    new LayoutConfiguration()
        .standardLayouts(files, new ClassPathResource("layouts/refused/data-sets.yaml"));
  }

  @Test // MS-31, JN-05
  void aPlaceholderTakesTextAndNoIndividualNumber() {
    StandardLayout tax = shippedEdition("TM00000000000002", "1");
    ItemCode first = new ItemCode("TK00000000002001");
    ItemCode last = new ItemCode("TK00000000002235");

    assertThat(tax.item(first)).hasValueSatisfying(item -> assertThat(item.placeholder()).isTrue());
    assertThat(tax.itemCodes()).startsWith(first).endsWith(last).doesNotHaveDuplicates();
    assertThat(tax.refusalOf(Map.of(first, "あ", last, "100"))).isEmpty();
    assertRefused(
        tax.refusalOf(Map.of(first, "123456789018")), ErrorCode.DBM_INDIVIDUAL_NUMBER, first);
    for (String value : List.of("あ".repeat(101), " ", "a\u202Eb", "a\nb")) {
      assertRefused(tax.refusalOf(Map.of(last, value)), ErrorCode.DBM_ITEM_FORM, last);
    }
    assertThat(tax.items())
        .filteredOn(LayoutItem::placeholder)
        .hasSize(233)
        .noneMatch(LayoutItem::required)
        .noneMatch(LayoutItem::twelveDigits)
        .allSatisfy(item -> assertThat(item.name()).isEqualTo("未公表項目 " + item.code()));
  }

  private static StandardLayout shippedEdition(String information, String edition) {
    String file = information + "-" + edition + ".yaml";
    return LayoutFiles.layout(file, shipped(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{code: TK00000000009904, placeholders: 0, maxLength: 9} | counted from 1",
        "{code: TK00000000009904, placeholders: 1000, maxLength: 9} | counted from 1 to 999",
        "{code: TK00000000009904, placeholders: 2} | need a maxLength",
        "{code: TK00000000009904, placeholders: 2, maxLength: 101} | maxLength up to 100",
        "{code: TK00000000009904, placeholders: 2, maxLength: 9, name: 名} | first code",
        "{code: TK00000000009904, placeholders: 2, maxLength: 9, length: 9} | first code",
        "{code: TK00000000009904, placeholders: 2, maxLength: 9, required: true} | first code",
        "{code: TK00000000009904, placeholders: 2, maxLength: 9, twelveDigits: true} | first code",
        "{code: TK00000000009904, placeholders: 2, maxLength: 9, type: date} | first code",
        "{code: TK00000000009904, placeholders: 2, maxLength: 9, first: 1} | first",
        "{code: TK00000000009904, placeholders: many, maxLength: 9} | many",
        "{placeholders: 2, maxLength: 9} | first code",
        "{code: TK00000000009902, placeholders: 2, maxLength: 9} | stands twice",
        "{code: TK99999999999999, placeholders: 2, maxLength: 9} | past the last item code",
      })
  void aRunOfPlaceholdersThatIsNotSoundIsRefused(String entry, String fault) {
    String file = WIDE + "  - " + entry + "\n";
    assertThatThrownBy(() -> LayoutFiles.layout("broken.yaml", stream(file)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("broken.yaml: ")
        .hasMessageContaining(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "validTo: 2026-12-31      | validTo: 2019-12-31        | validTo is before validFrom",
        "name: 架空の情報         | nmae: 架空の情報           | nmae",
        "name: 架空の情報         | name: ' '                  | a required entry is missing",
        "name: 登録日             | name: ''                   | without code, name or type",
        "validFrom: 2020-01-01    | validFrom: 2020-02-30      | 2020-02-30",
        "edition: \"1\"           | edition: あ                | LayoutEdition",
        "TK00000000009902, name   | TK00000000009901, name     | stands twice",
        "TK00000000009902, name   | TK00000000009900, name     | the data set itself",
        "type: date               | type: date, maxLength: 3   | takes neither",
        "type: date               | type: date, twelveDigits: true | nor twelveDigits",
        "type: text, maxLength: 20 | type: text                | needs a maxLength",
        "type: text, maxLength: 20 | type: text, length: 20    | needs a maxLength",
        "type: digits, maxLength: 12 | type: digits, maxLength: 12, length: 12 | either a length",
        "type: digits, maxLength: 12 | type: digits, length: -1 | either a length",
        "type: digits, maxLength: 12 | type: digits            | either a length",
        "type: text, maxLength: 20 | type: code                | needs codes",
        "type: date               | type: free                 | free",
        "dataSet: TK00000000009900 | name2: x                  | name2",
        "TM00000000000099         | TM99                       | SpecificPersonalInformationCode",
      })
  void aFileThatIsNotSoundIsRefusedByNameAndFault(String sound, String broken, String fault) {
    String file = WIDE.replace(sound, broken);
    assertThat(file).isNotEqualTo(WIDE);
    assertThatThrownBy(() -> LayoutFiles.layout("broken.yaml", stream(file)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("broken.yaml: ")
        .hasMessageContaining(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{when: {item: TK00000000009904, is: \"1\"}, with: [TK00000000009903]} | lacks",
        "{when: {item: TK00000000009902, is: \"1\"}, with: [TK00000000009903]} | lacks",
        "{when: {item: TK00000000009901, is: \"1\"}} | demands nothing",
        "{when: {item: TK00000000009901, is: \"1\"}, with: [TK00000000009904]} | not of the layout",
        "{with: [TK00000000009903]} | without item and value",
        "{when: {item: TK00000000009901, is: \"1\"}, with: [TK00000000009910]} | a placeholder",
        "{when: {item: TK00000000009910, is: あ}, with: [TK00000000009901]} | a placeholder",
      })
  void aCombinationThatCannotHoldIsRefused(String combination, String fault) {
    String placeholder = "  - {code: TK00000000009910, placeholders: 1, maxLength: 9}\n";
    String file = WIDE + placeholder + "combinations:\n  - " + combination + "\n";
    assertThatThrownBy(() -> LayoutFiles.layout("broken.yaml", stream(file)))
        .hasMessageContaining(fault);
  }

  @Test
  void theFirstFaultInTheOrderOfTheItemsIsTold() {
    Map<ItemCode, @Nullable String> values = new LinkedHashMap<>();
    values.put(HEAD_NAME, "1234 5678 9018");
    values.put(IS_HEAD, "9");
    assertRefused(household.refusalOf(values), ErrorCode.DBM_INDIVIDUAL_NUMBER, HEAD_NAME);
  }

  private static void assertRefused(Optional<Refusal> refusal, ErrorCode code, ItemCode item) {
    assertThat(refusal).contains(Refusal.at(code, item.value()));
  }

  private static StandardLayouts layouts(
      String firstName, String first, String secondName, String second) {
    return new StandardLayouts(
        List.of(
            LayoutFiles.layout(firstName, stream(first)),
            LayoutFiles.layout(secondName, stream(second))),
        new RefusedDataSets(List.of(), List.of()));
  }

  private static InputStream shipped(String name) {
    return java.util.Objects.requireNonNull(
        StandardLayoutTest.class.getResourceAsStream("/layouts/" + name));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
