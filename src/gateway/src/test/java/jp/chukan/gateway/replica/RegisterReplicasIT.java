package jp.chukan.gateway.replica;

import static jp.chukan.gateway.testing.TestKeys.ADACHI;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ReplicaRegistrationResult;
import jp.chukan.contract.message.ReplicaRegistrationResult.Refused;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("副本の登録と削除")
class RegisterReplicasIT {
  private static ReplicaBed bed;

  @BeforeAll
  static void start() {
    bed = new ReplicaBed();
  }

  @BeforeEach
  void empty() {
    bed.empty();
  }

  @Test // MS-50, MS-58
  void householdInformationOfTheMunicipalityBecomesItsReplica() {
    ReplicaRegistrationResult result =
        bed.send(
            ISHINOMAKI,
            bed.registration(ISHINOMAKI),
            ReplicaBed.stream(Row.attachment("1", Row.head("R1", "1"), Row.member("R2", "2"))));
    assertThat(result.header().result()).isEqualTo(MessageHeader.ACCEPTED);
    assertThat(result.header().receptionNumber()).isNotNull();
    assertThat(result.body()).isEqualTo(new ReplicaRegistrationResult.Body(2, 0, List.of()));
    assertThat(bed.headName("2")).isEqualTo("架空 太郎");
    assertThat(
            bed.database
                .everything()
                .sql("select message_type, number from communication")
                .query()
                .singleRow()
                .values())
        .containsExactly("IF_DBM_20113_R01", String.valueOf(result.header().receptionNumber()));
  }

  @Test // JN-02
  void whatRestsInTheDatabaseDoesNotShowTheContent() {
    bed.register(Row.member("R1", "1").named("架空 花子"));
    byte[] content =
        bed.database.everything().sql("select content from replica").query(byte[].class).single();
    assertThat(new String(content, StandardCharsets.UTF_8)).doesNotContain("架空", "TK0000");
  }

  @Test // MS-96
  void anotherInstitutionSeesNothingOfItAndKeepsItsOwnUnderTheSameNumbers() {
    bed.register(Row.member("R1", "1").named("架空 石巻"));
    assertThat(bed.find(TSUKUBA, "1", WantedPeriod.on(ReplicaBed.TODAY), ReplicaBed.HEAD_NAME))
        .isInstanceOf(ReplicaLookup.Absent.class);
    assertThat(
            bed.send(TSUKUBA, Row.attachment("1", Row.member("R1", "1").named("架空 つくば")))
                .acceptedCount())
        .isEqualTo(1);
    assertThat(bed.headName("1")).isEqualTo("架空 石巻");
    int visible =
        bed.database
            .transactions()
            .within(
                ADACHI,
                () ->
                    bed.database
                        .jdbc()
                        .sql("select count(*) from replica")
                        .query(Integer.class)
                        .single());
    assertThat(visible).isZero();
  }

  @Test
  void theSameRecordNumberTakesEffectOnce() {
    ReplicaRegistrationResult.Body first =
        bed.register(
            Row.member("R1", "1").named("架空 一番"),
            Row.member("R1", "1").named("架空 二番"),
            Row.member("R2", "2"));
    assertRefused(first, 2, "R1", 2, ErrorCode.DBM_DUPLICATE_RECORD);
    assertThat(bed.headName("1")).isEqualTo("架空 一番");
    ReplicaRegistrationResult.Body later =
        bed.register(Row.member("R3", "3"), Row.member("R1", "1").named("架空 三番"));
    assertRefused(later, 1, "R1", 2, ErrorCode.DBM_DUPLICATE_RECORD);
    assertThat(bed.headName("1")).isEqualTo("架空 一番");
  }

  @Test
  void theNumberOfARefusedRecordMayComeAgain() {
    bed.register(Row.member("R1", "1").content("2", "架空 太郎", "子"));
    assertThat(bed.register(Row.member("R1", "1")).acceptedCount()).isEqualTo(1);
  }

  @Test // MS-56
  void anOlderEditionNeverReplacesANewerOne() {
    bed.register(Row.member("R1", "1").with("SPIMajorVersion", "2").named("架空 新版"));
    assertRefused(
        bed.register(Row.member("R2", "1").named("架空 旧版").updated("2026-10-31T09:00:00+09:00")),
        0,
        "R2",
        1,
        ErrorCode.DBM_STALE_EDITION);
    assertThat(bed.headName("1")).isEqualTo("架空 新版");
  }

  @Test // MS-56
  void anOlderUpdateNeverReplacesANewerOne() {
    bed.register(Row.member("R1", "1").named("架空 新").updated("2026-10-20T09:00:00+09:00"));
    assertRefused(
        bed.register(Row.member("R2", "1").named("架空 旧").updated("2026-10-20T08:59:59+09:00")),
        0,
        "R2",
        1,
        ErrorCode.DBM_STALE_UPDATE);
    assertThat(bed.headName("1")).isEqualTo("架空 新");
    // the same moment said in another zone is not older
    assertThat(
            bed.register(Row.member("R3", "1").named("架空 同").updated("2026-10-20T00:00:00Z"))
                .acceptedCount())
        .isEqualTo(1);
    assertThat(bed.headName("1")).isEqualTo("架空 同");
  }

  @Test // MS-56
  void recordsOfOneReplicaApplyInTheOrderOfTheFile() {
    ReplicaRegistrationResult.Body result =
        bed.register(
            Row.member("R1", "1").named("架空 一").updated("2026-10-01T00:00:00Z"),
            Row.member("R2", "1").named("架空 三").updated("2026-10-03T00:00:00Z"),
            Row.member("R3", "1").named("架空 二").updated("2026-10-02T00:00:00Z"),
            Row.member("R4", "1").named("架空 四").updated("2026-10-04T00:00:00Z"),
            Row.member("R5", "2"));
    assertRefused(result, 4, "R3", 3, ErrorCode.DBM_STALE_UPDATE);
    assertThat(bed.headName("1")).isEqualTo("架空 四");
  }

  @Test // MS-56
  void aRecordThatIsRefusedDoesNotCountForTheOrder() {
    bed.register(Row.member("R0", "1").updated("2026-10-10T00:00:00Z"));
    ReplicaRegistrationResult.Body result =
        bed.register(
            // newer edition but older update: refused, so edition 1 may still follow
            Row.member("R1", "1").with("SPIMajorVersion", "2").updated("2026-10-09T00:00:00Z"),
            Row.member("R2", "1").named("架空 続").updated("2026-10-11T00:00:00Z"));
    assertRefused(result, 1, "R1", 1, ErrorCode.DBM_STALE_UPDATE);
    assertThat(bed.headName("1")).isEqualTo("架空 続");
  }

  @Test
  void theSegmentMayStandAfterTheRecords() {
    assertThat(
            bed.send(
                    ISHINOMAKI,
                    Row.attachmentEndingWith("1", Row.member("R1", "1"), Row.member("R2", "2")))
                .acceptedCount())
        .isEqualTo(2);
    ReplicaRegistrationResult.Body deleted =
        bed.send(
            ISHINOMAKI,
            Row.attachmentEndingWith("2", Row.member("D1", "1").with("DuplicateCopyData", "")));
    assertThat(deleted.acceptedCount()).isEqualTo(1);
    assertThat(bed.headName("1")).isNull();
    assertThat(bed.headName("2")).isNotNull();
  }

  @Test
  void deletionAsksOnlyForTheKeyAndRefusesWhatIsNotThere() {
    bed.register(Row.member("R1", "1"), Row.member("R2", "2"), Row.member("R3", "3"));
    ReplicaRegistrationResult.Body result =
        bed.delete(
            Row.member("D1", "1").with("DuplicateCopyData", "").with("PublicationDate", ""),
            Row.member("D2", "1").with("DuplicateCopyData", ""),
            Row.member("D3", "9").with("DuplicateCopyData", ""),
            Row.member("D1", "2").with("DuplicateCopyData", ""));
    assertThat(result.acceptedCount()).isEqualTo(1);
    assertThat(result.refused())
        .extracting(Refused::recordNumber, Refused::position, Refused::errorCode)
        .containsExactly(
            tuple("D2", 2, ErrorCode.DBM_NOT_FOUND.id()),
            tuple("D3", 3, ErrorCode.DBM_NOT_FOUND.id()),
            tuple("D1", 4, ErrorCode.DBM_DUPLICATE_RECORD.id()));
    assertThat(bed.headName("1")).isNull();
    assertThat(bed.headName("2")).isNotNull();
    assertThat(bed.rows("replica")).isEqualTo(2);
  }

  @Test // MS-56
  void anOlderRecordDoesNotDeleteWhatIsNewer() {
    bed.register(Row.member("R1", "1").with("SPIMajorVersion", "2"));
    assertRefused(bed.delete(Row.member("D1", "1")), 0, "D1", 1, ErrorCode.DBM_STALE_EDITION);
    assertThat(bed.headName("1")).isNotNull();
  }

  @Test
  void aRecordMayHangOnOneThatIsStoredOrCameBeforeIt() {
    ReplicaRegistrationResult.Body result =
        bed.register(
            Row.member("R1", "1").with("DataSetRecordKey", "P").with("ParentDataSetRecordKey", ""),
            Row.member("R2", "1").with("DataSetRecordKey", "C").with("ParentDataSetRecordKey", "P"),
            Row.member("R3", "2").with("DataSetRecordKey", "C").with("ParentDataSetRecordKey", "P"),
            Row.member("R4", "2").with("DataSetRecordKey", "D").with("ParentDataSetRecordKey", "C"),
            Row.member("R5", "3")
                .with("DataSetRecordKey", "S")
                .with("ParentDataSetRecordKey", "S"));
    assertThat(result.acceptedCount()).isEqualTo(2);
    assertThat(result.refused())
        .extracting(Refused::recordNumber)
        .containsExactly("R3", "R4", "R5");
    assertThat(result.refused())
        .extracting(Refused::errorCode)
        .containsOnly(ErrorCode.DBM_PARENT_RECORD.id());
    assertThat(
            bed.register(
                    Row.member("R6", "1")
                        .with("DataSetRecordKey", "E")
                        .with("ParentDataSetRecordKey", "P"))
                .acceptedCount())
        .isEqualTo(1);
  }

  @Test // MS-80
  void theSameMessageSentAgainGetsTheSameResultAndHasNoSecondEffect() {
    MessageHeader header = bed.registration(ISHINOMAKI);
    String attachment =
        Row.attachment("1", Row.member("R1", "1"), Row.member("R2", "2").content("2", "x", "子"));
    ReplicaRegistrationResult first = bed.send(ISHINOMAKI, header, ReplicaBed.stream(attachment));
    assertThat(first.header().result()).isEqualTo(MessageHeader.PARTLY_REFUSED);
    bed.register(Row.member("R9", "1").named("架空 後"));
    assertThat(bed.send(ISHINOMAKI, header, ReplicaBed.stream(attachment))).isEqualTo(first);
    assertThat(bed.headName("1")).isEqualTo("架空 後");
    assertThat(bed.rows("replica_record_number")).isEqualTo(2);
  }

  @Test
  void aMessageIdThatStandsOnAnotherAttachmentIsRefused() {
    MessageHeader header = bed.registration(ISHINOMAKI);
    bed.send(ISHINOMAKI, header, ReplicaBed.stream(Row.attachment("1", Row.member("R1", "1"))));
    assertThatThrownBy(
            () ->
                bed.send(
                    ISHINOMAKI,
                    header,
                    ReplicaBed.stream(Row.attachment("1", Row.member("R2", "2")))))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.DBM_MESSAGE_CONFLICT));
    assertThat(bed.headName("2")).isNull();
  }

  @Test
  void theSameMessageTwiceAtOnceHasOneEffect() {
    MessageHeader header = bed.registration(ISHINOMAKI);
    String attachment =
        Row.attachment(
            "1",
            IntStream.range(0, 200)
                .mapToObj(i -> Row.member("R" + i, String.valueOf(i + 1)))
                .toArray(Row[]::new));
    List<ReplicaRegistrationResult> results =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> bed.send(ISHINOMAKI, header, ReplicaBed.stream(attachment))))
            .limit(4)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .distinct()
            .toList();
    assertThat(results).hasSize(1);
    assertThat(results.getFirst().body().acceptedCount()).isEqualTo(200);
    assertThat(bed.rows("replica")).isEqualTo(200);
  }

  @Test // MS-56
  void registrationsAtOnceLeaveTheNewest() {
    List<CompletableFuture<ReplicaRegistrationResult.Body>> pending =
        IntStream.rangeClosed(1, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            bed.register(
                                Row.member("R" + i, "1")
                                    .named("架空 " + i)
                                    .updated("2026-10-0" + i + "T00:00:00Z"))))
            .toList();
    int accepted = pending.stream().mapToInt(p -> p.join().acceptedCount()).sum();
    assertThat(accepted).isBetween(1, 8);
    assertThat(bed.headName("1")).isEqualTo("架空 8");
  }

  @Test
  void aTestMessageIsCheckedAndChangesNothing() {
    MessageHeader header = ReplicaBed.asTest(bed.registration(ISHINOMAKI));
    String attachment =
        Row.attachment("1", Row.member("R1", "1"), Row.member("R2", "2").content("2", "x", "子"));
    ReplicaRegistrationResult.Body result =
        bed.send(ISHINOMAKI, header, ReplicaBed.stream(attachment)).body();
    assertThat(result.acceptedCount()).isEqualTo(1);
    assertThat(result.refusedCount()).isEqualTo(1);
    assertThat(bed.rows("replica")).isZero();
    assertThat(bed.rows("replica_record_number")).isZero();
    assertThat(bed.register(Row.member("R1", "1")).acceptedCount()).isEqualTo(1);
  }

  @Test // JN-09
  void onlyThePermittedDepartmentRegistersAnInformation() {
    ReplicaBed reserved =
        bed.reserving(
            new PermittedSources.Source(
                ISHINOMAKI, ReplicaBed.HOUSEHOLD, List.of(new DepartmentCode("9999999999"))));
    ReplicaRegistrationResult.Body result = reserved.register(Row.member("R1", "1"));
    assertRefused(result, 0, "R1", 1, ErrorCode.DBM_SOURCE_NOT_PERMITTED);
    assertThat(reserved.send(TSUKUBA, Row.attachment("1", Row.member("R1", "1"))).acceptedCount())
        .isEqualTo(1);
  }

  @Test
  void atMostTenThousandRefusedRecordsAreListed() {
    Iterator<Row> rows =
        IntStream.rangeClosed(1, 10_500)
            .mapToObj(i -> Row.member("R" + i, "1").content("2", "x", "子"))
            .iterator();
    ReplicaRegistrationResult result =
        bed.send(ISHINOMAKI, bed.registration(ISHINOMAKI), streamed(rows));
    assertThat(result.body().refusedCount()).isEqualTo(10_500);
    assertThat(result.body().refused()).hasSize(10_000);
    assertThat(result.body().refused().getLast().position()).isEqualTo(10_000);
  }

  @Test // MS-50
  void twentyThousandRecordsComeAsAStream() {
    Iterator<Row> rows =
        IntStream.rangeClosed(1, 20_000)
            .mapToObj(i -> Row.member("R" + i, String.valueOf(i)).named("架空 " + i))
            .iterator();
    ReplicaRegistrationResult.Body result =
        bed.send(ISHINOMAKI, bed.registration(ISHINOMAKI), streamed(rows)).body();
    assertThat(result.acceptedCount()).isEqualTo(20_000);
    assertThat(result.refusedCount()).isZero();
    assertThat(bed.headName("20000")).isEqualTo("架空 20000");
  }

  private static void assertRefused(
      ReplicaRegistrationResult.Body result,
      int accepted,
      String number,
      int position,
      ErrorCode code) {
    assertThat(result.acceptedCount()).isEqualTo(accepted);
    assertThat(result.refused())
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.recordNumber()).isEqualTo(number);
              assertThat(refused.position()).isEqualTo(position);
              assertThat(refused.errorCode()).isEqualTo(code.id());
            });
  }

  /** Makes each record only when it is read. */
  private static InputStream streamed(Iterator<Row> rows) {
    Iterator<InputStream> records =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return rows.hasNext();
          }

          @Override
          public InputStream next() {
            return ReplicaBed.stream(rows.next().xml());
          }
        };
    return sequence(
        List.of(ReplicaBed.stream("<SPIRegistrationDeleteList>")).iterator(),
        records,
        List.of(
                ReplicaBed.stream(
                    "<SegmentOfRegistrationDelete>1</SegmentOfRegistrationDelete>"
                        + "</SPIRegistrationDeleteList>"))
            .iterator());
  }

  @SafeVarargs
  private static InputStream sequence(Iterator<InputStream>... parts) {
    return Stream.of(parts)
        .map(
            part ->
                (InputStream)
                    new SequenceInputStream(
                        new Enumeration<>() {
                          @Override
                          public boolean hasMoreElements() {
                            return part.hasNext();
                          }

                          @Override
                          public InputStream nextElement() {
                            return part.next();
                          }
                        }))
        .reduce(SequenceInputStream::new)
        .orElseThrow();
  }
}
