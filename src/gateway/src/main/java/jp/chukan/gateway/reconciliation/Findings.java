package jp.chukan.gateway.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.crypto.InstitutionCipher;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import jp.chukan.gateway.kernel.Conditions;
import jp.chukan.gateway.kernel.RestingContent;
import jp.chukan.gateway.kernel.RowCursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What comparisons found, encrypted at rest; in the open transaction of the institution. */
@Component
class Findings {
  private final JdbcClient jdbc;
  private final RowCursor cursor;
  private final PersonalDataCipher ciphers;

  Findings(JdbcClient jdbc, RowCursor cursor, PersonalDataCipher ciphers) {
    this.jdbc = jdbc;
    this.cursor = cursor;
    this.ciphers = ciphers;
  }

  /**
   * A finding with its content in the clear.
   *
   * @param facts what it says about nobody
   * @param content the rest
   */
  record Opened(Finding facts, FoundDifference content) {}

  /**
   * Keeps findings one after the other.
   *
   * @param first position of the first of them
   */
  void keep(
      InstitutionCode institution, ReceptionNumber number, int first, List<FoundDifference> found) {
    InstitutionCipher cipher = ciphers.of(institution);
    Integer[] positions = new Integer[found.size()];
    String[] items = new String[found.size()];
    byte[][] contents = new byte[found.size()][];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = first + i;
      items[i] =
          String.join(" ", found.get(i).differences().stream().map(ItemDifference::item).toList());
      contents[i] = cipher.encrypt(RestingContent.write(found.get(i)), place(number, first + i));
    }
    jdbc.sql(
            """
            insert into reconciliation_finding (institution_code, reconciliation_number, finding,
                                                kind, items, content)
            select :institution, :number, finding, kind, coalesce(string_to_array(nullif(items, ''), ' '), '{}'), content
              from unnest(:positions, :kinds, :items, :contents)
                   as found (finding, kind, items, content)
            """)
        .param("institution", institution.value())
        .param("number", number.value())
        .param("positions", positions)
        .param("kinds", found.stream().map(one -> one.kind().name()).toArray(String[]::new))
        .param("items", items)
        .param("contents", contents)
        .update();
  }

  /** Of one comparison in their order; null leaves a condition out. */
  List<Opened> page(InstitutionCode institution, FindingSelection selection, int skip, int most) {
    InstitutionCipher cipher = ciphers.of(institution);
    return rows(institution, selection, skip, most)
        .query((row, index) -> opened(cipher, selection.number(), row))
        .list();
  }

  /** The same without their content. */
  List<Finding> facts(InstitutionCode institution, FindingSelection selection, int skip, int most) {
    return rows(institution, selection, skip, most).query((row, index) -> facts(row)).list();
  }

  /** How many rows they are, one for each item. */
  long count(InstitutionCode institution, FindingSelection selection) {
    return bound(
            jdbc.sql(
                "select coalesce(sum(greatest(cardinality(items), 1)), 0) " + selected(selection)),
            institution,
            selection)
        .query(Long.class)
        .single();
  }

  /** Hands over one by one. */
  void each(InstitutionCode institution, FindingSelection selection, Consumer<Opened> taker) {
    InstitutionCipher cipher = ciphers.of(institution);
    bound(
            cursor.sql("select * " + selected(selection) + " order by finding"),
            institution,
            selection)
        .query(
            row -> {
              taker.accept(opened(cipher, selection.number(), row));
            });
  }

  private StatementSpec rows(
      InstitutionCode institution, FindingSelection selection, int skip, int most) {
    return bound(
            jdbc.sql(
                "select * " + selected(selection) + " order by finding offset :skip limit :most"),
            institution,
            selection)
        .param("skip", skip)
        .param("most", most);
  }

  private static String selected(FindingSelection selection) {
    return Conditions.of("from reconciliation_finding")
        .where("institution_code = :institution")
        .where("reconciliation_number = :number")
        .given(selection.kind(), "kind = :kind")
        .given(selection.item(), ":item = any (items)")
        .sql();
  }

  private static StatementSpec bound(
      StatementSpec sql, InstitutionCode institution, FindingSelection selection) {
    return sql.param("institution", institution.value())
        .param("number", selection.number().value())
        .param("kind", selection.kind() == null ? null : selection.kind().name())
        .param("item", selection.item());
  }

  /** One of them, held against others until the transaction ends. */
  Optional<Opened> lock(InstitutionCode institution, ReceptionNumber number, int position) {
    InstitutionCipher cipher = ciphers.of(institution);
    return jdbc.sql(
            """
            select * from reconciliation_finding
             where institution_code = :institution and reconciliation_number = :number
               and finding = :finding
               for update
            """)
        .param("institution", institution.value())
        .param("number", number.value())
        .param("finding", position)
        .query((row, index) -> opened(cipher, number, row))
        .optional();
  }

  /** What came of an attempt to propose a repair. */
  void proposed(
      ReceptionNumber number,
      int position,
      @Nullable ReceptionNumber proposal,
      @Nullable ErrorCode refusal) {
    jdbc.sql(
            """
            update reconciliation_finding set proposal_number = :proposal, error_code = :refusal
             where reconciliation_number = :number and finding = :finding
            """)
        .param("number", number.value())
        .param("finding", position)
        .param("proposal", proposal == null ? null : proposal.value())
        .param("refusal", refusal == null ? null : refusal.id())
        .update();
  }

  /** Removes all of one comparison; its counts stay. */
  void remove(ReceptionNumber number) {
    jdbc.sql("delete from reconciliation_finding where reconciliation_number = :number")
        .param("number", number.value())
        .update();
  }

  private static Opened opened(InstitutionCipher cipher, ReceptionNumber number, ResultSet row)
      throws SQLException {
    Finding facts = facts(row);
    return new Opened(
        facts,
        RestingContent.read(
            cipher.decrypt(row.getBytes("content"), place(number, facts.position())),
            FoundDifference.class));
  }

  private static Finding facts(ResultSet row) throws SQLException {
    String proposal = row.getString("proposal_number");
    return new Finding(
        row.getInt("finding"),
        FindingKind.valueOf(row.getString("kind")),
        Arrays.asList((String[]) row.getArray("items").getArray()),
        proposal == null ? null : new ReceptionNumber(proposal),
        row.getString("error_code"));
  }

  /** Where the content belongs: it decrypts nowhere else. */
  private static String place(ReceptionNumber number, int position) {
    return "reconciliation_finding:" + number.value() + ":" + position;
  }
}
