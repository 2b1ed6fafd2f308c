package jp.chukan.gateway.audit;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.audit.OperationReview.Line;
import jp.chukan.gateway.audit.OperationReview.Mark;
import jp.chukan.gateway.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("操作ログの点検")
class OperationReviewIT {
  /** A Monday, 10:00 in Japan. */
  private static final Instant MORNING = Instant.parse("2026-11-02T01:00:00Z");

  private static final Instant FROM = MORNING.minus(Duration.ofDays(7));
  private static final Instant TO = MORNING.plus(Duration.ofDays(7));

  private final TestDatabase database = TestDatabase.migrated();
  private final OperationLog log = new OperationLog(database.jdbc());
  private final OperationReview review = new OperationReview(database.jdbc());

  @Test // MS-73, JN-18
  void ordinaryWorkHasNoMark() {
    looks("kaku01", 19, MORNING);
    looks("kaku02", 3, MORNING);
    assertThat(lines()).extracting(Line::marks).containsOnly(Set.of());
    assertThat(lines().getFirst())
        .isEqualTo(new Line(new UserId("kaku01"), 19, 19, 1, 0, 0, 0, 0, Set.of()));
  }

  @ParameterizedTest // MS-73
  @CsvSource({"30,10,false", "31,10,true", "20,7,false", "20,6,true", "19,1,false"})
  void manyLooksAreMarkedAgainstThoseOfColleagues(int looks, int ofColleague, boolean marked) {
    looks("kaku01", looks, MORNING);
    looks("kaku02", ofColleague, MORNING);
    assertThat(marks("kaku01").contains(Mark.MANY_LOOKS)).isEqualTo(marked);
    assertThat(marks("kaku02")).isEmpty();
  }

  @ParameterizedTest // MS-73
  @CsvSource({
    "2026-11-02T12:59:59Z,", // 21:59:59 in Japan
    "2026-11-02T13:00:00Z,NIGHT", // 22:00
    "2026-11-02T20:59:59Z,NIGHT", // 5:59:59 of the next day
    "2026-11-02T21:00:00Z,", // 6:00
    "2026-11-06T14:59:59Z,NIGHT", // Friday, 23:59:59
    "2026-11-07T01:00:00Z,WEEKEND", // Saturday
    "2026-11-08T01:00:00Z,WEEKEND" // Sunday
  })
  void looksAtNightAndAtWeekendsAreMarkedByTheTimeInJapan(Instant at, @Nullable Mark mark) {
    looks("kaku01", 1, at);
    assertThat(marks("kaku01")).isEqualTo(mark == null ? Set.of() : Set.of(mark));
  }

  @ParameterizedTest // MS-73
  @CsvSource({"4,false", "5,true"})
  void onePersonLookedAtAgainAndAgainIsMarked(int times, boolean marked) {
    for (int i = 0; i < times; i++) {
      append(ISHINOMAKI, "kaku01", OperationKind.VIEW, "900000000000001", MORNING);
    }
    assertThat(marks("kaku01").contains(Mark.SAME_PERSON)).isEqualTo(marked);
    assertThat(
            database
                .transactions()
                .within(
                    ISHINOMAKI,
                    () -> review.personsSeenBy(ISHINOMAKI, new UserId("kaku01"), FROM, TO, 10)))
        .containsExactly(new UnifiedAddresseeNumber("900000000000001"));
  }

  @ParameterizedTest // MS-73, JN-19
  @CsvSource({"4,false", "5,true"})
  void failedLoginsAreMarked(int times, boolean marked) {
    for (int i = 0; i < times; i++) {
      append(ISHINOMAKI, "kaku01", OperationKind.LOGIN_FAILED, null, MORNING);
    }
    assertThat(marks("kaku01").contains(Mark.FAILED_LOGINS)).isEqualTo(marked);
  }

  @Test // MS-73
  void whatIsMarkedStandsFirstAndOtherPeriodsAndInstitutionsAreNotCounted() {
    looks("kaku01", 10, MORNING);
    looks("kaku02", 1, Instant.parse("2026-11-02T14:00:00Z"));
    looks("kaku03", 50, FROM.minusSeconds(1));
    looks("kaku03", 50, TO);
    append(TSUKUBA, "kaku04", OperationKind.VIEW, "900000000000001", MORNING);
    assertThat(lines()).extracting(line -> line.user().value()).containsExactly("kaku02", "kaku01");
  }

  private Set<Mark> marks(String user) {
    return lines().stream()
        .filter(line -> line.user().value().equals(user))
        .findFirst()
        .orElseThrow()
        .marks();
  }

  private List<Line> lines() {
    return database.transactions().within(ISHINOMAKI, () -> review.of(ISHINOMAKI, FROM, TO));
  }

  private void looks(String user, int times, Instant at) {
    for (int i = 0; i < times; i++) {
      append(ISHINOMAKI, user, OperationKind.VIEW, "9000000000%05d".formatted(i), at);
    }
  }

  private void append(
      InstitutionCode institution,
      String user,
      OperationKind kind,
      @Nullable String addressee,
      Instant at) {
    database
        .transactions()
        .run(
            institution,
            () ->
                log.append(
                    new Operation(
                        institution,
                        new UserId(user),
                        kind,
                        "test",
                        kind != OperationKind.LOGIN_FAILED,
                        null,
                        addressee == null ? null : new UnifiedAddresseeNumber(addressee),
                        "試験のため",
                        at)));
  }
}
