package jp.chukan.gateway.correction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import jp.chukan.gateway.kernel.RestingContent;
import jp.chukan.gateway.replica.ReplicaKey;
import jp.chukan.gateway.staff.StaffIdentity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The proposals of the open transaction's institution; whom they are about rests encrypted. */
@Component
class Proposals {
  private static final String COLUMNS =
      """
      select proposal_number, kind, information_code, state, version, entered_by, entered_at,
             checked_by, subject
        from replica_proposal
      """;

  private final JdbcClient jdbc;
  private final PersonalDataCipher cipher;
  private final ProposalSteps steps;

  Proposals(JdbcClient jdbc, PersonalDataCipher cipher, ProposalSteps steps) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.steps = steps;
  }

  /** A proposal with its subject still encrypted: a result is read to its end first. */
  @SuppressWarnings("ArrayRecordComponent") // compared by no one
  private record Row(ReplicaProposal facts, byte[] subject) {}

  /** Keeps a new proposal with its first step. */
  ReplicaProposal begin(
      StaffIdentity who, ReceptionNumber number, ProposalKind kind, ProposalMove move) {
    ReplicaKey key = Objects.requireNonNull(move.change()).key();
    ReplicaProposal facts =
        new ReplicaProposal(
            number,
            kind,
            key.information(),
            ProposalState.ENTERED,
            1,
            who.user(),
            move.at(),
            List.of());
    jdbc.sql(
            """
            insert into replica_proposal (institution_code, proposal_number, kind, information_code,
                                          state, version, entered_by, entered_at, checked_by,
                                          subject)
            values (:institution, :number, :kind, :information, :state, :version, :user, :at, '{}',
                    :subject)
            """)
        .param("institution", who.institution().value())
        .param("number", number.value())
        .param("kind", kind.name())
        .param("information", key.information().value())
        .param("state", facts.state().name())
        .param("version", facts.version())
        .param("user", who.user().value())
        .param("at", move.at().atOffset(ZoneOffset.UTC))
        .param(
            "subject", cipher.encrypt(who.institution(), RestingContent.write(key), place(number)))
        .update();
    steps.append(who.institution(), facts, move);
    return facts;
  }

  /** What it is, without anything of the person. */
  Optional<ReplicaProposal> find(ReceptionNumber number) {
    return jdbc.sql(COLUMNS + " where proposal_number = :number")
        .param("number", number.value())
        .query((result, index) -> row(result).facts())
        .optional();
  }

  /** The proposal as it stands when nobody else works on it any more. */
  Optional<LockedProposal> lock(InstitutionCode institution, ReceptionNumber number) {
    Optional<Row> row =
        jdbc.sql(COLUMNS + " where proposal_number = :number for update")
            .param("number", number.value())
            .query((result, index) -> row(result))
            .optional();
    return row.map(
        found ->
            new LockedProposal(
                institution,
                found.facts(),
                RestingContent.read(
                    cipher.decrypt(institution, found.subject(), place(number)), ReplicaKey.class),
                steps.of(institution, number)));
  }

  /**
   * Takes the step.
   *
   * @return how the proposal stands now
   * @throws IllegalStateException when {@link ProposalTable} has no such step
   */
  ReplicaProposal take(LockedProposal held, ProposalMove move) {
    ReplicaProposal before = held.facts();
    ProposalState next =
        ProposalTable.next(before.state(), move.action(), move.role())
            .orElseThrow(() -> new IllegalStateException("no such step: " + move.action()));
    ReplicaProposal after =
        new ReplicaProposal(
            before.number(),
            before.kind(),
            before.information(),
            next,
            before.version() + 1,
            before.enteredBy(),
            before.enteredAt(),
            checkedBy(before, move));
    steps.append(held.institution(), after, move);
    int moved =
        jdbc.sql(
                """
                update replica_proposal
                   set state = :state, version = :version, checked_by = :checkedBy
                 where proposal_number = :number and version = :before
                """)
            .param("state", next.name())
            .param("version", after.version())
            .param(
                "checkedBy", after.checkedBy().stream().map(UserId::value).toArray(String[]::new))
            .param("number", after.number().value())
            .param("before", before.version())
            .update();
    if (moved != 1) {
      throw new IllegalStateException("a locked proposal was moved by somebody else");
    }
    return after;
  }

  /** What is given back or entered anew is checked anew. */
  private static List<UserId> checkedBy(ReplicaProposal before, ProposalMove move) {
    return switch (move.action()) {
      case CONFIRM -> {
        List<UserId> checkers = new ArrayList<>(before.checkedBy());
        checkers.add(Objects.requireNonNull(move.who()).user());
        yield checkers;
      }
      case APPROVE, WITHDRAW -> before.checkedBy();
      case ENTER, RETURN, REVISE, LAPSE -> List.of();
    };
  }

  /**
   * Proposals about these 「特定個人情報」: those that wait first, of these the oldest, of the others the
   * newest.
   *
   * @param ended whether those that have ended are among them
   */
  List<ReplicaProposal> page(
      Collection<SpecificPersonalInformationCode> information, boolean ended, int skip, int most) {
    return jdbc.sql(
            COLUMNS
                + """
                 where information_code = any (:information)
                   and (:ended or state not in ('APPROVED', 'WITHDRAWN'))
                 order by state in ('APPROVED', 'WITHDRAWN'),
                          case when state not in ('APPROVED', 'WITHDRAWN') then entered_at end,
                          entered_at desc, proposal_number
                offset :skip
                 limit :most
                """)
        .param("information", codes(information))
        .param("ended", ended)
        .param("skip", skip)
        .param("most", most)
        .query((result, index) -> row(result).facts())
        .list();
  }

  /**
   * How many wait for a deed of this person.
   *
   * @param officer whether the person may act as 「担当者」
   * @param approver whether the person may act as 「承認者」
   */
  int waitingFor(
      UserId user,
      boolean officer,
      boolean approver,
      Collection<SpecificPersonalInformationCode> information) {
    return jdbc.sql(
            """
            select count(*) from replica_proposal
             where information_code = any (:information)
               and (state in ('ENTERED', 'CHECKED_ONCE') and (:officer or :approver)
                      and entered_by <> :user and not :user = any (checked_by)
                    or state = 'CHECKED' and :approver
                      and entered_by <> :user and not :user = any (checked_by)
                    or state = 'RETURNED' and :officer and entered_by = :user)
            """)
        .param("information", codes(information))
        .param("officer", officer)
        .param("approver", approver)
        .param("user", user.value())
        .query(Integer.class)
        .single();
  }

  private static String[] codes(Collection<SpecificPersonalInformationCode> information) {
    return information.stream().map(SpecificPersonalInformationCode::value).toArray(String[]::new);
  }

  private static Row row(ResultSet row) throws SQLException {
    String[] checkedBy = (String[]) row.getArray("checked_by").getArray();
    return new Row(
        new ReplicaProposal(
            new ReceptionNumber(row.getString("proposal_number")),
            ProposalKind.valueOf(row.getString("kind")),
            new SpecificPersonalInformationCode(row.getString("information_code")),
            ProposalState.valueOf(row.getString("state")),
            row.getInt("version"),
            new UserId(row.getString("entered_by")),
            row.getObject("entered_at", OffsetDateTime.class).toInstant(),
            Arrays.stream(checkedBy).map(UserId::new).toList()),
        row.getBytes("subject"));
  }

  /** Where the subject belongs: it decrypts nowhere else. */
  private static String place(ReceptionNumber number) {
    return "replica_proposal:" + number.value();
  }
}
