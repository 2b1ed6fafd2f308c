package jp.chukan.mocknetwork.prefecturalserver;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.identity.IdentityRecords.Kept;
import jp.chukan.mocknetwork.identityprovision.Occasion;
import jp.chukan.mocknetwork.identityprovision.ProvisionKind;
import jp.chukan.mocknetwork.identityprovision.ProvisionRecord;
import jp.chukan.mocknetwork.identityprovision.ProvisionRecords;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * 「開示」 of 本人確認情報 to the person (住民基本台帳法第30条の32, G:51): what is held under the names of the file's
 * items, what was held before, and who was provided with it, as a sheet to print. That it was
 * printed is recorded (JN-37).
 */
@Component
public final class PrintIdentitySheet {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm").withZone(ZoneId.of("Asia/Tokyo"));
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日");

  private final IdentityFiles files;
  private final ProvisionRecords records;
  private final ITemplateEngine templates;
  private final InstantSource clock;

  PrintIdentitySheet(
      IdentityFiles files,
      ProvisionRecords records,
      ITemplateEngine templates,
      InstantSource clock) {
    this.files = files;
    this.records = records;
    this.templates = templates;
    this.clock = clock;
  }

  /**
   * One item as it is printed.
   *
   * @param label name of the item
   * @param content what is held
   */
  public record Item(String label, String content) {
    /** Never shows what is held. */
    @Override
    public String toString() {
      return "Item[" + label + ", redacted]";
    }
  }

  /**
   * One version as it is printed.
   *
   * @param items all of it
   */
  public record Version(List<Item> items) {
    public Version {
      items = List.copyOf(items);
    }
  }

  /**
   * One provision as it is printed.
   *
   * @param at date and time
   * @param requester who was provided
   * @param kind what was done
   * @param purpose 事務 or reason
   */
  public record Provision(String at, String requester, String kind, String purpose) {}

  /**
   * Prints the sheet of a person.
   *
   * @param prefecture two digits
   * @return a page of HTML that prints on A4
   * @throws RefusedCallException UNKNOWN when the prefecture holds nothing; it is recorded as well
   */
  public String print(String prefecture, ResidentRecordCode person, Occasion occasion) {
    var owner = new CountrySystem(SystemKind.PREFECTURAL_SERVER, prefecture);
    List<Kept> versions = files.of(owner).kept(person).reversed();
    if (versions.isEmpty()) {
      records.refused(
          owner, "本人", ProvisionKind.DISCLOSURE, occasion, Optional.of(person), Fault.UNKNOWN);
      throw new RefusedCallException(Fault.UNKNOWN, "recordCode");
    }
    var context = new Context(Locale.JAPAN);
    context.setVariable("printedAt", TIME.format(clock.instant()));
    context.setVariable("versions", versions.stream().map(PrintIdentitySheet::version).toList());
    context.setVariable(
        "provisions",
        records.about(owner, person).stream()
            .filter(record -> record.fault().isEmpty())
            .map(PrintIdentitySheet::provision)
            .toList());
    String sheet = templates.process("prefectural-server/disclosure", context);
    records.provided(owner, "本人", ProvisionKind.DISCLOSURE, occasion, List.of(person));
    return sheet;
  }

  private static Version version(Kept kept) {
    IdentityInformation one = kept.version();
    List<Item> items = new ArrayList<>();
    items.add(new Item("住民票コード", one.recordCode().value()));
    items.add(new Item("漢字氏名", one.person().name()));
    items.add(new Item("生年月日", DAY.format(one.person().birthDate())));
    items.add(new Item("性別", one.person().sex().equals("1") ? "男" : "女"));
    items.add(new Item("住所", one.person().address()));
    items.add(new Item("個人番号", one.individualNumber().value()));
    items.add(new Item("異動事由", japanese(one)));
    items.add(new Item("異動年月日", DAY.format(one.changedOn())));
    items.add(new Item("市町村コード", one.municipality()));
    items.add(new Item("通知を受けた年月日", day(kept.takenAt())));
    items.add(new Item("削除フラグ", one.reason().isRemoval() ? "消除" : "現存"));
    items.add(new Item("更新順番号", String.valueOf(one.version())));
    return new Version(items);
  }

  private static String japanese(IdentityInformation one) {
    return switch (one.reason()) {
      case MOVED_IN -> "転入";
      case MOVED_WITHIN -> "転居";
      case MOVED_OUT -> "転出";
      case BORN -> "出生";
      case DIED -> "死亡";
      case LEFT_THE_COUNTRY -> "国外転出";
      case CORRECTED -> "職権修正";
      case NATURALISED -> "帰化";
    };
  }

  private static String day(Instant at) {
    return DAY.format(at.atZone(ZoneId.of("Asia/Tokyo")));
  }

  private static Provision provision(ProvisionRecord record) {
    return new Provision(
        TIME.format(record.at()),
        record.requester(),
        record.kind().japanese(),
        record.occasion().purpose());
  }
}
