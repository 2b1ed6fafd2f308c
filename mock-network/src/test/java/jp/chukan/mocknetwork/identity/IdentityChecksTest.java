package jp.chukan.mocknetwork.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("本人確認情報の論理チェック")
class IdentityChecksTest {
  private static final String HERE = "08220";
  private static final String ELSEWHERE = "13121";
  private static final ResidentRecordCode CODE = new ResidentRecordCode("99000000001");
  private static final IndividualNumber NUMBER = IndividualNumber.fictitious("99000000001");
  private static final BasicInformation PERSON =
      new BasicInformation("架空 一郎", "架空県架空町1番地", LocalDate.of(1980, 1, 1), "1");
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

  /** What is known of a person before. */
  private enum State {
    UNKNOWN(),
    HERE(IdentityChecksTest.HERE, ChangeReason.MOVED_IN),
    GONE_FROM_HERE(IdentityChecksTest.HERE, ChangeReason.MOVED_OUT),
    ABROAD_FROM_HERE(IdentityChecksTest.HERE, ChangeReason.LEFT_THE_COUNTRY),
    DEAD_HERE(IdentityChecksTest.HERE, ChangeReason.DIED),
    ELSEWHERE(IdentityChecksTest.ELSEWHERE, ChangeReason.MOVED_IN),
    GONE_FROM_ELSEWHERE(IdentityChecksTest.ELSEWHERE, ChangeReason.MOVED_OUT),
    DEAD_ELSEWHERE(IdentityChecksTest.ELSEWHERE, ChangeReason.DIED);

    private final List<IdentityInformation> known;

    State() {
      known = List.of();
    }

    State(String municipality, ChangeReason last) {
      known = List.of(version(municipality, last, 1, PERSON));
    }
  }

  /** One row for each reason, one column for each state in their order; a dot lets it pass. */
  private static final String TABLE =
      """
      MOVED_IN     .       ALREADY_PRESENT .               .               ALREADY_REMOVED .               .               ALREADY_REMOVED
      BORN         .       ALREADY_PRESENT ALREADY_PRESENT ALREADY_PRESENT ALREADY_PRESENT ALREADY_PRESENT ALREADY_PRESENT ALREADY_PRESENT
      MOVED_OUT    UNKNOWN .               ALREADY_REMOVED ALREADY_REMOVED ALREADY_REMOVED UNKNOWN         UNKNOWN         UNKNOWN
      DIED         UNKNOWN .               ALREADY_REMOVED ALREADY_REMOVED ALREADY_REMOVED UNKNOWN         UNKNOWN         UNKNOWN
      LEFT_THE_COUNTRY UNKNOWN .           ALREADY_REMOVED ALREADY_REMOVED ALREADY_REMOVED UNKNOWN         UNKNOWN         UNKNOWN
      MOVED_WITHIN UNKNOWN .               UNKNOWN         UNKNOWN         UNKNOWN         UNKNOWN         UNKNOWN         UNKNOWN
      CORRECTED    UNKNOWN .               UNKNOWN         UNKNOWN         UNKNOWN         UNKNOWN         UNKNOWN         UNKNOWN
      NATURALISED  UNKNOWN .               UNKNOWN         UNKNOWN         UNKNOWN         UNKNOWN         UNKNOWN         UNKNOWN
      """;

  private static Stream<Arguments> everyReasonInEveryState() {
    return TABLE
        .lines()
        .map(line -> line.split(" +"))
        .flatMap(
            row -> {
              assertThat(row).hasSize(1 + State.values().length);
              return Arrays.stream(State.values())
                  .map(
                      state ->
                          Arguments.of(
                              ChangeReason.valueOf(row[0]), state, row[1 + state.ordinal()]));
            });
  }

  @Test
  void theTableHasEveryReason() {
    assertThat(everyReasonInEveryState().map(row -> row.get()[0]).distinct())
        .containsExactlyInAnyOrder((Object[]) ChangeReason.values());
  }

  @ParameterizedTest // JN-04 JN-06
  @MethodSource("everyReasonInEveryState")
  @DisplayName("異動事由と記録の状態の組み合わせごとに、受け取るか断るかが決まる")
  void everyReasonInEveryStateIsTakenOrRefused(ChangeReason reason, State state, String expected) {
    IdentityInformation change = version(HERE, reason, 2, PERSON);

    assertThat(faultOf(change, state.known))
        .isEqualTo(expected.equals(".") ? Optional.empty() : Optional.of(Fault.valueOf(expected)));
  }

  @ParameterizedTest // JN-04
  @DisplayName("転居で住所以外が変わるものは断る")
  @CsvSource({
    "架空 二郎, 1980-01-01, 1",
    "架空 一郎, 1980-01-02, 1",
    "架空 一郎, 1980-01-01, 2",
  })
  void aMoveWithinChangesTheAddressOnly(String name, LocalDate birthDate, String sex) {
    var changed = new BasicInformation(name, "架空県架空町2番地", birthDate, sex);

    assertThat(faultOf(version(HERE, ChangeReason.MOVED_WITHIN, 2, changed), State.HERE.known))
        .contains(Fault.CHANGES_TOO_MUCH);
  }

  @ParameterizedTest
  @EnumSource(
      value = ChangeReason.class,
      names = {"CORRECTED", "NATURALISED"})
  void aCorrectionMayChangeTheName(ChangeReason reason) {
    var changed = new BasicInformation("見本 一郎", PERSON.address(), PERSON.birthDate(), "1");

    assertThat(faultOf(version(HERE, reason, 2, changed), State.HERE.known)).isEmpty();
  }

  @ParameterizedTest // MU-16
  @EnumSource(value = ChangeReason.class, mode = Mode.EXCLUDE, names = "BORN")
  @DisplayName("更新順番号が新しくないものは断る")
  void aVersionThatIsNotNewerIsSuperseded(ChangeReason reason) {
    for (State state : List.of(State.HERE, State.GONE_FROM_HERE, State.DEAD_HERE)) {
      assertThat(faultOf(version(HERE, reason, 1, PERSON), state.known)).contains(Fault.SUPERSEDED);
    }
  }

  @ParameterizedTest // JN-39
  @EnumSource(ChangeReason.class)
  @DisplayName("個人番号と住民票コードの対応が記録と違うものは断る")
  void aNumberOfAnotherPersonIsRefused(ChangeReason reason) {
    var otherNumber =
        new IdentityInformation(
            CODE, IndividualNumber.fictitious("99000000002"), PERSON, HERE, reason, DAY, 2);
    var otherCode =
        new IdentityInformation(
            new ResidentRecordCode("99000000002"), NUMBER, PERSON, HERE, reason, DAY, 2);

    for (State state : State.values()) {
      if (state != State.UNKNOWN) {
        assertThat(faultOf(otherNumber, state.known)).contains(Fault.NUMBER_OF_ANOTHER);
        assertThat(faultOf(otherCode, state.known)).contains(Fault.NUMBER_OF_ANOTHER);
      }
    }
  }

  @Test
  @DisplayName("転入が転出より先に届いても、転出は受け取り、今の市町村は転入先のまま")
  void aDepartureThatComesAfterTheArrivalElsewhereEndsItsOwnOnly() {
    var known = new KnownPersons(State.ELSEWHERE.known);
    IdentityInformation arrival = version(HERE, ChangeReason.MOVED_IN, 5, PERSON);
    IdentityChecks.require(arrival, known);
    known.add(arrival);
    IdentityInformation departure = version(ELSEWHERE, ChangeReason.MOVED_OUT, 3, PERSON);

    assertThatCode(() -> IdentityChecks.require(departure, known)).doesNotThrowAnyException();
    known.add(departure);
    assertThat(known.current(CODE)).contains(arrival);
  }

  @ParameterizedTest // JN-05
  @DisplayName("項目の形とコードは受け取る前に調べ、違う項目の名を示す")
  @CsvSource({
    "municipality, 8220, 架空 一郎, 架空町, 1, 1",
    "version, 08220, 架空 一郎, 架空町, 1, 0",
    "name, 08220, ' ', 架空町, 1, 1",
    "address, 08220, 架空 一郎, '', 1, 1",
    "sex, 08220, 架空 一郎, 架空町, 3, 1",
  })
  void aMisshapenFieldIsNamed(
      String field, String municipality, String name, String address, String sex, int version) {
    assertThatThrownBy(
            () ->
                new IdentityInformation(
                    CODE,
                    NUMBER,
                    new BasicInformation(name, address, PERSON.birthDate(), sex),
                    municipality,
                    ChangeReason.MOVED_IN,
                    DAY,
                    version))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(field);
  }

  private static IdentityInformation version(
      String municipality, ChangeReason reason, int version, BasicInformation person) {
    return new IdentityInformation(CODE, NUMBER, person, municipality, reason, DAY, version);
  }

  private static Optional<Fault> faultOf(
      IdentityInformation change, List<IdentityInformation> known) {
    try {
      IdentityChecks.require(change, new KnownPersons(known));
      return Optional.empty();
    } catch (RefusedCallException refused) {
      return Optional.of(refused.fault());
    }
  }
}
