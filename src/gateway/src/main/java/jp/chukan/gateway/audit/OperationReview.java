package jp.chukan.gateway.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The regular review of the 「操作ログ」 (MS-73, JN-18): what each person of the staff did in a period,
 * and what of it is unusual. It judges nobody; it says where to look.
 */
@Component
public class OperationReview {
  /** So many looks are never called many. */
  private static final int FEW_LOOKS = 20;

  /** So many times what others do is much. */
  private static final int MUCH = 3;

  /** So many looks at one and the same person are often. */
  private static final int OFTEN = 5;

  private static final int MANY_FAILURES = 5;

  /** Function under which a confirmed review stands in the log. */
  public static final String CONFIRMED = "console.review-confirmed";

  private final JdbcClient jdbc;

  public OperationReview(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is unusual. */
  public enum Mark {
    /** More than three times the looks of the colleague in the middle, and not few. */
    MANY_LOOKS,
    /** A look between 22:00 and 6:00 in Japan. */
    NIGHT,
    /** A look on a Saturday or Sunday in Japan. */
    WEEKEND,
    /** The same person looked at again and again. */
    SAME_PERSON,
    /** Many failed logins. */
    FAILED_LOGINS
  }

  /**
   * One person of the staff in the period.
   *
   * @param user who
   * @param looks times that personal data were shown or handed out
   * @param persons how many different persons these were about, as far as known
   * @param mostOfOne looks at the one person who was looked at most
   * @param atNight looks between 22:00 and 6:00 in Japan
   * @param onWeekend looks on a Saturday or Sunday in Japan
   * @param decisions cases prepared, approved, returned, refused
   * @param failedLogins times that the person was not let in
   * @param marks what is unusual
   */
  public record Line(
      UserId user,
      int looks,
      int persons,
      int mostOfOne,
      int atNight,
      int onWeekend,
      int decisions,
      int failedLogins,
      Set<Mark> marks) {
    public Line {
      marks = Set.copyOf(marks);
    }
  }

  /**
   * All staff who did anything in the period, in the open transaction of the institution; those
   * with marks first.
   *
   * @param from first moment
   * @param to the moment after the last
   */
  public List<Line> of(InstitutionCode institution, Instant from, Instant to) {
    List<Line> counted =
        jdbc.sql(
                """
                with period as (
                  select user_id, kind, addressee_number,
                         kind in ('VIEW', 'EXPORT') as looked,
                         extract(hour from occurred_at at time zone 'Asia/Tokyo') as hour,
                         extract(isodow from occurred_at at time zone 'Asia/Tokyo') as day
                    from operation
                   where institution_code = :institution
                     and occurred_at >= :from and occurred_at < :to
                     and user_id is not null),
                most as (
                  select user_id, max(looks) as looks
                    from (select user_id, count(*) as looks
                            from period
                           where looked and addressee_number is not null
                           group by user_id, addressee_number) as each
                   group by user_id)
                select period.user_id,
                       count(*) filter (where looked) as looks,
                       count(distinct addressee_number) filter (where looked) as persons,
                       coalesce(max(most.looks), 0) as most_of_one,
                       count(*) filter (where looked and (hour >= 22 or hour < 6)) as at_night,
                       count(*) filter (where looked and day >= 6) as on_weekend,
                       count(*) filter (where kind = 'DECISION') as decisions,
                       count(*) filter (where kind = 'LOGIN_FAILED') as failed_logins
                  from period left join most using (user_id)
                 group by period.user_id
                """)
            .param("institution", institution.value())
            .param("from", from.atOffset(ZoneOffset.UTC))
            .param("to", to.atOffset(ZoneOffset.UTC))
            .query(
                (row, index) ->
                    new Line(
                        new UserId(row.getString("user_id")),
                        row.getInt("looks"),
                        row.getInt("persons"),
                        row.getInt("most_of_one"),
                        row.getInt("at_night"),
                        row.getInt("on_weekend"),
                        row.getInt("decisions"),
                        row.getInt("failed_logins"),
                        Set.of()))
            .list();
    return marked(counted);
  }

  /**
   * The persons at whom one of the staff looked in the period, those looked at most first.
   *
   * @param most how many at most
   */
  public List<UnifiedAddresseeNumber> personsSeenBy(
      InstitutionCode institution, UserId user, Instant from, Instant to, int most) {
    return jdbc.sql(
            """
            select addressee_number
              from operation
             where institution_code = :institution and user_id = :user
               and occurred_at >= :from and occurred_at < :to
               and kind in ('VIEW', 'EXPORT') and addressee_number is not null
             group by addressee_number
             order by count(*) desc, addressee_number
             limit :most
            """)
        .param("institution", institution.value())
        .param("user", user.value())
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("to", to.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query((row, index) -> new UnifiedAddresseeNumber(row.getString(1)))
        .list();
  }

  /**
   * Until when somebody has confirmed the review of the operations; empty before the first time.
   */
  public Optional<Confirmation> lastConfirmation(InstitutionCode institution) {
    return jdbc.sql(
            """
            select user_id, target, occurred_at
              from operation
             where institution_code = :institution and operation_function = :function
             order by occurred_at desc, id desc
             limit 1
            """)
        .param("institution", institution.value())
        .param("function", CONFIRMED)
        .query(
            (row, index) ->
                new Confirmation(
                    new UserId(row.getString("user_id")),
                    row.getString("target"),
                    row.getObject("occurred_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  /**
   * Somebody has gone through a review.
   *
   * @param user who
   * @param period first and last day, as {@code 2026-10-01/2026-10-31}
   * @param at when
   */
  public record Confirmation(UserId user, String period, Instant at) {}

  private static List<Line> marked(List<Line> lines) {
    int middle =
        middle(lines.stream().map(Line::looks).filter(looks -> looks > 0).sorted().toList());
    return lines.stream()
        .map(line -> withMarks(line, middle))
        .sorted(
            Comparator.comparing((Line line) -> line.marks().isEmpty())
                .thenComparing(Line::looks, Comparator.reverseOrder())
                .thenComparing(line -> line.user().value()))
        .toList();
  }

  /** The lower one of two in the middle, so that two persons can be told apart. */
  private static int middle(List<Integer> sorted) {
    return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) / 2);
  }

  private static Line withMarks(Line line, int middle) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    mark(marks, Mark.MANY_LOOKS, line.looks() >= FEW_LOOKS && line.looks() > MUCH * middle);
    mark(marks, Mark.NIGHT, line.atNight() > 0);
    mark(marks, Mark.WEEKEND, line.onWeekend() > 0);
    mark(marks, Mark.SAME_PERSON, line.mostOfOne() >= OFTEN);
    mark(marks, Mark.FAILED_LOGINS, line.failedLogins() >= MANY_FAILURES);
    return new Line(
        line.user(),
        line.looks(),
        line.persons(),
        line.mostOfOne(),
        line.atNight(),
        line.onWeekend(),
        line.decisions(),
        line.failedLogins(),
        marks);
  }

  private static void mark(Set<Mark> marks, Mark mark, boolean holds) {
    if (holds) {
      marks.add(mark);
    }
  }
}
