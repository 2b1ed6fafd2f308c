package jp.chukan.gateway.record.comparison;

import static jp.chukan.gateway.record.comparison.Exchanges.MINISTER;
import static jp.chukan.gateway.record.comparison.Exchanges.NEXT_MORNING;
import static jp.chukan.gateway.record.comparison.Exchanges.NOON;
import static jp.chukan.gateway.record.comparison.Exchanges.PERIOD;
import static jp.chukan.gateway.record.comparison.Exchanges.as;
import static jp.chukan.gateway.record.comparison.Exchanges.compared;
import static jp.chukan.gateway.record.comparison.Exchanges.own;
import static jp.chukan.gateway.record.comparison.Exchanges.provided;
import static jp.chukan.gateway.record.comparison.Exchanges.reported;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.document.ReportedExchange;
import jp.chukan.contract.document.ReportedExchange.Keeper;
import jp.chukan.contract.document.ReportedExchange.Outcome;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import jp.chukan.gateway.record.comparison.CompareDay.Result;
import jp.chukan.gateway.record.comparison.RecordFinding.Field;
import jp.chukan.gateway.record.comparison.RecordFinding.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("三者の記録の照合")
class CompareDayTest {
  private static final ProcessingNumber ONE = new ProcessingNumber("PN000001");
  private static final ProvisionRecord OWN = provided("PN000001");
  private static final Map<ProcessingNumber, List<OwnExchange>> KEPT = own(OWN);
  private static final ReportedExchange NETWORK = as(Keeper.NETWORK, OWN, Outcome.PROVIDED);
  private static final ReportedExchange INQUIRER = as(Keeper.INQUIRER, OWN, Outcome.PROVIDED);

  private static RecordFinding different(Keeper keeper, Field field, String here, String there) {
    return new RecordFinding(Kind.DIFFERENT, keeper, ONE, field, here, there);
  }

  @Test // MS-12, MS-74
  @DisplayName("三者が同じなら、何も見つからない")
  void threeEqualSetsFindNothing() {
    assertThat(compared(KEPT, NETWORK, INQUIRER)).isEqualTo(new Result(List.of(), 1, 1, 1, 0));
  }

  @Test // MS-12, MS-74
  @DisplayName("ネットワークまたは相手にない記録を見つける")
  void aRecordThatTheNetworkOrTheOtherPartyLacksIsFound() {
    assertThat(compared(KEPT, INQUIRER).findings())
        .containsExactly(RecordFinding.of(Kind.MISSING_THERE, Keeper.NETWORK, ONE));
    assertThat(compared(KEPT, NETWORK).findings())
        .containsExactly(RecordFinding.of(Kind.MISSING_THERE, Keeper.INQUIRER, ONE));
  }

  @Test // MS-12, MS-74
  @DisplayName("ここにない記録を、だれが持っているかとともに見つける")
  void aRecordThatIsMissingHereIsFound() {
    assertThat(compared(Map.of(), NETWORK, INQUIRER).findings())
        .containsExactly(
            RecordFinding.of(Kind.MISSING_HERE, Keeper.NETWORK, ONE),
            RecordFinding.of(Kind.MISSING_HERE, Keeper.INQUIRER, ONE));
  }

  @Test // MS-12, MS-74
  @DisplayName("結果、理由、時刻、相手の違いを項目ごとに見つける")
  void eachFieldThatDiffersIsNamed() {
    assertThat(
            compared(
                    KEPT,
                    reported(
                        Keeper.NETWORK,
                        OWN,
                        Outcome.PROVIDED,
                        null,
                        NOON.plus(Duration.ofMinutes(2)),
                        "0"),
                    as(Keeper.INQUIRER, OWN, Outcome.REFUSED))
                .findings())
        .containsExactly(
            different(
                Keeper.NETWORK,
                Field.INQUIRED_AT,
                NOON.toString(),
                NOON.plus(Duration.ofMinutes(2)).toString()),
            different(Keeper.INQUIRER, Field.OUTCOME, "PROVIDED", "REFUSED"));
    ProvisionRecord refused =
        Exchanges.own(
            RecordSide.PROVIDER, "PN000001", RecordOutcome.REFUSED, "TKY-0110", NOON, NOON);
    assertThat(
            compared(
                    own(refused),
                    reported(Keeper.NETWORK, refused, Outcome.REFUSED, "TKY-0101", NOON, "0"),
                    as(Keeper.INQUIRER, refused, Outcome.REFUSED))
                .findings())
        .containsExactly(different(Keeper.NETWORK, Field.ERROR_CODE, "TKY-0110", "TKY-0101"));
  }

  @Test // MS-74
  @DisplayName("同じ処理の記録が二つ終わっていれば見つける")
  void anExchangeThatEndedTwiceHereIsFound() {
    assertThat(compared(own(OWN, OWN), NETWORK, INQUIRER).findings())
        .containsExactly(RecordFinding.of(Kind.DOUBLED, Keeper.NETWORK, ONE));
  }

  @Test // MS-74
  @DisplayName("職員が判断した理由は、相手に伝えた符号で比べる")
  void whatPeopleDecidedIsComparedAsItWasTold() {
    ProvisionRecord declined =
        Exchanges.own(
            RecordSide.PROVIDER, "PN000001", RecordOutcome.REFUSED, "TKY-0208", NOON, NOON);
    assertThat(
            compared(
                    own(declined),
                    reported(Keeper.NETWORK, declined, Outcome.REFUSED, "TKY-0110", NOON, "0"),
                    reported(Keeper.INQUIRER, declined, Outcome.REFUSED, "TKY-0110", NOON, "0"))
                .findings())
        .isEmpty();
  }

  @Test // MS-74
  @DisplayName("承認待ちは、双方にとって処理中である")
  void whatWaitsForPeopleIsUnderWayOnBothSides() {
    ProvisionRecord held =
        Exchanges.own(
            RecordSide.PROVIDER, "PN000001", RecordOutcome.AWAITING_APPROVAL, null, NOON, NOON);
    assertThat(
            compared(
                own(held),
                as(Keeper.NETWORK, held, Outcome.PENDING),
                as(Keeper.INQUIRER, held, Outcome.PENDING)))
        .isEqualTo(new Result(List.of(), 1, 1, 1, 1));
  }

  @Test // MS-74
  @DisplayName("届いたばかりの結果は、まだ相違ではない")
  void whatTheOthersCannotHaveYetIsUnderWay() {
    Instant late = NEXT_MORNING.minus(Duration.ofMinutes(30));
    ProvisionRecord released =
        Exchanges.own(RecordSide.PROVIDER, "PN000001", RecordOutcome.PROVIDED, null, NOON, late);
    ReportedExchange waiting = as(Keeper.NETWORK, released, Outcome.PENDING);
    assertThat(compared(own(released), waiting, as(Keeper.INQUIRER, released, Outcome.PENDING)))
        .isEqualTo(new Result(List.of(), 1, 1, 1, 1));
    assertThat(compared(KEPT, waiting, INQUIRER).findings())
        .containsExactly(different(Keeper.NETWORK, Field.OUTCOME, "PROVIDED", "PENDING"));
  }

  @Test // MS-74
  @DisplayName("照会者の記録は終わってから残るので、照会中にはまだない")
  void anInquiryThatIsUnderWayHasNoRecordHereYet() {
    ProvisionRecord inquiry =
        Exchanges.own(
            RecordSide.INQUIRER,
            "PN000001",
            RecordOutcome.PROVIDED,
            null,
            NOON,
            NOON.plus(Duration.ofMinutes(30)));
    assertThat(
            compared(
                Map.of(),
                as(Keeper.NETWORK, inquiry, Outcome.PENDING),
                as(Keeper.PROVIDER, inquiry, Outcome.PENDING)))
        .isEqualTo(new Result(List.of(), 0, 1, 1, 1));
    // the network took it some time between its arrival here and its end
    assertThat(
            compared(
                    own(inquiry),
                    reported(
                        Keeper.NETWORK,
                        inquiry,
                        Outcome.PROVIDED,
                        null,
                        NOON.plus(Duration.ofMinutes(20)),
                        "0"),
                    as(Keeper.PROVIDER, inquiry, Outcome.PROVIDED))
                .findings())
        .isEmpty();
  }

  @Test // MS-74, MS-103
  @DisplayName("ネットワークが自ら拒否した照会を、提供者は知らない")
  void whatTheNetworkRefusedOnItsOwnNeverReachedTheProvider() {
    ProvisionRecord asked =
        Exchanges.own(
            RecordSide.PROVIDER, "PN000001", RecordOutcome.REFUSED, "TKY-0104", NOON, NOON);
    assertThat(
            compared(
                    Map.of(),
                    reported(Keeper.NETWORK, asked, Outcome.REFUSED, "TKY-0104", NOON, "1"),
                    as(Keeper.INQUIRER, asked, Outcome.REFUSED))
                .findings())
        .isEmpty();
    ProvisionRecord inquiry =
        Exchanges.own(
            RecordSide.INQUIRER, "PN000001", RecordOutcome.REFUSED, "TKY-0104", NOON, NOON);
    assertThat(
            compared(
                    own(inquiry),
                    reported(Keeper.NETWORK, inquiry, Outcome.REFUSED, "TKY-0104", NOON, "1"))
                .findings())
        .isEmpty();
  }

  @Test // MS-74
  @DisplayName("ここで断った照会と、番号の読めない要求は、他者の記録にない")
  void whatNeverLeftHereIsNotLookedForThere() {
    ProvisionRecord refusedHere =
        Exchanges.own(
            RecordSide.INQUIRER, "PN000009", RecordOutcome.REFUSED, "SKI-0206", NOON, NOON);
    assertThat(compared(own(refusedHere))).isEqualTo(new Result(List.of(), 0, 0, 0, 0));
  }

  @Test // MS-74
  @DisplayName("日付をまたぐ時刻の差は、相違にならない")
  void whatWasAskedAroundMidnightBelongsToTheDayOfTheNetwork() {
    Instant before = PERIOD.to().minusSeconds(1);
    ProvisionRecord inquiry =
        Exchanges.own(
            RecordSide.INQUIRER,
            "PN000001",
            RecordOutcome.PROVIDED,
            null,
            before,
            before.plusSeconds(9));
    assertThat(
            compared(
                    own(inquiry),
                    reported(
                        Keeper.NETWORK,
                        inquiry,
                        Outcome.PROVIDED,
                        null,
                        before.plusSeconds(3),
                        "0"),
                    as(Keeper.PROVIDER, inquiry, Outcome.PROVIDED))
                .findings())
        .isEmpty();
  }

  @Test // MS-74
  @DisplayName("報告しない相手の記録がないことは、相違ではない")
  void ofAPartyThatDoesNotReportNothingIsMissed() {
    ProvisionRecord withAnother =
        new ProvisionRecord(
            OWN.institution(),
            OWN.side(),
            OWN.processingNumber(),
            TSUKUBA,
            OWN.provider(),
            OWN.affair(),
            OWN.procedure(),
            OWN.information(),
            OWN.items(),
            null,
            null,
            null,
            NOON,
            NOON,
            NOON,
            RecordOutcome.PROVIDED,
            null);
    assertThat(
            compared(own(withAnother), as(Keeper.NETWORK, withAnother, Outcome.PROVIDED))
                .findings())
        .isEmpty();
    assertThat(MINISTER).isNotEqualTo(withAnother.inquirer());
  }
}
