package jp.chukan.mocknetwork.dayview;

import java.util.ArrayList;
import java.util.List;
import jp.chukan.mocknetwork.link.SystemKind;

/** What the picture calls a system, in one line or two. */
final class ShortNames {
  private static final int LONGEST_LINE = 7;

  private ShortNames() {}

  static List<String> of(SystemKind kind) {
    return switch (kind) {
      case RESIDENT_RECORDS -> List.of("既存住基", "システム");
      case MUNICIPAL_SERVER -> List.of("市町村CS");
      case PREFECTURAL_SERVER -> List.of("都道府県", "サーバ");
      case NATIONAL_SERVER -> List.of("全国サーバ");
      case SUPPLEMENT_PREFECTURAL_SERVER -> List.of("附票都道", "府県サーバ");
      case SUPPLEMENT_NATIONAL_SERVER -> List.of("附票", "全国サーバ");
      case ADDRESSEE_HUB -> List.of("宛名管理", "システム");
      case CORE_SYSTEM -> List.of("情報提供", "ネットワーク");
      case TAX -> List.of("税務", "システム");
      case HEALTH_INSURANCE -> List.of("国民健康", "保険");
      case APPLICATIONS -> List.of("申請管理", "システム");
      case APPLICATION_RELAY -> List.of("連携サーバ");
      case ELECTRONIC_APPLICATION -> List.of("電子申請");
      case CERTIFICATE_SERVER -> List.of("証明書", "発行サーバ");
      case KIOSK -> List.of("キオスク", "端末");
      case RESIDENCE_CARDS -> List.of("在留カード", "等発行");
      case INSURER_SERVER -> List.of("医療保険者", "等向け");
      case QUALIFICATION_CHECK -> List.of("オンライン", "資格確認");
      case INSURANCE_TALLY -> List.of("国保総合", "システム");
      case REGIONAL_UNION -> List.of("広域連合");
      case EXECUTIVE_BODY -> List.of("他の", "執行機関");
    };
  }

  /** A name cut into lines that fit. */
  static List<String> of(String name) {
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < name.length(); from += LONGEST_LINE) {
      lines.add(name.substring(from, Math.min(name.length(), from + LONGEST_LINE)));
    }
    return lines;
  }
}
