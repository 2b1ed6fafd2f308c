package jp.chukan.gateway.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.document.DisclosedRecords.DisclosedRecord;
import jp.chukan.contract.document.DisclosedRecords.Item;
import jp.chukan.gateway.institution.Institutions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.layout.StandardLayout;
import jp.chukan.gateway.layout.StandardLayouts;
import jp.chukan.gateway.permission.AffairNames;
import jp.chukan.gateway.record.ProvisionRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts names beside the codes of a 「情報提供等記録」: a person reads names. */
@Component
final class RecordNames {
  private static final int LONGEST = 200;

  private final Institutions institutions;
  private final AffairNames affairs;
  private final StandardLayouts layouts;

  RecordNames(Institutions institutions, AffairNames affairs, StandardLayouts layouts) {
    this.institutions = institutions;
    this.affairs = affairs;
    this.layouts = layouts;
  }

  /**
   * The record as the person sees it: without 「符号」 and permit.
   *
   * @param now for what has no name as of the record any more
   */
  DisclosedRecord disclosed(ProvisionRecord record, Instant now) {
    Optional<StandardLayout> layout =
        Optional.ofNullable(record.information())
            .flatMap(
                information ->
                    layouts
                        .newest(information, JapanDay.of(record.decidedAt()))
                        .or(() -> layouts.newest(information, JapanDay.of(now))));
    return new DisclosedRecord(
        record.side().name(),
        Objects.requireNonNull(record.processingNumber()),
        record.inquirer(),
        institution(record.inquirer(), record.decidedAt()),
        record.provider(),
        institution(record.provider(), record.decidedAt()),
        record.inquiredAt(),
        record.decidedAt(),
        record.affair(),
        Optional.ofNullable(record.affair())
            .flatMap(affairs::find)
            .map(RecordNames::fitting)
            .orElse(null),
        record.procedure(),
        record.information(),
        layout.map(StandardLayout::name).map(RecordNames::fitting).orElse(null),
        items(record.items(), layout),
        record.outcome().name(),
        record.errorCode());
  }

  private @Nullable String institution(@Nullable InstitutionCode code, Instant at) {
    return Optional.ofNullable(code)
        .flatMap(one -> institutions.name(one, at))
        .map(RecordNames::fitting)
        .orElse(null);
  }

  private static List<Item> items(List<ItemCode> codes, Optional<StandardLayout> layout) {
    return codes.stream()
        .map(
            code ->
                new Item(
                    code,
                    layout
                        .flatMap(one -> one.item(code))
                        .map(item -> fitting(item.name()))
                        .orElse(null)))
        .toList();
  }

  private static String fitting(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
  }
}
