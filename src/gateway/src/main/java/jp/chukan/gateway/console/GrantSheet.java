package jp.chukan.gateway.console;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.gateway.export.ExportFact;
import jp.chukan.gateway.export.ExportKind;
import jp.chukan.gateway.export.TableSheet;
import jp.chukan.gateway.staff.grant.GrantExtract;
import jp.chukan.gateway.staff.grant.GrantReview;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The listing of the grants as a file. */
@Component
final class GrantSheet implements TableSheet<GrantSheet.Criteria> {
  private final GrantExtract extract;

  GrantSheet(GrantExtract extract) {
    this.extract = extract;
  }

  /**
   * Which grants.
   *
   * @param order by what they are listed
   * @param set number of the set, 0 for the one in force
   */
  record Criteria(GrantReview.Order order, int set) {}

  @Override
  public ExportKind kind() {
    return ExportKind.GRANTS;
  }

  @Override
  public Class<Criteria> type() {
    return Criteria.class;
  }

  /** Whatever changes a grant makes another set. */
  @Override
  public Criteria freeze(InstitutionCode institution, Criteria asked, Instant now) {
    return new Criteria(asked.order(), extract.setInForce());
  }

  @Override
  public long count(InstitutionCode institution, Criteria criteria) {
    return extract.count(criteria.set());
  }

  @Override
  public List<String> header() {
    return GrantsCsv.HEADER;
  }

  @Override
  public void write(InstitutionCode institution, Criteria criteria, Consumer<List<String>> rows) {
    extract.each(criteria.set(), criteria.order(), grant -> rows.accept(GrantsCsv.row(grant)));
  }

  @Override
  public List<ExportFact> facts(Criteria criteria) {
    return List.of(ExportFact.of("export.grantSet", String.valueOf(criteria.set())));
  }

  @Override
  public @Nullable UnifiedAddresseeNumber addressee(Criteria criteria) {
    return null;
  }

  @Override
  public @Nullable String target(Criteria criteria) {
    return null;
  }
}
