package jp.chukan.mocknetwork.supplementserver;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.supplement.SupplementConditions;
import jp.chukan.mocknetwork.supplement.SupplementDisclosure;
import jp.chukan.mocknetwork.supplement.SupplementInformation;
import jp.chukan.mocknetwork.supplementserver.SupplementUses.Asked;
import jp.chukan.mocknetwork.supplementserver.SupplementUses.PutOut;
import org.springframework.stereotype.Component;

/** 「開示」: prints what is kept of a person for that person, all eighteen items (G:51, G:757). */
@Component
final class PrintDisclosure {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final String NOTHING = "(なし)";

  private final SupplementServers servers;
  private final SupplementUses uses;
  private final InstantSource clock;

  PrintDisclosure(SupplementServers servers, SupplementUses uses, InstantSource clock) {
    this.servers = servers;
    this.uses = uses;
    this.clock = clock;
  }

  /**
   * Prints.
   *
   * @throws RefusedCallException UNKNOWN when code, 氏名 and 生年月日 are not those of one 附票 (MU-26)
   */
  SupplementDisclosure.Printed print(
      CountrySystem owner, CountrySystem from, SupplementDisclosure request) {
    return uses.recorded(
        new Asked(
            owner,
            from,
            SupplementUse.Kind.DISCLOSURE,
            request.purpose(),
            false,
            Optional.of(request.recordCode())),
        () -> {
          List<SupplementInformation> found =
              servers
                  .recordsOf(owner)
                  .search(
                      new SupplementConditions(
                          Optional.of(request.recordCode()),
                          Optional.of(request.name()),
                          Optional.empty(),
                          Optional.of(request.birthDate()),
                          Optional.empty()));
          if (found.isEmpty()) {
            throw new RefusedCallException(Fault.UNKNOWN, "recordCode");
          }
          return new PutOut<>(
              new SupplementDisclosure.Printed(form(owner, found.getFirst(), clock.instant())),
              found);
        });
  }

  /** The form: number of the item, what it is, what it says. */
  static String form(CountrySystem owner, SupplementInformation one, Instant at) {
    Map<String, String> items = items(one);
    var lines = new StringBuilder("附票本人確認情報 開示帳票\n");
    lines.append(
        "作成 %s  %s %s\n"
            .formatted(LocalDate.ofInstant(at, JAPAN), owner.kind().japanese(), owner.place()));
    int number = 1;
    for (Map.Entry<String, String> item : items.entrySet()) {
      lines.append("%2d %s\t%s\n".formatted(number++, item.getKey(), item.getValue()));
    }
    return lines.append("戸籍の表示と個人番号は、この附票本人確認情報に含まれません。\n").toString();
  }

  private static Map<String, String> items(SupplementInformation one) {
    Map<String, String> items = new LinkedHashMap<>();
    items.put("住民票コード", one.recordCode().value());
    items.put("氏名 漢字", one.name());
    items.put("氏名 外字数", String.valueOf(one.nameExternalCharacters()));
    items.put("氏名 ふりがな", one.nameReading().orElse(NOTHING));
    items.put("生年月日", one.birthDate().toString());
    items.put("性別", one.sex().equals("1") ? "男" : "女");
    items.put("住所 市町村コード", one.addressMunicipality().orElse(NOTHING));
    items.put("住所 漢字", one.address().orElse(NOTHING));
    items.put("住所 外字数", String.valueOf(one.addressExternalCharacters()));
    items.put("最終住所 漢字", one.lastAddress().orElse(NOTHING));
    items.put("最終住所 外字数", String.valueOf(one.lastAddressExternalCharacters()));
    items.put("異動年月日", one.changedOn().toString());
    items.put("旧住民票コード", one.formerRecordCode().map(ResidentRecordCode::value).orElse(NOTHING));
    items.put("附票管理市町村コード", one.managingMunicipality());
    items.put("附票本人確認情報状態区分", one.state().japanese());
    items.put("外字フラグ", one.externalCharacters() ? "有" : "無");
    items.put(
        "外字パターン",
        one.externalPatterns().isEmpty()
            ? NOTHING
            : one.externalPatterns().stream().collect(Collectors.joining(" ")));
    items.put("通知区分", one.notice().japanese());
    return items;
  }
}
