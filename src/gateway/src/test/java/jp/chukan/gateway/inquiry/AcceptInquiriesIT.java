package jp.chukan.gateway.inquiry;

import static java.util.Objects.requireNonNull;
import static jp.chukan.gateway.inquiry.IntakeBed.AFFAIR;
import static jp.chukan.gateway.inquiry.IntakeBed.DEPARTMENT;
import static jp.chukan.gateway.inquiry.IntakeBed.HEAD_NAME;
import static jp.chukan.gateway.inquiry.IntakeBed.HOUSEHOLD;
import static jp.chukan.gateway.inquiry.IntakeBed.ISHINOMAKI_SYSTEM;
import static jp.chukan.gateway.inquiry.IntakeBed.IS_HEAD;
import static jp.chukan.gateway.inquiry.IntakeBed.PROCEDURE;
import static jp.chukan.gateway.inquiry.IntakeBed.RELATION;
import static jp.chukan.gateway.inquiry.IntakeBed.SERVER;
import static jp.chukan.gateway.inquiry.IntakeBed.TSUKUBA_SYSTEM;
import static jp.chukan.gateway.inquiry.IntakeBed.UNLISTED;
import static jp.chukan.gateway.inquiry.IntakeBed.YOKOHAMA;
import static jp.chukan.gateway.inquiry.IntakeBed.asTest;
import static jp.chukan.gateway.inquiry.IntakeBed.header;
import static jp.chukan.gateway.inquiry.IntakeBed.inquiry;
import static jp.chukan.gateway.inquiry.IntakeBed.request;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.chukan.contract.code.AcquisitionPurpose;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.InquiryAcceptance;
import jp.chukan.contract.message.InquiryAcceptance.Result;
import jp.chukan.contract.message.InquiryRequest;
import jp.chukan.contract.message.InquiryRequest.Inquiry;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.gateway.crypto.InstitutionDecryptionKeys;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("情報照会要求の受付")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcceptInquiriesIT {
  private static final String WARD = "14101";

  private final IntakeBed bed = new IntakeBed();

  @BeforeEach
  void start() {
    bed.empty();
    bed.permit();
    bed.bind("101", "102", "103");
  }

  @AfterAll
  void end() {
    bed.close();
  }

  @Test // MS-20, MS-80
  @DisplayName("許可された照会は受付番号と処理通番を得る")
  void aLawfulInquiryGetsItsNumbersAndWaitsToLeave() {
    InquiryAcceptance answer = bed.accept(inquiry("R-1", "101"));
    Result result = answer.body().results().getFirst();
    assertThat(answer.header().result()).isEqualTo(MessageHeader.ACCEPTED);
    assertThat(answer.header().destination()).isEqualTo(ISHINOMAKI_SYSTEM);
    assertThat(result.receptionNumber()).isEqualTo(answer.header().receptionNumber());
    assertThat(result.processingNumber()).isNotNull();
    String number = requireNonNull(result.processingNumber()).value();
    assertThat(bed.row("inquiry"))
        .containsEntry("state", "ACCEPTED")
        .containsEntry("processing_number", number)
        .containsEntry("provider_code", TSUKUBA.value())
        .containsEntry("record_number", "R-1")
        .containsEntry("user_id", "clerk-1") // MS-22
        // under which key the answer is asked for stays the same, whatever keys come (JN-03)
        .containsEntry(
            "answer_key_id", bed.bean(InstitutionDecryptionKeys.class).inUse(ISHINOMAKI).keyId())
        .containsEntry("concluded_at", null);
    // what waits is a reference: nothing of a person, and nothing signed yet
    assertThat(bed.row("outbox"))
        .containsEntry("queue", "INQUIRY")
        .containsEntry("duplicate_id", "inquiry:" + ISHINOMAKI + ":" + number)
        .containsEntry("body", number.getBytes(StandardCharsets.US_ASCII));
    assertThat(bed.records()).isEmpty();
    assertThat(bed.communications(number))
        .singleElement()
        .extracting(Communication::error)
        .isNull();
  }

  @Test // JN-13
  void anAnswerIsTakenUntilTheTimeLimit() {
    bed.accept(inquiry("R-1", "101"));
    assertThat(
            bed.database
                .everything()
                .sql("select answer_until - received_at = interval '72 hours' from inquiry")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test // JN-13
  @DisplayName("項目の指定がなければ最新の版の全項目を照会する")
  void noItemsMeansAllOfTheNewestLayoutAndSomeStandInItsOrder() {
    bed.accept(
        inquiry("R-1", "101"),
        inquiry("R-2", "102", TSUKUBA.value(), List.of(RELATION, IS_HEAD, RELATION)));
    assertThat(
            bed.database
                .everything()
                .sql(
                    "select array_to_string(requested_items, ' ') from inquiry order by line_number")
                .query(String.class)
                .list())
        .containsExactly(IS_HEAD + " " + HEAD_NAME + " " + RELATION, IS_HEAD + " " + RELATION);
  }

  @Test // MS-20
  @DisplayName("行政区は市に読み替える")
  void aWardStandsForItsCity() {
    bed.permit(YOKOHAMA);
    bed.accept(inquiry("R-1", "101", WARD, List.of()));
    assertThat(bed.row("inquiry"))
        .containsEntry("state", "ACCEPTED")
        .containsEntry("provider_code", YOKOHAMA.value());
  }

  static Stream<Arguments> inquiriesThatNeverLeave() {
    return Stream.of(
        refused("end-before-start", ErrorCode.SKI_PERIOD, "InquiryEndDate", d -> d.days(2, 1)),
        refused(
            "affair-only-provides", // MS-16
            ErrorCode.SKI_AFFAIR_PROVIDES_ONLY,
            "AffairCode",
            d -> d.affair(new AffairCode("JM09000000000001"))),
        refused(
            "provider-unknown",
            ErrorCode.SKI_PROVIDER_UNKNOWN,
            "ProviderInstitutionCode",
            d -> d.provider("9999999999999999")),
        refused(
            "municipality-unknown",
            ErrorCode.SKI_PROVIDER_UNKNOWN,
            "ProviderInstitutionCode",
            d -> d.provider("88888")),
        refused(
            "provider-not-valid",
            ErrorCode.SKI_PROVIDER_NOT_VALID,
            "ProviderInstitutionCode",
            d -> d.provider(IntakeBed.ABOLISHED.value())),
        refused(
            "asks-itself", // MS-25
            ErrorCode.SKI_IN_HOUSE,
            "ProviderInstitutionCode",
            d -> d.provider(ISHINOMAKI.value())),
        refused(
            "information-without-layout",
            ErrorCode.SKI_UNKNOWN_INFORMATION,
            "SpecificPersonalInformationCode",
            d -> d.information("TM00000000000077")),
        refused(
            "item-outside-layout", // MS-14
            ErrorCode.SKI_ITEM_OUTSIDE_LAYOUT,
            "RequestedItem",
            d -> d.items(new ItemCode("TK00000000000999"))),
        refused(
            "affair-not-on-list", // MS-20
            ErrorCode.SKI_NOT_ON_LIST,
            "SpecificPersonalInformationCode",
            d -> d.affair(UNLISTED)),
        refused(
            "provider-not-on-list", // MS-20
            ErrorCode.SKI_NOT_ON_LIST,
            "SpecificPersonalInformationCode",
            d -> d.provider("0220113121101700")),
        refused(
            "no-linkage-code",
            ErrorCode.SKI_NO_LINKAGE_CODE,
            "IntegratedAddressNumber",
            d -> d.person("999")),
        refused(
            "code-for-another-purpose", // MS-18
            ErrorCode.SKI_OTHER_PURPOSE,
            "IntegratedAddressNumber",
            d -> d.person("666")));
  }

  @ParameterizedTest(name = "{0}") // MS-16, MS-18, MS-20, MS-25, MU-04, JN-12
  @MethodSource("inquiriesThatNeverLeave")
  @DisplayName("拒否した照会は外に出ず、記録に残る")
  void aRefusedInquiryNeverLeavesAndIsRecorded(
      String defect, ErrorCode code, String element, UnaryOperator<Draft> spoil) {
    bed.bind(ISHINOMAKI, AcquisitionPurpose.OTHER, List.of("666"));
    Inquiry spoilt = spoil.apply(new Draft()).inquiry("R-1");
    InquiryAcceptance answer = bed.accept(spoilt, inquiry("R-2", "101"));
    assertThat(answer.header().result()).isEqualTo(MessageHeader.PARTLY_REFUSED);
    Result refused = answer.body().results().getFirst();
    assertThat(refused.errorCode()).isEqualTo(code.id());
    assertThat(refused.element()).isEqualTo(element);
    assertThat(refused.processingNumber()).isNull();
    assertThat(refused.receptionNumber()).isNull();
    // the other goes on, and it alone leaves
    assertThat(answer.body().results().get(1).processingNumber()).isNotNull();
    assertThat(bed.rows("outbox")).isEqualTo(1);
    assertThat(refusedRow()).isEqualTo("REFUSED %s R-1 null concluded".formatted(code.id()));
    assertThat(bed.records())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.side()).isEqualTo(RecordSide.INQUIRER);
              assertThat(record.outcome()).isEqualTo(RecordOutcome.REFUSED);
              assertThat(record.errorCode()).isEqualTo(code.id());
              assertThat(record.inquirer()).isEqualTo(ISHINOMAKI);
              assertThat(record.affair()).isEqualTo(spoilt.affair());
            });
    assertThat(bed.communications(null)).extracting(Communication::error).containsOnlyOnce(code);
  }

  private String refusedRow() {
    return bed.database
        .everything()
        .sql(
            """
            select concat_ws(' ', state, error_code, refused_record,
                             coalesce(record_number, 'null'),
                             case when concluded_at = received_at then 'concluded' end)
              from inquiry where line_number = 1
            """)
        .query(String.class)
        .single();
  }

  static Stream<Arguments> operatorsWithoutAGrant() {
    return Stream.of(
        Arguments.of("another-person", DEPARTMENT, new UserId("clerk-2")),
        Arguments.of("another-department", new DepartmentCode("1"), IntakeBed.CLERK),
        Arguments.of("may-provide-only", DEPARTMENT, new UserId("provider-1"))); // MS-23
  }

  @ParameterizedTest(name = "{0}") // MS-11, MS-22, MS-23, JN-36
  @MethodSource("operatorsWithoutAGrant")
  @DisplayName("照会権限のない職員は照会できない")
  void anOperatorWithoutAGrantIsRefused(String defect, DepartmentCode department, UserId user) {
    InquiryRequest request = request(bed.header(), inquiry("R-1", "101"));
    InquiryRequest by =
        new InquiryRequest(
            request.header(),
            new InquiryRequest.Body(department, user, request.body().inquiries()));
    Result result =
        bed.bean(AcceptInquiries.class).accept(ISHINOMAKI, by).body().results().getFirst();
    assertThat(result.errorCode()).isEqualTo(ErrorCode.SKI_OPERATOR_NOT_GRANTED.id());
    assertThat(result.element()).isEqualTo("RequestSourceUserID");
    assertThat(bed.rows("outbox")).isZero();
    assertThat(bed.records()).hasSize(1);
  }

  @Test // MS-20
  void withoutAnInstitutionMasterNothingLeaves() {
    try (IntakeBed without = IntakeBed.withoutMaster()) {
      without.permit();
      without.bind("101");
      Result result = without.accept(inquiry("R-1", "101")).body().results().getFirst();
      assertThat(result.errorCode()).isEqualTo(ErrorCode.SYM_NOT_READY.id());
      assertThat(without.rows("outbox")).isZero();
      assertThat(without.records()).hasSize(1);
    }
  }

  @Test // MS-02, MS-20
  void withoutAListNothingLeaves() {
    try (IntakeBed without = new IntakeBed()) {
      without.bind("101");
      Result result = without.accept(inquiry("R-1", "101")).body().results().getFirst();
      assertThat(result.errorCode()).isEqualTo(ErrorCode.SKI_NO_LIST.id());
      assertThat(without.rows("outbox")).isZero();
      assertThat(without.records()).hasSize(1);
    }
  }

  @Test // MS-20
  void anEntryOfTheListCountsOnItsDaysOnly() {
    LocalDate today = JapanDay.of(bed.clock.instant());
    bed.permitUntil(today.minusDays(1));
    assertThat(bed.accept(inquiry("R-1", "101")).body().results().getFirst().errorCode())
        .isEqualTo(ErrorCode.SKI_NOT_ON_LIST.id());
    bed.permitUntil(today);
    assertThat(bed.accept(inquiry("R-1", "101")).body().results().getFirst().errorCode()).isNull();
  }

  @Test
  @DisplayName("文言は一字一句")
  void theMessagesThatClientsCompareAreMetToTheLetter() {
    List<Result> results =
        bed.accept(
                inquiry("R-1", "12345678"),
                new Draft().affair(UNLISTED).inquiry("R-2"),
                inquiry("R-3", "101"),
                inquiry("R-3", "102"))
            .body()
            .results();
    assertThat(results.get(0).errorMessage())
        .isEqualTo("指定された団体内統合宛名番号「０００００００１２３４５６７８」は符号が未取得です。");
    assertThat(results.get(1).errorMessage())
        .isEqualTo("指定された特定個人情報名「ＴＭ０００００００００００００１」の照会は許可されていません。");
    assertThat(results.get(3).errorMessage()).isEqualTo("「レコード識別番号」が既に存在しています。");
  }

  @Test // MS-80
  @DisplayName("同じ電文の再送には同じ応答")
  void theSameMessageAgainGetsTheSameAnswerAndHasNoSecondEffect() {
    MessageHeader header = bed.header();
    Inquiry[] inquiries = {inquiry("R-1", "101"), inquiry("R-2", "999"), inquiry("R-3", "102")};
    InquiryAcceptance first = bed.accept(header, inquiries);
    bed.clock.advance(Duration.ofMinutes(5));
    // what is known by then changes nothing of what was answered
    bed.bind("999");
    bed.end(
        requireNonNull(first.body().results().getFirst().processingNumber()),
        InquiryState.DECLINED,
        ErrorCode.TKY_NOT_PROVIDED.id());
    InquiryAcceptance again = bed.accept(header, inquiries);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header().receptionNumber()).isEqualTo(first.header().receptionNumber());
    assertThat(again.header().result()).isEqualTo(first.header().result());
    assertThat(bed.rows("inquiry")).isEqualTo(3);
    assertThat(bed.rows("outbox")).isEqualTo(2);
    assertThat(bed.records()).hasSize(1);
  }

  @Test // MS-80
  void theSameMessageIdWithOtherContentIsAConflict() {
    MessageHeader header = bed.header();
    bed.accept(header, inquiry("R-1", "101"));
    assertRefused(
        () -> bed.accept(header, inquiry("R-2", "101")), ErrorCode.SKI_MESSAGE_CONFLICT, "MSGID");
    assertThat(bed.rows("inquiry")).isEqualTo(1);
  }

  @Test // MS-80
  @DisplayName("同じレコードは最初の番号を得る")
  void theSameRecordInAnotherMessageGetsTheFirstNumbersAndNothingNewHappens() {
    Result first = bed.accept(inquiry("R-1", "101")).body().results().getFirst();
    MessageHeader header = bed.header();
    InquiryAcceptance second = bed.accept(header, inquiry("R-2", "102"), inquiry("R-1", "101"));
    assertThat(second.body().results().get(1)).isEqualTo(first);
    assertThat(bed.rows("inquiry")).isEqualTo(2);
    assertThat(bed.rows("outbox")).isEqualTo(2);
    // and that message sent again says the same
    assertThat(bed.accept(header, inquiry("R-2", "102"), inquiry("R-1", "101")).body())
        .isEqualTo(second.body());
  }

  @Test
  @DisplayName("「レコード識別番号」が既に存在しています。")
  void aRecordThatStandsForAnotherInquiryIsRefused() {
    bed.accept(inquiry("R-1", "101"));
    Result result = bed.accept(inquiry("R-1", "102")).body().results().getFirst();
    assertThat(result.errorCode()).isEqualTo(ErrorCode.SKI_DUPLICATE_RECORD.id());
    assertThat(result.errorMessage()).isEqualTo("「レコード識別番号」が既に存在しています。");
    assertThat(result.element()).isEqualTo("RecordIdentificationNumber");
    assertThat(bed.rows("outbox")).isEqualTo(1);
    assertThat(bed.records()).hasSize(1);
  }

  @Test
  void theSameRecordTwiceInOneMessageIsOneInquiry() {
    List<Result> results =
        bed.accept(
                inquiry("R-1", "101"),
                inquiry("R-1", "101"),
                inquiry("R-1", "102"),
                inquiry("R-9", "999"),
                inquiry("R-9", "999"),
                inquiry("R-9", "101"))
            .body()
            .results();
    assertThat(results.get(1)).isEqualTo(results.get(0));
    assertThat(results)
        .extracting(Result::errorCode)
        .containsExactly(
            null,
            null,
            ErrorCode.SKI_DUPLICATE_RECORD.id(),
            ErrorCode.SKI_NO_LINKAGE_CODE.id(),
            ErrorCode.SKI_NO_LINKAGE_CODE.id(),
            ErrorCode.SKI_DUPLICATE_RECORD.id());
    assertThat(bed.rows("outbox")).isEqualTo(1);
  }

  @Test
  @DisplayName("拒否されたレコードは訂正して再送できる")
  void aRefusedRecordMayComeAgainCorrected() {
    assertThat(bed.accept(inquiry("R-1", "999")).body().results().getFirst().errorCode())
        .isEqualTo(ErrorCode.SKI_NO_LINKAGE_CODE.id());
    assertThat(bed.accept(inquiry("R-1", "101")).body().results().getFirst().processingNumber())
        .isNotNull();
  }

  @Test
  void theSameRecordsInTwoMessagesAtOnceAreTakenOnce()
      throws InterruptedException, ExecutionException {
    List<String> persons = IntStream.range(2_000, 2_400).mapToObj(Integer::toString).toList();
    bed.bind(ISHINOMAKI, AcquisitionPurpose.INFORMATION_LINKAGE, persons);
    Inquiry[] forwards = persons.stream().map(p -> inquiry("R-" + p, p)).toArray(Inquiry[]::new);
    Inquiry[] backwards =
        persons.reversed().stream().map(p -> inquiry("R-" + p, p)).toArray(Inquiry[]::new);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<InquiryAcceptance> one = threads.submit(() -> bed.accept(forwards));
      Future<InquiryAcceptance> other = threads.submit(() -> bed.accept(backwards));
      assertThat(other.get().body().results().reversed()).isEqualTo(one.get().body().results());
    }
    assertThat(bed.rows("inquiry")).isEqualTo(400);
    assertThat(bed.rows("outbox")).isEqualTo(400);
  }

  @Test // MS-96
  void theRecordsOfAnotherInstitutionAreOthers() {
    bed.bind(TSUKUBA, AcquisitionPurpose.INFORMATION_LINKAGE, List.of("101"));
    bed.permit(TSUKUBA, ISHINOMAKI);
    bed.accept(inquiry("R-1", "101"));
    InquiryRequest there =
        request(
            header("M-1", TSUKUBA_SYSTEM, SERVER),
            inquiry("R-1", "101", ISHINOMAKI.value(), List.of()));
    assertThat(
            bed.bean(AcceptInquiries.class)
                .accept(TSUKUBA, there)
                .body()
                .results()
                .getFirst()
                .processingNumber())
        .isNotNull();
    assertThat(bed.rows("inquiry")).isEqualTo(2);
  }

  @Test
  @DisplayName("電文実行モード1は検査だけ")
  void aTestMessageIsCheckedAndChangesNothing() {
    InquiryAcceptance answer =
        bed.accept(
            asTest(bed.header()),
            inquiry("R-1", "101"),
            inquiry("R-2", "999"),
            inquiry("R-1", "101"));
    assertThat(answer.body().results())
        .extracting(Result::errorCode)
        .containsExactly(null, ErrorCode.SKI_NO_LINKAGE_CODE.id(), null);
    assertThat(answer.body().results()).extracting(Result::processingNumber).containsOnlyNulls();
    assertThat(bed.rows("inquiry")).isZero();
    assertThat(bed.rows("inquiry_request")).isZero();
    assertThat(bed.rows("outbox")).isZero();
  }

  static Stream<Arguments> messagesThatAreRefusedWhole() {
    Inquiry one = inquiry("R-1", "101");
    Inquiry[] tooMany =
        IntStream.range(0, 1_001).mapToObj(i -> inquiry("R-" + i, "101")).toArray(Inquiry[]::new);
    MessageHeader own = header("M-whole", ISHINOMAKI_SYSTEM, SERVER);
    return Stream.of(
        Arguments.of(
            "system-of-another-institution",
            request(header("M-whole", TSUKUBA_SYSTEM, SERVER), one),
            ErrorCode.SCM_FOREIGN_INSTITUTION,
            "SourceSystemID"),
        Arguments.of(
            "for-another-system",
            request(header("M-whole", ISHINOMAKI_SYSTEM, TSUKUBA_SYSTEM), one),
            ErrorCode.SYM_DESTINATION,
            "DestinationSystemID"),
        Arguments.of("no-inquiry", request(own), ErrorCode.SYM_MISSING_ELEMENT, "Inquiry"),
        Arguments.of(
            "more-than-1000-inquiries", request(own, tooMany), ErrorCode.SYM_TOO_LARGE, "Inquiry"));
  }

  @ParameterizedTest(name = "{0}") // MS-90, JN-05
  @MethodSource("messagesThatAreRefusedWhole")
  void aMessageThatIsNotForHereIsRefusedWhole(
      String defect, InquiryRequest request, ErrorCode code, String element) {
    assertRefused(() -> bed.bean(AcceptInquiries.class).accept(ISHINOMAKI, request), code, element);
    assertThat(bed.rows("inquiry_request")).isZero();
  }

  private static void assertRefused(
      ThrowingCallable call, ErrorCode code, @Nullable String element) {
    assertThatThrownBy(call)
        .asInstanceOf(type(InvalidInputException.class))
        .satisfies(
            e -> {
              assertThat(e.refusal().code()).isEqualTo(code);
              assertThat(e.refusal().element()).isEqualTo(element);
            });
  }

  private static Arguments refused(
      String defect, ErrorCode code, String element, UnaryOperator<Draft> spoil) {
    return Arguments.of(defect, code, element, spoil);
  }

  /** A sound inquiry until one part is spoilt. */
  private static final class Draft {
    private String person = "101";
    private AffairCode affair = AFFAIR;
    private String provider = TSUKUBA.value();
    private SpecificPersonalInformationCode information = HOUSEHOLD;
    private List<ItemCode> items = List.of();
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;

    Draft person(String person) {
      this.person = person;
      return this;
    }

    Draft affair(AffairCode affair) {
      this.affair = affair;
      return this;
    }

    Draft provider(String provider) {
      this.provider = provider;
      return this;
    }

    Draft information(String information) {
      this.information = new SpecificPersonalInformationCode(information);
      return this;
    }

    Draft items(ItemCode... items) {
      this.items = List.of(items);
      return this;
    }

    Draft days(int from, int to) {
      this.from = LocalDate.of(2026, 10, from);
      this.to = LocalDate.of(2026, 10, to);
      return this;
    }

    Inquiry inquiry(String record) {
      Inquiry sound = IntakeBed.inquiry(record, person, provider, items);
      return new Inquiry(
          sound.recordNumber(),
          sound.addressee(),
          affair,
          PROCEDURE,
          null,
          null,
          new ProviderDesignation(provider),
          information,
          items,
          new NonDisclosureCode("0"),
          from,
          to);
    }
  }
}
