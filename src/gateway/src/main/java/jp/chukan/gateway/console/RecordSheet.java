package jp.chukan.gateway.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.gateway.export.ExportFact;
import jp.chukan.gateway.export.ExportKind;
import jp.chukan.gateway.export.TableSheet;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.RecordExtract;
import jp.chukan.gateway.record.RecordExtract.Selection;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 「情報提供等記録」 as a file: like its page by 「処理通番」 and never with a 「符号」. */
@Component
final class RecordSheet implements TableSheet<Selection> {
  private final RecordExtract extract;
  private final Names names;
  private final MessageSource messages;

  RecordSheet(RecordExtract extract, Names names, MessageSource messages) {
    this.extract = extract;
    this.names = names;
    this.messages = messages;
  }

  @Override
  public ExportKind kind() {
    return ExportKind.RECORDS;
  }

  @Override
  public Class<Selection> type() {
    return Selection.class;
  }

  /** What is recorded later stands behind the last position of now. */
  @Override
  public Selection freeze(InstitutionCode institution, Selection asked, Instant now) {
    return new Selection(
        asked.number(),
        asked.side(),
        asked.from(),
        asked.to(),
        Math.min(asked.before(), extract.end(institution)),
        asked.most());
  }

  @Override
  public long count(InstitutionCode institution, Selection criteria) {
    return extract.count(institution, criteria);
  }

  @Override
  public List<String> header() {
    return List.of(
        "処理通番", "区分", "処理日時", "照会者", "提供者", "事務コード", "事務手続コード", "特定個人情報", "特定個人情報名", "項目数",
        "不開示コード", "結果", "エラーコード");
  }

  @Override
  public void write(InstitutionCode institution, Selection criteria, Consumer<List<String>> rows) {
    extract.each(institution, criteria, stored -> rows.accept(row(stored.entry())));
  }

  private List<String> row(ProvisionRecord entry) {
    return List.of(
        text(entry.processingNumber()),
        word("side." + entry.side()),
        CsvTimes.time(entry.decidedAt()),
        text(entry.inquirer()),
        text(entry.provider()),
        text(entry.affair()),
        text(entry.procedure()),
        text(entry.information()),
        names.information(entry.information()),
        String.valueOf(entry.items().size()),
        text(entry.nonDisclosure()),
        word("outcome." + entry.outcome()),
        text(entry.errorCode()));
  }

  private String word(String key) {
    return messages.getMessage(key, null, Locale.JAPANESE);
  }

  /** Codes print themselves. */
  private static String text(@Nullable Object code) {
    return Objects.toString(code, "");
  }

  @Override
  public List<ExportFact> facts(Selection criteria) {
    List<ExportFact> facts = new ArrayList<>();
    if (criteria.number() != null) {
      facts.add(ExportFact.of("processingNumber", criteria.number().value()));
    }
    if (criteria.side() != null) {
      facts.add(ExportFact.chosen("side", "side." + criteria.side()));
    }
    if (criteria.from() != null) {
      facts.add(ExportFact.of("export.notBefore", CsvTimes.time(criteria.from())));
    }
    if (criteria.to() != null) {
      facts.add(ExportFact.of("export.before", CsvTimes.time(criteria.to())));
    }
    return facts;
  }

  @Override
  public @Nullable UnifiedAddresseeNumber addressee(Selection criteria) {
    return null;
  }

  @Override
  public @Nullable String target(Selection criteria) {
    return criteria.number() == null ? null : criteria.number().value();
  }
}
