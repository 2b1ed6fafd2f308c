package jp.chukan.contract.inquiryfile;

import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;

/**
 * The texts that clients of the field compare to the letter. Some hold the number of a person: they
 * go to the client that asked, never to a log.
 */
public final class ClientMessages {
  /** 「照会処理結果メッセージ(特定個人情報名単位)」 of a normal end. */
  public static final String NORMAL_END = "正常終了";

  /** The same record again. */
  public static final String DUPLICATE_RECORD = "「レコード識別番号」が既に存在しています。";

  private static final int TO_FULL_WIDTH = '\uFF10' - '0';

  private ClientMessages() {}

  /** No 「符号」 is bound to the person; the number in full-width digits, 15 of them. */
  public static String noLinkageCode(UnifiedAddresseeNumber addressee) {
    return "指定された団体内統合宛名番号「" + fullWidth(addressee.value()) + "」は符号が未取得です。";
  }

  /** The list does not permit the inquiry; the code in full-width characters. */
  public static String notPermitted(SpecificPersonalInformationCode information) {
    return "指定された特定個人情報名「" + fullWidth(information.value()) + "」の照会は許可されていません。";
  }

  /** Digits and letters of the codes have their full-width forms in one block, in ASCII order. */
  private static String fullWidth(String ascii) {
    StringBuilder wide = new StringBuilder(ascii.length());
    ascii.chars().forEach(c -> wide.append((char) (c + TO_FULL_WIDTH)));
    return wide.toString();
  }
}
