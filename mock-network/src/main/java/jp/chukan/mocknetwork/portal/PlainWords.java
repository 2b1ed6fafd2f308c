package jp.chukan.mocknetwork.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.document.DisclosedRecords.DisclosedRecord;
import jp.chukan.contract.document.DisclosedRecords.Item;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says in 「やさしい日本語」 what a record says in codes: short sentences, spaces between words, and no word
 * of the trade without its meaning.
 */
@Component
final class PlainWords {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy年M月d日 H時mm分", Locale.JAPAN).withZone(JAPAN);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.JAPAN);
  private static final String ASK_THEM = "くわしい 理由は、下の 番号を 伝えて、役所に 聞いてください。";

  /** Nothing in the law permits the inquiry. */
  private static final Set<ErrorCode> UNLAWFUL =
      Set.of(ErrorCode.TKY_NOT_ON_LIST, ErrorCode.SKI_NOT_ON_LIST);

  private final InstitutionDirectory institutions;

  PlainWords(InstitutionDirectory institutions) {
    this.institutions = institutions;
  }

  ExchangeLine of(DisclosedRecord record) {
    boolean byThePerson = institutions.disclosureSystem().code().equals(record.inquirer());
    String inquirer = name(record.inquirerName(), record.inquirer());
    String provider = name(record.providerName(), record.provider());
    return new ExchangeLine(
        time(Objects.requireNonNullElse(record.inquiredAt(), record.decidedAt())),
        byThePerson
            ? "あなたが、" + provider + "に ある 自分の情報を 見ました。"
            : inquirer + "が、" + provider + "に、あなたの情報を たずねました。",
        name(record.informationName(), record.information()),
        record.items().stream().map(PlainWords::name).toList(),
        byThePerson ? "あなたが、自分の情報を 見たいと 言ったため" : why(record),
        byThePerson ? "自分の情報を 見ることは、あなたの 権利です。" : law(code(record)),
        result(record, provider),
        record.outcome().equals("PROVIDED"),
        record.processingNumber().value());
  }

  private static String why(DisclosedRecord record) {
    return name(record.affairName(), record.affair()) + "のため";
  }

  private static String law(@Nullable ErrorCode code) {
    return code != null && UNLAWFUL.contains(code)
        ? "番号法(マイナンバー法) 第19条第8号が ゆるしている ものでは ありませんでした。"
        : "番号法(マイナンバー法) 第19条第8号が、この仕事のために 役所どうしが 情報を わたすことを ゆるしています。";
  }

  private static @Nullable ErrorCode code(DisclosedRecord record) {
    String id = record.errorCode();
    return id == null ? null : ErrorCode.ofId(id).orElse(null);
  }

  private static String result(DisclosedRecord record, String provider) {
    return switch (record.outcome()) {
      case "PROVIDED" -> provider + "は、" + time(record.decidedAt()) + "に 情報を わたしました。";
      case "AWAITING_APPROVAL" -> provider + "の 職員が 確認しています。まだ わたしていません。";
      case "UNANSWERED" -> "期限までに 返事が ありませんでした。情報は わたっていません。";
      default -> "ことわられました。情報は わたっていません。" + reason(code(record));
    };
  }

  /** Why nothing went out, as far as it is for the person to know. */
  private static String reason(@Nullable ErrorCode code) {
    if (code == null) {
      return ASK_THEM;
    }
    return switch (code) {
      case TKY_NOT_ON_LIST, SKI_NOT_ON_LIST -> "法律が ゆるしている 問い合わせでは なかったためです。";
      case TKY_NO_LIST, SKI_NO_LIST -> "法律が ゆるしているかを、たしかめることが できなかったためです。";
      case TKY_PERMIT_MISSING,
          TKY_PERMIT_SIGNATURE,
          TKY_PERMIT_EXPIRED,
          TKY_PERMIT_REPLAYED,
          TKY_PERMIT_FOREIGN,
          TKY_PATH_MISMATCH,
          TKY_KEY_UNSUITABLE ->
          "情報を もらうための 許可が、正しく なかったためです。";
      case TKY_CASE_EXPIRED -> "決められた 時間までに、職員の 確認が 終わらなかったためです。";
      case SKI_OPERATOR_NOT_GRANTED -> "たずねた 職員に、その仕事の 権限が なかったためです。";
      case TKY_UNKNOWN_INFORMATION, SKI_UNKNOWN_INFORMATION, JTK_UNKNOWN_INFORMATION ->
          "その情報を あつかっていない 役所だったためです。";
      case TKM_EVIDENCE_OVERDUE -> "記録を 残すことが できない間は、情報を わたしません。";
      default -> ASK_THEM;
    };
  }

  private static String name(Item item) {
    return name(item.name(), item.code());
  }

  private static String name(@Nullable String name, @Nullable Object code) {
    if (name != null) {
      return name;
    }
    return code instanceof InstitutionCode ? "機関 " + code : code == null ? "(不明)" : code.toString();
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }
}
