package jp.chukan.gateway.replica;

import static jp.chukan.gateway.replica.ReplicaBed.HEAD_NAME;
import static jp.chukan.gateway.replica.ReplicaBed.HOUSEHOLD;
import static jp.chukan.gateway.replica.ReplicaBed.IS_HEAD;
import static jp.chukan.gateway.replica.ReplicaBed.RELATION;
import static jp.chukan.gateway.replica.ReplicaBed.TODAY;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ReplicaInquiry;
import jp.chukan.contract.message.ReplicaInquiryResult;
import jp.chukan.contract.message.ResponseModeChange;
import jp.chukan.contract.message.ResponseModeChange.Change;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.replica.ReplicaLookup.Absent;
import jp.chukan.gateway.replica.ReplicaLookup.Found;
import jp.chukan.gateway.replica.ReplicaLookup.LayoutMismatch;
import jp.chukan.gateway.testing.TestKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("副本の参照と応答の可否")
class StoredReplicasIT {
  private static final ItemCode UNKNOWN = new ItemCode("TK00000000000199");

  private static ReplicaBed bed;

  @BeforeAll
  static void start() {
    bed = new ReplicaBed();
  }

  @BeforeEach
  void empty() {
    bed.empty();
  }

  @Test // MS-14, MS-50
  void exactlyTheAskedItemsAreFoundInTheOrderOfTheLayout() {
    bed.register(Row.member("R1", "1").named("架空 太郎"), Row.head("R2", "2"));
    assertThat(bed.find("1", RELATION, IS_HEAD))
        .isEqualTo(found(new ReplicaItem(IS_HEAD, "0"), new ReplicaItem(RELATION, "子")));
    assertThat(bed.find("2", HEAD_NAME, IS_HEAD))
        .isEqualTo(found(new ReplicaItem(IS_HEAD, "1"), new ReplicaItem(HEAD_NAME, null)));
  }

  @Test // MS-50
  void onlyWhatIsPublishedOnTheDayIsFound() {
    bed.register(
        Row.member("R1", "1")
            .with("PublicationDate", "2026-11-01")
            .with("PublishedEndDate", "2026-11-03"));
    assertThat(on("1", LocalDate.of(2026, 10, 31))).isInstanceOf(Absent.class);
    assertThat(on("1", LocalDate.of(2026, 11, 1))).isInstanceOf(Found.class);
    assertThat(on("1", LocalDate.of(2026, 11, 3))).isInstanceOf(Found.class);
    assertThat(on("1", LocalDate.of(2026, 11, 4))).isInstanceOf(Absent.class);
    assertThat(on("9", TODAY)).isInstanceOf(Absent.class);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "open",
      value = {
        "2026-09-01, 2026-10-31, false",
        "2026-09-01, 2026-11-01, true",
        "2026-11-03, 2026-11-03, true",
        "2026-11-03, open, true",
        "2026-11-04, open, false",
        "open, 2026-11-01, true",
        "open, 2026-10-31, false",
        "open, open, true"
      }) // JN-13
  void onlyWhatIsPublishedInTheWantedPeriodIsFound(
      @Nullable LocalDate from, @Nullable LocalDate to, boolean there) {
    bed.register(
        Row.member("R1", "1")
            .with("PublicationDate", "2026-11-01")
            .with("PublishedEndDate", "2026-11-03"));

    ReplicaLookup lookup =
        bed.find(ISHINOMAKI, "1", new WantedPeriod(LocalDate.of(2026, 11, 2), from, to), IS_HEAD);

    assertThat(lookup).isInstanceOf(there ? Found.class : Absent.class);
  }

  @Test // MS-14
  void anItemOutsideTheLayoutIsNamedWithoutAPerson() {
    bed.register(Row.member("R1", "1"));
    assertThat(bed.find("1", IS_HEAD, UNKNOWN)).isEqualTo(new LayoutMismatch(UNKNOWN));
    assertThat(bed.replicas.itemOutsideLayout(HOUSEHOLD, List.of(IS_HEAD, UNKNOWN), TODAY))
        .contains(UNKNOWN);
    assertThat(bed.replicas.itemOutsideLayout(HOUSEHOLD, List.of(IS_HEAD), TODAY)).isEmpty();
    assertThat(bed.replicas.holds(HOUSEHOLD)).isTrue();
    assertThat(bed.replicas.holds(new SpecificPersonalInformationCode("TM00000000000002")))
        .isFalse();
  }

  @Test
  void recordsOfDifferentEditionsSideBySideDoNotMakeAnAnswer() {
    bed.register(
        Row.member("R1", "1"),
        Row.member("R2", "1").with("DataSetRecordKey", "2").with("SPIMajorVersion", "2"));
    assertThat(bed.find("1", IS_HEAD)).isEqualTo(new LayoutMismatch(null));
  }

  @Test // MS-05
  void aRecordThatHoldsBackStaysHeldUntilItSaysOtherwise() {
    bed.register(
        Row.member("R1", "1").with("AutoResponseProhibited", "1").with("NonDisclosureCode", "1"));
    assertFlags("1", ResponseMode.APPROVAL_REQUIRED, "1");
    bed.register(Row.member("R2", "1").named("架空 後"));
    assertFlags("1", ResponseMode.APPROVAL_REQUIRED, "1");
    bed.register(
        Row.member("R3", "1").with("AutoResponseProhibited", "0").with("NonDisclosureCode", "0"),
        Row.member("R4", "1"));
    assertFlags("1", ResponseMode.AUTOMATIC, "0");
  }

  @Test // MS-05
  void aHoldOnThePersonWinsOverTheRecordForOneInformationOrForAll() {
    bed.register(Row.member("R1", "1"), Row.member("R2", "2"), Row.member("R3", "3"));
    Acknowledgement answer =
        change(
            new Change(number("C1"), person("1"), HOUSEHOLD, "1", new NonDisclosureCode("1")),
            new Change(number("C2"), person("2"), null, "1", null));
    assertThat(answer.header().result()).isEqualTo(MessageHeader.ACCEPTED);
    assertFlags("1", ResponseMode.APPROVAL_REQUIRED, "1");
    assertFlags("2", ResponseMode.APPROVAL_REQUIRED, null);
    assertFlags("3", ResponseMode.AUTOMATIC, null);
    change(
        new Change(number("C3"), person("1"), HOUSEHOLD, "0", null),
        new Change(number("C4"), person("2"), HOUSEHOLD, "0", null));
    assertFlags("1", ResponseMode.AUTOMATIC, "1");
    // lifted for one information, held for all: held
    assertFlags("2", ResponseMode.APPROVAL_REQUIRED, null);
    assertThat(bed.rows("response_mode_change")).isEqualTo(4);
  }

  @Test // MS-05
  void liftingTheHoldOnAPersonDoesNotLiftTheHoldOfTheRecord() {
    bed.register(Row.member("R1", "1").with("AutoResponseProhibited", "1"));
    change(new Change(number("C1"), person("1"), HOUSEHOLD, "0", null));
    assertFlags("1", ResponseMode.APPROVAL_REQUIRED, null);
  }

  @Test // MS-05
  void aHoldMayComeBeforeTheReplica() {
    change(new Change(number("C1"), person("1"), null, "1", null));
    bed.register(Row.member("R1", "1"));
    assertFlags("1", ResponseMode.APPROVAL_REQUIRED, null);
  }

  @Test
  void changesOfOneMessageTakeEffectTogetherOrNotAtAll() {
    change(new Change(number("C1"), person("1"), null, "1", null));
    assertRefused(
        ErrorCode.DBM_DUPLICATE_RECORD,
        "C1",
        new Change(number("C2"), person("2"), null, "1", null),
        new Change(number("C1"), person("1"), null, "0", null));
    assertRefused(
        ErrorCode.DBM_DUPLICATE_RECORD,
        "C3",
        new Change(number("C3"), person("2"), null, "1", null),
        new Change(number("C3"), person("2"), null, "1", null));
    assertRefused(
        ErrorCode.DBM_UNKNOWN_INFORMATION,
        "C4",
        new Change(
            number("C4"),
            person("2"),
            new SpecificPersonalInformationCode("TM00000000000002"),
            "1",
            null));
    assertThat(bed.rows("response_mode_setting")).isEqualTo(1);
    assertThat(bed.rows("response_mode_change")).isEqualTo(1);
  }

  @Test // MS-80
  void theSameChangeSentAgainGetsTheSameAnswer() {
    MessageHeader header = bed.header(ISHINOMAKI, ResponseModeChange.TYPE_ID);
    byte[] first = changes(header, new Change(number("C1"), person("1"), null, "1", null));
    Acknowledgement answer = bed.changeResponseModes.change(ISHINOMAKI, first);
    assertThat(bed.changeResponseModes.change(ISHINOMAKI, first)).isEqualTo(answer);
    assertThat(bed.rows("response_mode_change")).isEqualTo(1);
    byte[] other = changes(header, new Change(number("C2"), person("2"), null, "1", null));
    assertThatThrownBy(() -> bed.changeResponseModes.change(ISHINOMAKI, other))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.DBM_MESSAGE_CONFLICT));
  }

  @Test // MS-51
  void theInstitutionSeesWhatIsStoredAndWhoLookedWhyIsKept() {
    bed.register(
        Row.member("R1", "1")
            .with("AutoResponseProhibited", "1")
            .with("PublicationDate", "2027-01-01"));
    ReplicaInquiryResult result = inquire("1", "正本との照合のため");
    assertThat(result.body().replicas())
        .singleElement()
        .satisfies(
            replica -> {
              assertThat(replica.edition()).isEqualTo(new LayoutEdition("1"));
              assertThat(replica.publishedFrom()).isEqualTo(LocalDate.of(2027, 1, 1));
              assertThat(replica.responseMode()).isEqualTo(ResponseMode.APPROVAL_REQUIRED);
              assertThat(replica.items())
                  .containsExactly(
                      new ReplicaInquiryResult.Item(IS_HEAD, "0"),
                      new ReplicaInquiryResult.Item(HEAD_NAME, "架空 太郎"),
                      new ReplicaInquiryResult.Item(RELATION, "子"));
            });
    assertThat(inquire("9", "照会への対応のため").body().replicas()).isEmpty();
    assertThat(
            bed.database
                .everything()
                .sql("select purpose || ':' || user_id || ':' || records_shown from replica_access")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("正本との照合のため:shimin01:1", "照会への対応のため:shimin01:0");
  }

  @Test // MS-51, MS-45
  void whoeverLooksMustSayWhyAndWithoutIndividualNumber() {
    assertInquiryRefused(" ", ErrorCode.SYM_MISSING_ELEMENT);
    assertInquiryRefused("123456789018の確認", ErrorCode.DBM_INDIVIDUAL_NUMBER);
    assertThat(bed.rows("replica_access")).isZero();
  }

  @Test // MS-96
  void anotherInstitutionDoesNotSeeIt() {
    bed.register(Row.member("R1", "1"));
    byte[] inquiry = inquiry(bed.header(TestKeys.TSUKUBA, ReplicaInquiry.TYPE_ID), "1", "越境の試み");
    assertThat(bed.inquireReplicas.inquire(TestKeys.TSUKUBA, inquiry).body().replicas()).isEmpty();
    assertThatThrownBy(() -> bed.inquireReplicas.inquire(ISHINOMAKI, inquiry))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void whatHoldsPersonalDataDoesNotShowIt() {
    bed.register(Row.member("R1", "1").named("架空 太郎"));
    assertThat(String.valueOf(bed.find("1", HEAD_NAME))).doesNotContain("架空");
    List<StoredReplica> stored =
        bed.database
            .transactions()
            .within(ISHINOMAKI, () -> bed.replicas.load(ISHINOMAKI, person("1"), HOUSEHOLD));
    assertThat(String.valueOf(stored)).doesNotContain("架空", "000000000000001");
    assertThat(new ReplicaKey(person("123"), HOUSEHOLD, IS_HEAD, "1").toString())
        .doesNotContain("123");
  }

  private ReplicaLookup on(String addressee, LocalDate day) {
    return bed.find(ISHINOMAKI, addressee, WantedPeriod.on(day), IS_HEAD);
  }

  private static Found found(ReplicaItem... items) {
    return new Found(new LayoutEdition("1"), List.of(items), ResponseMode.AUTOMATIC, null);
  }

  private void assertFlags(String addressee, ResponseMode mode, @Nullable String nonDisclosure) {
    assertThat(bed.find(addressee, IS_HEAD))
        .isInstanceOfSatisfying(
            Found.class,
            found -> {
              assertThat(found.responseMode()).isEqualTo(mode);
              assertThat(found.nonDisclosure())
                  .isEqualTo(nonDisclosure == null ? null : new NonDisclosureCode(nonDisclosure));
            });
  }

  private Acknowledgement change(Change... changes) {
    return bed.changeResponseModes.change(
        ISHINOMAKI, changes(bed.header(ISHINOMAKI, ResponseModeChange.TYPE_ID), changes));
  }

  private static byte[] changes(MessageHeader header, Change... changes) {
    return XmlMessages.write(
        new ResponseModeChange(
            header,
            new ResponseModeChange.Body(ReplicaBed.DEPARTMENT, ReplicaBed.USER, List.of(changes))));
  }

  private void assertRefused(ErrorCode code, String record, Change... changes) {
    assertThatThrownBy(() -> change(changes))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> {
              assertThat(e.refusal().code()).isEqualTo(code);
              assertThat(e.refusal().record()).isEqualTo(record);
            });
  }

  private ReplicaInquiryResult inquire(String addressee, String purpose) {
    return bed.inquireReplicas.inquire(
        ISHINOMAKI, inquiry(bed.header(ISHINOMAKI, ReplicaInquiry.TYPE_ID), addressee, purpose));
  }

  private void assertInquiryRefused(String purpose, ErrorCode code) {
    assertThatThrownBy(() -> inquire("1", purpose))
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.refusal().code()).isEqualTo(code));
  }

  private static byte[] inquiry(MessageHeader header, String addressee, String purpose) {
    return XmlMessages.write(
        new ReplicaInquiry(
            header,
            new ReplicaInquiry.Body(
                ReplicaBed.DEPARTMENT, ReplicaBed.USER, purpose, person(addressee), HOUSEHOLD)));
  }

  private static RecordIdentificationNumber number(String value) {
    return new RecordIdentificationNumber(value);
  }

  private static UnifiedAddresseeNumber person(String number) {
    return new UnifiedAddresseeNumber(number);
  }
}
