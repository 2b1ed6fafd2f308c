package jp.chukan.gateway.selfinformation;

import static jp.chukan.gateway.testing.DisclosureAsker.CLIENT;
import static jp.chukan.gateway.testing.DisclosureAsker.SELF_INFORMATION;
import static jp.chukan.gateway.testing.TestKeys.DISCLOSURE_SYSTEM;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.contract.document.ProvidedInformation.Item;
import jp.chukan.contract.document.SelfInformation.Information;
import jp.chukan.contract.document.SelfInformation.OwnItem;
import jp.chukan.contract.document.SelfInformation.OwnReplica;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.SelfInformationAnswer;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import jp.chukan.gateway.testing.DisclosureAsker;
import jp.chukan.gateway.testing.KnownPerson;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.ProvisionExchange;
import jp.chukan.gateway.testing.RunningGateway;
import jp.chukan.gateway.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("自己情報提供")
class SelfInformationIT {
  private static final SpecificPersonalInformationCode HOUSEHOLD =
      new SpecificPersonalInformationCode("TM00000000000001");
  private static final SpecificPersonalInformationCode TAX =
      new SpecificPersonalInformationCode("TM00000000000002");
  private static final SpecificPersonalInformationCode OF_NOBODY =
      new SpecificPersonalInformationCode("TM00000000000777");
  private static final ItemCode DATA_SET = new ItemCode("TK00000000002000");
  private static final ItemCode PER_CAPITA = new ItemCode("TK00000000002204");
  private static final ItemCode PER_INCOME = new ItemCode("TK00000000002228");
  private static final Information NOTHING =
      new Information(TAX, "地方税関係情報", List.of(), ErrorCode.JTK_NOT_PROVIDED.id());

  private final RunningGateway gateway = RunningGateway.shared();
  private final DisclosureAsker asker = new DisclosureAsker(gateway, ISHINOMAKI);

  @Test // MS-14, MS-50
  @DisplayName("公開中の副本を、レイアウトの順に名前と値で本人に示す")
  void aPersonSeesWhatIsKeptOfThem() throws IOException, InterruptedException {
    ProvisionDraft draft = registered(ResponseMode.AUTOMATIC);

    assertThat(asker.askInformation(draft.person, TAX).information())
        .containsExactly(
            new Information(
                TAX,
                "地方税関係情報",
                List.of(
                    new OwnReplica(
                        new LayoutEdition("2"),
                        List.of(
                            new OwnItem(PER_CAPITA, "市町村民税均等割額", "3500", null),
                            new OwnItem(PER_INCOME, "市町村民税所得割額(定額減税前)", "120000", null)))),
                null));
  }

  @Test // MS-74
  @DisplayName("自己情報の提供は情報提供等記録になり、本人に開示される")
  void itIsRecordedAsAProvisionToThePerson() throws IOException, InterruptedException {
    ProvisionDraft draft = registered(ResponseMode.AUTOMATIC);
    asker.askInformation(draft.person, TAX, HOUSEHOLD);

    List<ProvisionRecord> records = records(ISHINOMAKI, asker.number);
    assertThat(records)
        .allSatisfy(
            record -> {
              assertThat(record.side()).isEqualTo(RecordSide.PROVIDER);
              assertThat(record.inquirer()).isEqualTo(DISCLOSURE_SYSTEM);
              assertThat(record.provider()).isEqualTo(ISHINOMAKI);
              assertThat(record.linkageCode()).isEqualTo(draft.person);
              assertThat(record.affair()).isNull();
            });
    assertThat(records)
        .extracting(ProvisionRecord::information)
        .containsExactlyInAnyOrder(TAX, HOUSEHOLD);
    assertThat(records)
        .filteredOn(record -> record.outcome() == RecordOutcome.PROVIDED)
        .singleElement()
        .satisfies(record -> assertThat(record.items()).containsExactly(PER_CAPITA, PER_INCOME));
    assertThat(records)
        .filteredOn(record -> record.outcome() == RecordOutcome.REFUSED)
        .singleElement()
        .satisfies(record -> assertThat(record.errorCode()).isEqualTo("JTK-0101"));
    assertThat(leaves(asker.number)).isEqualTo(2);
    ProcessingNumber own = asker.number;
    assertThat(asker.again().askRecords(draft.person).records())
        .as("what was refused to the person is recorded, and not shown")
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.processingNumber()).isEqualTo(own);
              assertThat(record.information()).isEqualTo(TAX);
              assertThat(record.inquirerName()).isEqualTo("情報提供等記録開示システム");
            });
  }

  @ParameterizedTest // MS-05, MS-18, MS-30, MU-05
  @ValueSource(
      strings = {
        "held-by-the-record",
        "held-by-the-person",
        "withheld-by-the-person",
        "withheld-by-the-record",
        "nothing-stored",
        "not-published-yet",
        "acquired-for-another-purpose",
        "unknown-code",
        "of-another-institution"
      })
  @DisplayName("示せない理由が何であっても、同じ答えである")
  void everyReasonNotToShowLooksAlike(String reason) throws IOException, InterruptedException {
    LinkageCode person = personWith(reason);
    assertThat(asker.askInformation(person, TAX).information()).containsExactly(NOTHING);
    boolean known = !reason.matches("unknown-code|of-another-institution|acquired-.*");
    assertThat(records(ISHINOMAKI, asker.number))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.outcome()).isEqualTo(RecordOutcome.REFUSED);
              assertThat(record.errorCode()).isEqualTo("JTK-0101");
              assertThat(record.items()).isEmpty();
              assertThat(record.linkageCode()).isEqualTo(known ? person : null);
            });
    assertThat(asker.again().askRecords(person).records())
        .as("the records do not tell either")
        .isEmpty();
  }

  private LinkageCode personWith(String reason) throws IOException, InterruptedException {
    return switch (reason) {
      case "held-by-the-record" -> registered(ResponseMode.APPROVAL_REQUIRED).person;
      case "held-by-the-person" -> set("APPROVAL_REQUIRED", null);
      case "withheld-by-the-person" -> set("AUTOMATIC", "1");
      case "withheld-by-the-record" -> changed("non_disclosure_code = '1'");
      case "not-published-yet" -> changed("published_from = current_date + 2");
      case "nothing-stored" -> KnownPerson.at(gateway.database(), ISHINOMAKI).code();
      case "acquired-for-another-purpose" ->
          KnownPerson.at(gateway.database(), ISHINOMAKI, "OTHER").code();
      case "of-another-institution" -> KnownPerson.at(gateway.database(), TSUKUBA).code();
      default -> new LinkageCode("code-of-nobody-at-all");
    };
  }

  private LinkageCode set(String mode, @Nullable String nonDisclosure)
      throws IOException, InterruptedException {
    ProvisionDraft draft = registered(ResponseMode.AUTOMATIC);
    gateway
        .database()
        .everything()
        .sql("insert into response_mode_setting values (?, ?, '*', ?, ?, now())")
        .params(ISHINOMAKI.value(), addressee(draft), mode, nonDisclosure)
        .update();
    return draft.person;
  }

  private LinkageCode changed(String column) throws IOException, InterruptedException {
    ProvisionDraft draft = registered(ResponseMode.AUTOMATIC);
    assertThat(
            gateway
                .database()
                .everything()
                .sql("update replica set " + column + " where addressee_number = ?")
                .param(addressee(draft))
                .update())
        .isEqualTo(1);
    return draft.person;
  }

  @Test
  void whatIsKeptOfNobodySaysSo() throws IOException, InterruptedException {
    LinkageCode person = KnownPerson.at(gateway.database(), ISHINOMAKI).code();
    assertThat(asker.askInformation(person, OF_NOBODY, TAX, OF_NOBODY).information())
        .containsExactly(
            new Information(OF_NOBODY, null, List.of(), ErrorCode.JTK_UNKNOWN_INFORMATION.id()),
            NOTHING);
  }

  @Test // MS-95
  @DisplayName("証跡を保全できない間は、自己情報も提供しない")
  void nothingIsProvidedWhileEvidenceIsNotKept() throws IOException, InterruptedException {
    RunningGateway behind =
        RunningGateway.timed(
            List.of("--chukan.evidence.limit=1h", "--chukan.evidence.seal-delay=3600000"));
    try {
      LinkageCode person = KnownPerson.at(behind.database(), ISHINOMAKI).code();
      DisclosureAsker asking = new DisclosureAsker(behind, ISHINOMAKI);
      asking.askInformation(person, TAX);
      behind.context().getBean(TestClock.class).advance(Duration.ofMinutes(61));
      asking.again();
      SelfInformationAnswer answer =
          asking.answer(
              SelfInformationAnswer.class,
              asking.post(
                  CLIENT, SELF_INFORMATION, asking.sign(asking.informationOf(person, TAX))));
      assertThat(answer.body().errorCode()).isEqualTo(ErrorCode.TKM_EVIDENCE_OVERDUE.id());
      assertThat(answer.body().envelope()).isNull();
      assertThat(
              behind
                  .database()
                  .everything()
                  .sql("select error_code from provision_record where processing_number = ?")
                  .param(asking.number.value())
                  .query(String.class)
                  .list())
          .containsExactly(ErrorCode.TKM_EVIDENCE_OVERDUE.id());
    } finally {
      behind.stop();
    }
  }

  /** A person with a 「符号」 and one 「副本」 of 地方税関係情報. */
  private ProvisionDraft registered(ResponseMode mode) throws IOException, InterruptedException {
    ProvisionDraft draft =
        new ProvisionDraft(
            gateway.keys().networkSigner(),
            gateway.keys().authority().decryptionKey(ProvisionDraft.MINISTER, KeyKind.EC_P256),
            asker.clock.instant());
    draft.information = TAX;
    ProvisionExchange exchange = new ProvisionExchange(gateway, draft);
    exchange.register(
        DATA_SET, mode, List.of(new Item(PER_INCOME, "120000"), new Item(PER_CAPITA, "3500")));
    exchange.askAbout(exchange.freshAddressee());
    return draft;
  }

  private String addressee(ProvisionDraft draft) {
    return new ProvisionExchange(gateway, draft).freshAddressee();
  }

  private List<ProvisionRecord> records(InstitutionCode institution, ProcessingNumber number) {
    return gateway
        .database()
        .transactions()
        .within(
            institution,
            () -> new ProvisionRecords(gateway.database().jdbc()).find(institution, number));
  }

  private long leaves(ProcessingNumber number) {
    return gateway
        .database()
        .everything()
        .sql(
            """
            select count(*) from provision_record join record_leaf using (leaf_id)
             where processing_number = ? and leaf_hash = sha256('\\x00'::bytea || body)
            """)
        .param(number.value())
        .query(Long.class)
        .single();
  }
}
