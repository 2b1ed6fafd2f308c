package jp.chukan.gateway.linkagecode;

import static java.util.Objects.requireNonNull;
import static jp.chukan.gateway.linkagecode.SampleAcquisitions.AFFAIR;
import static jp.chukan.gateway.linkagecode.SampleAcquisitions.ENTRY;
import static jp.chukan.gateway.linkagecode.SampleAcquisitions.INSTITUTIONS;
import static jp.chukan.gateway.linkagecode.SampleAcquisitions.ISHINOMAKI_SYSTEM;
import static jp.chukan.gateway.linkagecode.SampleAcquisitions.NETWORK_SYSTEM;
import static jp.chukan.gateway.linkagecode.SampleAcquisitions.NOW;
import static jp.chukan.gateway.linkagecode.SampleAcquisitions.SERVER;
import static jp.chukan.gateway.linkagecode.SampleAcquisitions.TSUKUBA_SYSTEM;
import static jp.chukan.gateway.linkagecode.SampleAcquisitions.acquisition;
import static jp.chukan.gateway.linkagecode.SampleAcquisitions.header;
import static jp.chukan.gateway.linkagecode.SampleAcquisitions.request;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.chukan.contract.code.AcquisitionPurpose;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.LinkageCodeAcquisitionRequest;
import jp.chukan.contract.message.LinkageCodeAcquisitionRequest.Acquisition;
import jp.chukan.contract.message.LinkageCodeAcquisitionResponse;
import jp.chukan.contract.message.LinkageCodeAcquisitionResponse.Result;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.gateway.kernel.SenderCheck;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.permission.TestPermissionLists;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("符号取得要求")
class AcquireLinkageCodesIT {
  private static final AffairCode UNLISTED = new AffairCode("JM99000000000000");

  private final TestDatabase database = TestDatabase.migrated();
  private final InstantSource clock = InstantSource.fixed(NOW);
  private final TestPermissionLists lists = TestPermissionLists.on(database, clock);
  private final CommunicationLog communications = new CommunicationLog(database.jdbc());
  private final SerialNumbers numbers = new SerialNumbers(clock, new SecureRandom());
  private final LinkageCodeAcquisitions acquisitions = new LinkageCodeAcquisitions(database.jdbc());
  private final AcquireLinkageCodes acquire =
      new AcquireLinkageCodes(
          new SenderCheck(INSTITUTIONS, SERVER.value()),
          lists.lists(),
          new AcquisitionStore(database.jdbc(), numbers),
          database.transactions(),
          communications,
          numbers,
          clock);

  @BeforeEach
  void putTheListInForce() {
    lists.inForce(1, ENTRY);
  }

  @Test // MS-32, MS-34, MS-80
  @DisplayName("人ごとに処理通番を返す")
  void eachPersonGetsAProcessingNumber() {
    LinkageCodeAcquisitionResponse response =
        acquire(ISHINOMAKI, acquisition("R-2", "102"), acquisition("R-1", "101"));
    assertThat(response.header().result()).isEqualTo(MessageHeader.ACCEPTED);
    assertThat(response.header().receptionNumber()).isNotNull();
    assertThat(response.header().destination()).isEqualTo(ISHINOMAKI_SYSTEM);
    assertThat(response.body().results())
        .extracting(result -> result.recordNumber().value())
        .containsExactly("R-2", "R-1");
    assertThat(numbers(response)).doesNotContainNull().doesNotHaveDuplicates();
    assertThat(state(ISHINOMAKI, numbers(response).get(0))).contains(AcquisitionState.REQUESTED);
  }

  @Test // MS-37
  @DisplayName("同じ人への再要求は同じ処理通番")
  void askingAgainGivesTheSameNumber() {
    List<ProcessingNumber> first = numbers(acquire(ISHINOMAKI, acquisition("R-1", "101")));
    assertThat(numbers(acquire(ISHINOMAKI, acquisition("R-1", "101")))).isEqualTo(first);
    assertThat(numbers(acquire(ISHINOMAKI, acquisition("R-2", "101")))).isEqualTo(first);
    assertThat(numbers(acquire(ISHINOMAKI, acquisition("R-3", "101"), acquisition("R-4", "101"))))
        .containsExactly(first.get(0), first.get(0));
    assertThat(count("linkage_acquisition")).isEqualTo(1);
  }

  @Test // MS-33, MS-37
  void theSameNumberWithLeadingZerosIsTheSamePerson() {
    assertThat(
            numbers(
                acquire(
                    ISHINOMAKI, acquisition("R-1", "101"), acquisition("R-2", "000000000000101"))))
        .hasSize(2)
        .satisfies(numbers -> assertThat(numbers.get(0)).isEqualTo(numbers.get(1)));
  }

  @Test // MS-35
  @DisplayName("別表第二にない事務では取得できない")
  void anAffairOutsideTheListIsRefusedAndTheOthersGoOn() {
    LinkageCodeAcquisitionResponse response =
        acquire(
            ISHINOMAKI,
            acquisition("R-1", "101", UNLISTED, AcquisitionPurpose.INFORMATION_LINKAGE),
            acquisition("R-2", "102"));
    assertThat(response.header().result()).isEqualTo(MessageHeader.PARTLY_REFUSED);
    assertRefused(response.body().results().get(0), ErrorCode.FGU_AFFAIR_NOT_ALLOWED);
    assertThat(response.body().results().get(1).processingNumber()).isNotNull();
    assertThat(count("linkage_acquisition")).isEqualTo(1);
    assertThat(count("linkage_acquisition_record")).isEqualTo(1);
  }

  @Test // MS-02, MS-35
  void withoutAListNothingIsAcquired() {
    TestPermissionLists none = TestPermissionLists.on(TestDatabase.migrated(), clock);
    AcquireLinkageCodes withoutList =
        new AcquireLinkageCodes(
            new SenderCheck(INSTITUTIONS, SERVER.value()),
            none.lists(),
            new AcquisitionStore(database.jdbc(), numbers),
            database.transactions(),
            communications,
            numbers,
            clock);
    assertRefused(
        () -> withoutList.acquire(ISHINOMAKI, request(ISHINOMAKI, acquisition("R-1", "101"))),
        ErrorCode.SYM_NOT_READY);
    assertThat(count("linkage_acquisition_record")).isZero();
  }

  @Test // MS-18
  @DisplayName("取得目的を記録する")
  void thePurposeAndTheAskerAreRecorded() {
    acquire(ISHINOMAKI, acquisition("R-1", "101", AFFAIR, AcquisitionPurpose.OTHER));
    Map<String, Object> row =
        database.everything().sql("select * from linkage_acquisition_record").query().singleRow();
    assertThat(row)
        .containsEntry("purpose", "OTHER")
        .containsEntry("affair_code", AFFAIR.value())
        .containsEntry("department_code", "3595115400")
        .containsEntry("user_id", "user-1");
  }

  @Test
  @DisplayName("レコード識別番号の重複")
  void aRecordNumberThatStandsForAnotherRecordIsRefused() {
    acquire(ISHINOMAKI, acquisition("R-1", "101"));
    LinkageCodeAcquisitionResponse response =
        acquire(
            ISHINOMAKI,
            acquisition("R-1", "102"),
            acquisition("R-2", "103"),
            acquisition("R-2", "104"));
    assertRefused(response.body().results().get(0), ErrorCode.FGU_DUPLICATE_RECORD);
    assertThat(response.body().results().get(1).processingNumber()).isNotNull();
    assertRefused(response.body().results().get(2), ErrorCode.FGU_DUPLICATE_RECORD);
    // what was refused left no trace of an acquisition
    assertThat(count("linkage_acquisition")).isEqualTo(2);
  }

  static Stream<Arguments> messagesThatAreRefusedWhole() {
    List<Acquisition> one = List.of(acquisition("R-1", "101"));
    List<Acquisition> tooMany =
        IntStream.range(0, 1_001).mapToObj(i -> acquisition("R-" + i, "" + i)).toList();
    MessageHeader own = header(ISHINOMAKI_SYSTEM, SERVER);
    return Stream.of(
        Arguments.of(
            "system-of-another-institution",
            request(header(TSUKUBA_SYSTEM, SERVER), one),
            ErrorCode.SCM_FOREIGN_INSTITUTION),
        Arguments.of(
            "for-another-system",
            request(header(ISHINOMAKI_SYSTEM, NETWORK_SYSTEM), one),
            ErrorCode.SYM_DESTINATION),
        Arguments.of("no-record", request(own, List.of()), ErrorCode.SYM_MISSING_ELEMENT),
        Arguments.of("more-than-1000-records", request(own, tooMany), ErrorCode.SYM_TOO_LARGE));
  }

  @ParameterizedTest(name = "{0}") // MS-90, JN-05
  @MethodSource("messagesThatAreRefusedWhole")
  void aMessageThatIsNotForHereIsRefusedWhole(
      String defect, LinkageCodeAcquisitionRequest request, ErrorCode code) {
    assertRefused(() -> acquire.acquire(ISHINOMAKI, request), code);
    assertThat(count("linkage_acquisition_record")).isZero();
  }

  @Test // MS-96
  @DisplayName("他機関の取得は見えない")
  void theSameNumberAtAnotherInstitutionIsAnotherPerson() {
    ProcessingNumber here = numbers(acquire(ISHINOMAKI, acquisition("R-1", "101"))).get(0);
    ProcessingNumber there = numbers(acquire(TSUKUBA, acquisition("R-1", "101"))).get(0);
    assertThat(there).isNotEqualTo(here);
    assertThat(state(TSUKUBA, here)).isEmpty();
    assertThat(state(ISHINOMAKI, there)).isEmpty();
  }

  @Test // MS-78, JN-02, JN-12
  void theMessageAndEachRecordAreKeptInTheLogTheRefusedToo() {
    LinkageCodeAcquisitionResponse response =
        acquire(
            ISHINOMAKI,
            acquisition("R-1", "101"),
            acquisition("R-2", "102", UNLISTED, AcquisitionPurpose.INFORMATION_LINKAGE));
    assertThat(communications(requireNonNull(numbers(response).get(0)).value()))
        .singleElement()
        .satisfies(row -> assertThat(row.error()).isNull());
    assertThat(communications(requireNonNull(response.header().receptionNumber()).value()))
        .extracting(Communication::error)
        .containsExactlyInAnyOrder(null, ErrorCode.FGU_AFFAIR_NOT_ALLOWED);
  }

  @Test // MS-37
  void twoMessagesAboutTheSamePersonsAtOnceGiveTheSameNumbers()
      throws InterruptedException, ExecutionException {
    List<Acquisition> persons =
        IntStream.range(0, 500).mapToObj(i -> acquisition("R-" + i, "" + i)).toList();
    List<Acquisition> backwards = new ArrayList<>(persons).reversed();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<ProcessingNumber>> one = threads.submit(() -> numbersOf(persons));
      Future<List<ProcessingNumber>> other = threads.submit(() -> numbersOf(backwards));
      assertThat(other.get().reversed()).isEqualTo(one.get());
    }
    assertThat(count("linkage_acquisition")).isEqualTo(500);
  }

  private List<ProcessingNumber> numbersOf(List<Acquisition> persons) {
    return numbers(
        acquire.acquire(ISHINOMAKI, request(header(ISHINOMAKI_SYSTEM, SERVER), persons)));
  }

  private LinkageCodeAcquisitionResponse acquire(
      InstitutionCode institution, Acquisition... records) {
    return acquire.acquire(institution, request(institution, records));
  }

  private static List<ProcessingNumber> numbers(LinkageCodeAcquisitionResponse response) {
    return response.body().results().stream().map(Result::processingNumber).toList();
  }

  private java.util.Optional<AcquisitionState> state(
      InstitutionCode institution, ProcessingNumber number) {
    return database.transactions().within(institution, () -> acquisitions.find(number));
  }

  private List<Communication> communications(String number) {
    return database.transactions().within(ISHINOMAKI, () -> communications.find(number));
  }

  private long count(String table) {
    return database.everything().sql("select count(*) from " + table).query(Long.class).single();
  }

  private static void assertRefused(Result result, ErrorCode code) {
    assertThat(result.processingNumber()).isNull();
    assertThat(result.errorCode()).isEqualTo(code.id());
    assertThat(result.errorMessage()).isEqualTo(code.message());
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ErrorCode code) {
    assertThatThrownBy(call)
        .asInstanceOf(type(InvalidInputException.class))
        .extracting(e -> e.refusal().code())
        .isEqualTo(code);
  }
}
