package jp.chukan.gateway.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationExtract;
import jp.chukan.gateway.audit.OperationQuery;
import jp.chukan.gateway.export.ExportFact;
import jp.chukan.gateway.export.ExportKind;
import jp.chukan.gateway.export.TableSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The 「操作ログ」 as a file, as its page finds it. */
@Component
final class OperationSheet implements TableSheet<OperationQuery> {
  private final OperationExtract extract;
  private final MessageSource messages;

  OperationSheet(OperationExtract extract, MessageSource messages) {
    this.extract = extract;
    this.messages = messages;
  }

  @Override
  public ExportKind kind() {
    return ExportKind.OPERATIONS;
  }

  @Override
  public Class<OperationQuery> type() {
    return OperationQuery.class;
  }

  /** What is done from now on is not among it. */
  @Override
  public OperationQuery freeze(InstitutionCode institution, OperationQuery asked, Instant now) {
    Instant to = asked.to();
    return new OperationQuery(
        asked.from(),
        to == null || now.isBefore(to) ? now : to,
        asked.user(),
        asked.kind(),
        asked.addressee());
  }

  @Override
  public long count(InstitutionCode institution, OperationQuery criteria) {
    return extract.count(institution, criteria);
  }

  @Override
  public List<String> header() {
    return List.of("日時", "ユーザーID", "操作の種類", "機能", "結果", "対象", "団体内統合宛名番号", "目的");
  }

  @Override
  public void write(
      InstitutionCode institution, OperationQuery criteria, Consumer<List<String>> rows) {
    extract.each(institution, criteria, operation -> rows.accept(row(operation)));
  }

  private List<String> row(Operation operation) {
    UnifiedAddresseeNumber addressee = operation.addressee();
    return List.of(
        CsvTimes.time(operation.at()),
        text(operation.user()),
        word("operation." + operation.kind()),
        operation.function(),
        word(operation.succeeded() ? "operations.succeeded" : "operations.failed"),
        text(operation.target()),
        addressee == null ? "" : addressee.value(),
        text(operation.purpose()));
  }

  private String word(String key) {
    return messages.getMessage(key, null, Locale.JAPANESE);
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  @Override
  public List<ExportFact> facts(OperationQuery criteria) {
    List<ExportFact> facts = new ArrayList<>();
    if (criteria.from() != null) {
      facts.add(ExportFact.of("export.notBefore", CsvTimes.time(criteria.from())));
    }
    if (criteria.to() != null) {
      facts.add(ExportFact.of("export.before", CsvTimes.time(criteria.to())));
    }
    if (criteria.user() != null) {
      facts.add(ExportFact.of("operations.user", criteria.user().value()));
    }
    if (criteria.kind() != null) {
      facts.add(ExportFact.chosen("operations.kind", "operation." + criteria.kind()));
    }
    return facts;
  }

  @Override
  public @Nullable UnifiedAddresseeNumber addressee(OperationQuery criteria) {
    return criteria.addressee();
  }

  @Override
  public @Nullable String target(OperationQuery criteria) {
    return null;
  }
}
