package jp.chukan.gateway.disclosure;

import static jp.chukan.gateway.testing.DisclosureAsker.CLIENT;
import static jp.chukan.gateway.testing.DisclosureAsker.RECORDS;
import static jp.chukan.gateway.testing.TestKeys.DISCLOSURE_SYSTEM;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.NETWORK;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.contract.document.DisclosedRecords;
import jp.chukan.contract.document.DisclosedRecords.DisclosedRecord;
import jp.chukan.contract.document.DisclosedRecords.Item;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.EnvelopedAnswer;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.RecordDisclosureAnswer;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import jp.chukan.gateway.testing.DisclosureAsker;
import jp.chukan.gateway.testing.KnownPerson;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.RunningGateway;
import jp.chukan.gateway.testing.TestKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("情報提供等記録の開示")
class DisclosureIT {
  private static final InstitutionCode PENSION_SERVICE = new InstitutionCode("0710470000001700");
  private static final SpecificPersonalInformationCode HOUSEHOLD =
      new SpecificPersonalInformationCode("TM00000000000001");
  private static final SpecificPersonalInformationCode TAX =
      new SpecificPersonalInformationCode("TM00000000000002");
  private static final ItemCode HEAD_FLAG = new ItemCode("TK00000000000101");

  private final RunningGateway gateway = RunningGateway.shared();
  private final DisclosureAsker asker = new DisclosureAsker(gateway, ISHINOMAKI);
  private final KnownPerson person = KnownPerson.at(gateway.database(), ISHINOMAKI);
  private final Instant now = asker.clock.instant().truncatedTo(ChronoUnit.MILLIS);

  @Test // MS-77
  @DisplayName("誰が、いつ、何を、なぜ、どうなったかを本人に示す")
  void aPersonSeesWhoExchangedWhatWhenAndWhy() throws IOException, InterruptedException {
    ProvisionRecord provided = provided(now.minusSeconds(60), HOUSEHOLD, null);
    ProvisionRecord refused =
        record(
            ProvisionDraft.freshNumber(),
            RecordSide.INQUIRER,
            now.minusSeconds(30),
            TAX,
            null,
            RecordOutcome.REFUSED,
            ErrorCode.TKY_NOT_PROVIDED.id());
    append(provided, refused);

    DisclosedRecords disclosed = asker.askRecords(person.code());

    assertThat(disclosed.institution()).isEqualTo(ISHINOMAKI);
    assertThat(disclosed.next()).isNull();
    assertThat(disclosed.records()).hasSize(2);
    DisclosedRecord first = disclosed.records().get(0);
    assertThat(first.side()).isEqualTo("INQUIRER");
    assertThat(first.inquirerName()).isEqualTo("宮城県石巻市");
    assertThat(first.outcome()).isEqualTo("REFUSED");
    assertThat(first.errorCode()).isEqualTo("TKY-0110");
    assertThat(disclosed.records().get(1))
        .isEqualTo(
            new DisclosedRecord(
                "PROVIDER",
                Objects.requireNonNull(provided.processingNumber()),
                PENSION_SERVICE,
                "日本年金機構",
                ISHINOMAKI,
                "宮城県石巻市",
                provided.inquiredAt(),
                provided.decidedAt(),
                new AffairCode("JM01000000001000"),
                "健康保険法第五条第二項の規定により厚生労働大臣が行うこととされた健康保険に関する事務",
                new ProcedureCode("JT01010000001001"),
                HOUSEHOLD,
                "住民票関係情報",
                List.of(new Item(HEAD_FLAG, "世帯主フラグ")),
                "PROVIDED",
                null));
  }

  @Test // MS-75, MS-76, MS-77, MS-78
  @DisplayName("開示したことが送受信の記録と操作ログに残る")
  void aDisclosureIsACommunicationAndAnOperation() throws IOException, InterruptedException {
    append(provided(now, HOUSEHOLD, null));
    asker.askRecords(person.code());

    assertThat(communications(asker.number))
        .containsExactlyInAnyOrder(
            Map.of("direction", "RECEIVED", "type", "IF_TKM_50101_R01", "error", "-"),
            Map.of("direction", "SENT", "type", "IF_TKM_50102_R01", "error", "-"));
    assertThat(
            gateway
                .database()
                .everything()
                .sql(
                    """
                    select kind, operation_function, succeeded, addressee_number, purpose,
                           leaf_id is not null as has_leaf
                      from operation where institution_code = ? and target = ?
                    """)
                .params(ISHINOMAKI.value(), asker.number.value())
                .query()
                .singleRow())
        .containsEntry("kind", "VIEW")
        .containsEntry("operation_function", "disclosure.records")
        .containsEntry("succeeded", true)
        .containsEntry("addressee_number", person.addressee().value())
        .containsEntry("purpose", "本人への開示")
        .containsEntry("has_leaf", true);
  }

  @Test // MU-05
  @DisplayName("不開示の記録は示さず、件数も示さない")
  void aRecordThatIsWithheldIsNotThereAndNotCounted() throws IOException, InterruptedException {
    append(
        provided(now.minusSeconds(3), HOUSEHOLD, new NonDisclosureCode("1")),
        provided(now.minusSeconds(2), HOUSEHOLD, new NonDisclosureCode("0")),
        provided(now.minusSeconds(1), HOUSEHOLD, new NonDisclosureCode("9")));

    DisclosedRecords disclosed = asker.askRecords(person.code());

    assertThat(disclosed.records())
        .extracting(DisclosedRecord::decidedAt)
        .containsExactly(now.minusSeconds(2));
    assertThat(new String(XmlDocuments.write(disclosed), StandardCharsets.UTF_8))
        .doesNotContainIgnoringCase("count", "withheld", "NonDisclosure");
  }

  @Test // MU-05
  @DisplayName("不開示で保留された提供要求は、不提供で終わった記録も示さない")
  void theEndOfAWithheldExchangeIsWithheldToo() throws IOException, InterruptedException {
    ProcessingNumber exchange = ProvisionDraft.freshNumber();
    append(
        record(
            exchange,
            RecordSide.PROVIDER,
            now.minusSeconds(2),
            HOUSEHOLD,
            new NonDisclosureCode("1"),
            RecordOutcome.AWAITING_APPROVAL,
            null),
        record(
            exchange,
            RecordSide.PROVIDER,
            now.minusSeconds(1),
            HOUSEHOLD,
            null,
            RecordOutcome.REFUSED,
            ErrorCode.TKY_CASE_EXPIRED.id()));
    assertThat(asker.askRecords(person.code()).records()).isEmpty();
  }

  @ParameterizedTest // MU-05
  @CsvSource({"*, 1, 0", "TM00000000000001, 1, 1", "TM00000000000001, 0, 2"})
  @DisplayName("いま不開示である特定個人情報の記録は、過去のものも示さない")
  void whatIsWithheldNowIsWithheldOfThePastToo(String information, String code, int shown)
      throws IOException, InterruptedException {
    append(
        provided(now.minusSeconds(2), HOUSEHOLD, null), provided(now.minusSeconds(1), TAX, null));
    gateway
        .database()
        .everything()
        .sql("insert into response_mode_setting values (?, ?, ?, 'AUTOMATIC', ?, now())")
        .params(ISHINOMAKI.value(), person.addressee().value(), information, code)
        .update();
    assertThat(asker.askRecords(person.code()).records()).hasSize(shown);
  }

  @Test // MS-30
  @DisplayName("知らない符号への回答は、記録のない人への回答と同じ形である")
  void anUnknownCodeLooksLikeAPersonWithoutRecords() throws IOException, InterruptedException {
    DisclosedRecords nobody = asker.askRecords(new LinkageCode("code-of-nobody-at-all"));
    ProcessingNumber asked = asker.number;
    DisclosedRecords without = asker.again().askRecords(person.code());

    assertThat(nobody)
        .usingRecursiveComparison()
        .ignoringFields("processingNumber")
        .isEqualTo(without);
    assertThat(without.records()).isEmpty();
    assertThat(communications(asked)).extracting(row -> row.get("error")).containsOnly("-");
  }

  @Test // MS-96
  @DisplayName("他の機関の記録は出ない")
  void recordsOfAnotherInstitutionNeverLeave() throws IOException, InterruptedException {
    KnownPerson there = KnownPerson.at(gateway.database(), TSUKUBA);
    appendAt(TSUKUBA, there.code(), 1);
    append(provided(now, HOUSEHOLD, null));

    assertThat(asker.askRecords(there.code()).records()).isEmpty();
    DisclosureAsker atTsukuba = new DisclosureAsker(gateway, TSUKUBA);
    assertThat(atTsukuba.askRecords(there.code()).records()).hasSize(1);
    assertThat(atTsukuba.again().askRecords(person.code()).records()).isEmpty();
  }

  @Test // MS-77
  @DisplayName("期間は日本の日付で、両端を含む")
  void thePeriodIsOfDaysInJapanWithBothEnds() throws IOException, InterruptedException {
    Instant lastMomentOfMarch = Instant.parse("2026-03-31T14:59:59.999Z");
    Instant firstOfApril = Instant.parse("2026-03-31T15:00:00Z");
    Instant lastOfApril = Instant.parse("2026-04-30T14:59:59.999Z");
    Instant firstOfMay = Instant.parse("2026-04-30T15:00:00Z");
    append(
        Stream.of(lastMomentOfMarch, firstOfApril, lastOfApril, firstOfMay)
            .map(at -> provided(at, HOUSEHOLD, null))
            .toArray(ProvisionRecord[]::new));
    asker.from = LocalDate.parse("2026-04-01");
    asker.to = LocalDate.parse("2026-04-30");
    assertThat(times(asker)).containsExactly(lastOfApril, firstOfApril);
    asker.to = null;
    assertThat(times(asker.again())).containsExactly(firstOfMay, lastOfApril, firstOfApril);
    asker.from = null;
    asker.to = LocalDate.parse("2026-03-31");
    assertThat(times(asker.again())).containsExactly(lastMomentOfMarch);
  }

  @Test // MS-77
  @DisplayName("何ページあっても全部が一度ずつ、不開示の分だけ短くなることなく出る")
  void pagesShowEverythingOnceAndHaveNoGaps() throws IOException, InterruptedException {
    append(
        IntStream.range(0, 240)
            .mapToObj(
                n ->
                    provided(
                        now.minusSeconds(240 - n),
                        HOUSEHOLD,
                        n % 2 == 0 ? new NonDisclosureCode("1") : null))
            .toArray(ProvisionRecord[]::new));
    List<Integer> sizes = new ArrayList<>();
    List<Instant> seen = new ArrayList<>();
    DisclosedRecords page = asker.askRecords(person.code());
    while (true) {
      sizes.add(page.records().size());
      page.records().forEach(record -> seen.add(record.decidedAt()));
      if (page.next() == null) {
        break;
      }
      asker.before = page.next();
      page = asker.again().askRecords(person.code());
    }
    assertThat(sizes).containsExactly(50, 50, 20);
    assertThat(seen)
        .hasSize(120)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test // MS-77
  void aPageEndsBeforeItsItemsFillTheEnvelope() throws IOException, InterruptedException {
    List<ItemCode> many =
        IntStream.rangeClosed(2001, 2235)
            .mapToObj(n -> new ItemCode("TK%014d".formatted(n)))
            .toList();
    append(
        IntStream.range(0, 8)
            .mapToObj(n -> withItems(provided(now.minusSeconds(8 - n), TAX, null), many))
            .toArray(ProvisionRecord[]::new));
    DisclosedRecords page = asker.askRecords(person.code());
    assertThat(page.records()).hasSize(6);
    assertThat(page.records().getFirst().items())
        .hasSize(235)
        .allSatisfy(item -> assertThat(item.name()).isNotNull());
    asker.before = page.next();
    assertThat(asker.again().askRecords(person.code()).records()).hasSize(2);
  }

  @Test
  void aPeriodThatEndsBeforeItBeginsIsRefusedInASignedAnswer()
      throws IOException, InterruptedException {
    asker.from = LocalDate.parse("2026-04-02");
    asker.to = LocalDate.parse("2026-04-01");
    assertThat(refusal(asker.sign(asker.recordsOf(person.code()))))
        .isEqualTo(ErrorCode.TKM_DISCLOSURE_PERIOD);
    assertThat(communications(asker.number))
        .extracting(row -> row.get("error"))
        .containsOnly(ErrorCode.TKM_DISCLOSURE_PERIOD.id());
  }

  @Test // JN-27
  @DisplayName("同じ要求は一度だけ答える")
  void theSameRequestIsAnsweredOnce() throws IOException, InterruptedException {
    append(provided(now, HOUSEHOLD, null));
    byte[] request = asker.sign(asker.recordsOf(person.code()));
    assertThat(asker.post(CLIENT, RECORDS, request).statusCode()).isEqualTo(200);
    assertThat(refusal(request)).isEqualTo(ErrorCode.TKM_DISCLOSURE_REPEATED);
    assertThat(refusal(asker.sign(asker.recordsOf(new LinkageCode("code-of-nobody-at-all")))))
        .as("signed anew, about somebody else")
        .isEqualTo(ErrorCode.TKM_DISCLOSURE_REPEATED);
  }

  @ParameterizedTest // JN-27
  @ValueSource(longs = {-301, 301})
  void aRequestOfAnotherTimeIsRefused(long seconds) throws IOException, InterruptedException {
    asker.requestedAt =
        asker.clock.instant().plusSeconds(seconds).plus(Duration.ofSeconds(seconds > 0 ? 5 : 0));
    assertThat(refusal(asker.sign(asker.recordsOf(person.code()))))
        .isEqualTo(ErrorCode.TKM_DISCLOSURE_STALE);
  }

  @Test // MS-40
  void theKeyOfSomebodyElseGetsNothing() throws IOException, InterruptedException {
    asker.certificate =
        TestKeys.der(
            gateway
                .keys()
                .authority()
                .decryptionKey(PENSION_SERVICE, KeyKind.EC_P256)
                .certificate());
    assertThat(refusal(asker.sign(asker.recordsOf(person.code()))))
        .isEqualTo(ErrorCode.TKY_KEY_UNSUITABLE);
  }

  @ParameterizedTest // MS-09, MS-90
  @CsvSource({
    "municipal-client-0220104202101700, SCM_FOREIGN_INSTITUTION",
    "network-client, SCM_FOREIGN_INSTITUTION",
    "operator-client, SCM_FOREIGN_INSTITUTION",
    "stranger-client, SCM_CLIENT_NOT_REGISTERED"
  })
  @DisplayName("開示システムの証明書でなければ、正しく署名された要求でも断る")
  void nobodyElseIsLetIn(String client, ErrorCode code) throws IOException, InterruptedException {
    for (String endpoint : List.of("record-disclosures", "self-information", "notices")) {
      HttpResponse<byte[]> response =
          asker.post(client, endpoint, asker.sign(asker.recordsOf(person.code())));
      assertThat(response.statusCode()).isEqualTo(403);
      assertThat(acknowledged(response)).isEqualTo(code);
    }
  }

  @ParameterizedTest // MS-09, MS-90
  @ValueSource(
      strings = {
        "/municipal/provision-records",
        "/network/permission-list",
        "/network/0220104202101700/provision-requests",
        "/operation/institution-masters"
      })
  void theDisclosureSystemReachesNothingElse(String path) throws IOException, InterruptedException {
    assertThat(gateway.get(CLIENT, path).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest(name = "{0}") // JN-12, JN-27
  @CsvSource({
    "unsigned, SCM_SIGNATURE",
    "signed-by-the-network, SCM_CERTIFICATE_INSTITUTION",
    "signed-by-the-municipality, SCM_CERTIFICATE_INSTITUTION",
    "signed-under-an-impostor-authority, SCM_CERTIFICATE_ISSUER",
    "signature-over-other-body, SCM_SIGNATURE",
    "for-another-institution, SYM_DESTINATION",
    "for-another-server, SYM_DESTINATION",
    "of-another-system, SCM_FOREIGN_INSTITUTION",
    "another-message, SYM_MESSAGE_TYPE",
    "not-well-formed, SYM_NOT_WELL_FORMED",
    "xxe-local, SYM_DTD_FORBIDDEN"
  })
  @DisplayName("信じられない要求には答えず、理由だけを残す")
  void whatCannotBeBelievedIsRefusedAndKept(String defect, ErrorCode code)
      throws IOException, InterruptedException {
    long before = kept(code);
    HttpResponse<byte[]> response = asker.post(CLIENT, RECORDS, spoilt(defect));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(acknowledged(response)).isEqualTo(code);
    assertThat(kept(code)).isEqualTo(before + 1);
  }

  private byte[] spoilt(String defect) {
    byte[] right = XmlMessages.write(asker.recordsOf(person.code()));
    return switch (defect) {
      case "unsigned" -> right;
      case "signed-by-the-network" -> gateway.keys().networkSigner().sign(right);
      case "signed-by-the-municipality" ->
          gateway.keys().signer(ISHINOMAKI, asker.clock).sign(right);
      case "signed-under-an-impostor-authority" ->
          new DocumentSigner(
                  TestAuthority.impostorAt(now).signingKey(DISCLOSURE_SYSTEM), asker.clock)
              .sign(right);
      case "signature-over-other-body" -> {
        byte[] signed = asker.sign(asker.recordsOf(person.code()));
        int at = new String(signed, StandardCharsets.ISO_8859_1).indexOf(person.code().value());
        signed[at + 12] ^= 1;
        yield signed;
      }
      case "for-another-institution" -> {
        asker.institution = TSUKUBA;
        byte[] signed = asker.sign(asker.recordsOf(person.code()));
        asker.institution = ISHINOMAKI;
        yield signed;
      }
      case "for-another-server" -> {
        asker.destination = new SystemIdentifier("K000000002");
        yield asker.sign(asker.recordsOf(person.code()));
      }
      case "of-another-system" -> {
        asker.source = new SystemIdentifier("K000000009");
        yield asker.sign(asker.recordsOf(person.code()));
      }
      case "another-message" -> asker.sign(asker.noticesOf(person.code()));
      case "not-well-formed" -> sign("<IF_TKM_50101_R01>");
      case "xxe-local" ->
          sign(
              "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><IF_TKM_50101_R01>&b;</IF_TKM_50101_R01>");
      default -> throw new IllegalArgumentException(defect);
    };
  }

  private byte[] sign(String content) {
    return gateway
        .keys()
        .signer(DISCLOSURE_SYSTEM, asker.clock)
        .sign(content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anInstitutionThatIsNotServedHasNoDoor() throws IOException, InterruptedException {
    asker.institution = PENSION_SERVICE;
    HttpResponse<byte[]> response =
        asker.post(CLIENT, RECORDS, asker.sign(asker.recordsOf(person.code())));
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(acknowledged(response)).isEqualTo(ErrorCode.SYM_DESTINATION);
  }

  /** What a signed answer refuses with. */
  private ErrorCode refusal(byte[] request) throws IOException, InterruptedException {
    RecordDisclosureAnswer answer =
        asker.answer(RecordDisclosureAnswer.class, asker.post(CLIENT, RECORDS, request));
    EnvelopedAnswer body = answer.body();
    assertThat(answer.header().result()).isEqualTo(MessageHeader.REFUSED);
    assertThat(body.envelope()).isNull();
    return ErrorCode.ofId(String.valueOf(body.errorCode())).orElseThrow();
  }

  private static ErrorCode acknowledged(HttpResponse<byte[]> response) {
    Acknowledgement refusal = XmlMessages.read(Acknowledgement.class, response.body());
    assertThat(refusal.header().result()).isEqualTo(MessageHeader.REFUSED);
    return ErrorCode.ofId(String.valueOf(refusal.body().errorCode())).orElseThrow();
  }

  private List<Instant> times(DisclosureAsker asking) throws IOException, InterruptedException {
    return asking.askRecords(person.code()).records().stream()
        .map(DisclosedRecord::decidedAt)
        .toList();
  }

  private long kept(ErrorCode code) {
    return gateway
        .database()
        .everything()
        .sql(
            """
            select count(*) from communication
             where institution_code = ? and error_code = ? and message_type = 'IF_TKM_50101_R01'
               and peer_code = ?
            """)
        .params(ISHINOMAKI.value(), code.id(), DISCLOSURE_SYSTEM.value())
        .query(Long.class)
        .single();
  }

  private List<Map<String, String>> communications(ProcessingNumber number) {
    return gateway
        .database()
        .everything()
        .sql("select * from communication where number = ?")
        .param(number.value())
        .query(
            (row, index) ->
                Map.of(
                    "direction", row.getString("direction"),
                    "type", row.getString("message_type"),
                    "error",
                        row.getString("error_code") == null ? "-" : row.getString("error_code")))
        .list();
  }

  private void append(ProvisionRecord... records) {
    gateway
        .database()
        .transactions()
        .run(
            ISHINOMAKI,
            () -> new ProvisionRecords(gateway.database().jdbc()).append(List.of(records)));
  }

  private void appendAt(InstitutionCode institution, LinkageCode code, int count) {
    List<ProvisionRecord> records =
        IntStream.range(0, count)
            .mapToObj(
                n ->
                    new ProvisionRecord(
                        institution,
                        RecordSide.PROVIDER,
                        ProvisionDraft.freshNumber(),
                        NETWORK,
                        institution,
                        null,
                        null,
                        HOUSEHOLD,
                        List.of(),
                        code,
                        null,
                        null,
                        now,
                        now,
                        now,
                        RecordOutcome.PROVIDED,
                        null))
            .toList();
    gateway
        .database()
        .transactions()
        .run(institution, () -> new ProvisionRecords(gateway.database().jdbc()).append(records));
  }

  private ProvisionRecord provided(
      Instant at, SpecificPersonalInformationCode information, @Nullable NonDisclosureCode code) {
    return record(
        ProvisionDraft.freshNumber(),
        RecordSide.PROVIDER,
        at,
        information,
        code,
        RecordOutcome.PROVIDED,
        null);
  }

  private static ProvisionRecord withItems(ProvisionRecord record, List<ItemCode> items) {
    return new ProvisionRecord(
        record.institution(),
        record.side(),
        record.processingNumber(),
        record.inquirer(),
        record.provider(),
        record.affair(),
        record.procedure(),
        record.information(),
        items,
        record.linkageCode(),
        record.permitId(),
        record.nonDisclosure(),
        record.inquiredAt(),
        record.receivedAt(),
        record.decidedAt(),
        record.outcome(),
        record.errorCode());
  }

  private ProvisionRecord record(
      ProcessingNumber number,
      RecordSide side,
      Instant at,
      SpecificPersonalInformationCode information,
      @Nullable NonDisclosureCode nonDisclosure,
      RecordOutcome outcome,
      @Nullable String errorCode) {
    boolean asked = side == RecordSide.PROVIDER;
    return new ProvisionRecord(
        ISHINOMAKI,
        side,
        number,
        asked ? PENSION_SERVICE : ISHINOMAKI,
        asked ? ISHINOMAKI : TSUKUBA,
        new AffairCode("JM01000000001000"),
        new ProcedureCode("JT01010000001001"),
        information,
        List.of(HEAD_FLAG),
        person.code(),
        null,
        nonDisclosure,
        at.minusSeconds(1),
        at,
        at,
        outcome,
        errorCode);
  }
}
