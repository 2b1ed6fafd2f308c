package jp.chukan.mocknetwork.testing;

import java.time.LocalDate;
import java.util.Optional;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.residentnotice.RemovalReason;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A fictitious resident of whom a test tells business systems, far above the positions of those
 * whom the country has.
 *
 * @param position in the municipality
 * @param household number of the household
 */
public record NoticedPerson(
    int position,
    int household,
    BasicInformation person,
    String nationality,
    boolean underSupport,
    LocalDate since,
    Optional<ResidentNotice.Removal> removal,
    IndividualNumber individualNumber) {
  /** Positions of such persons begin here. */
  public static final int FIRST = 7_000_000;

  /** Somebody who has lived there since 2024. */
  public static NoticedPerson of(int position, int household, LocalDate birthDate) {
    return new NoticedPerson(
        position,
        household,
        new BasicInformation("試験 花子", "架空町" + position + "番地", birthDate, "2"),
        "JPN",
        false,
        LocalDate.of(2024, 5, 1),
        Optional.empty(),
        IndividualNumber.fictitious("9%010d".formatted(position)));
  }

  /** The same under another name. */
  public NoticedPerson named(String name) {
    return new NoticedPerson(
        position,
        household,
        new BasicInformation(name, person.address(), person.birthDate(), person.sex()),
        nationality,
        underSupport,
        since,
        removal,
        individualNumber);
  }

  /** The same under 支援措置, or not any more. */
  public NoticedPerson supported(boolean support) {
    return new NoticedPerson(
        position, household, person, nationality, support, since, removal, individualNumber);
  }

  /** The same with a 消除. */
  public NoticedPerson removed(RemovalReason reason, LocalDate on) {
    return new NoticedPerson(
        position,
        household,
        person,
        nationality,
        underSupport,
        on,
        Optional.of(new ResidentNotice.Removal(reason, on)),
        individualNumber);
  }

  /** The same person under another 住民票, from another day. */
  public NoticedPerson again(int otherPosition, LocalDate from) {
    return new NoticedPerson(
        otherPosition,
        household,
        person,
        nationality,
        underSupport,
        from,
        Optional.empty(),
        individualNumber);
  }

  /** Somebody else under the same position. */
  public NoticedPerson replacedBy(NoticedPerson other) {
    return new NoticedPerson(
        position,
        household,
        other.person,
        nationality,
        underSupport,
        since,
        removal,
        other.individualNumber);
  }

  /** Takes those whom no 住民票 has out of the copies again, so that copies can be compared. */
  public static void forgetAll(RunningCountry country) {
    country
        .bean(JdbcClient.class)
        .sql("delete from resident_copy where position >= ?")
        .param(FIRST)
        .update();
  }

  /** What the 既存住基システム tells. */
  public ResidentNotice notice(int version) {
    return new ResidentNotice(
        position,
        individualNumber,
        person,
        nationality,
        household,
        false,
        underSupport,
        since,
        removal,
        version);
  }

  @Override
  public String toString() {
    return "NoticedPerson[" + position + "]";
  }
}
