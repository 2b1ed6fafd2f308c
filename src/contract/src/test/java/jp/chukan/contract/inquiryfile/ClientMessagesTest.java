package jp.chukan.contract.inquiryfile;

import static org.assertj.core.api.Assertions.assertThat;

import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@link ResultFileTest} holds the same texts against files, byte by byte, in both encodings. */
@DisplayName("利用者が一字一句比較するメッセージ")
class ClientMessagesTest {

  @Test // MS-24
  void everyCharacterIsAsClientsExpect() {
    assertThat(ClientMessages.noLinkageCode(new UnifiedAddresseeNumber("12345678")))
        .isEqualTo("指定された団体内統合宛名番号「０００００００１２３４５６７８」は符号が未取得です。");
    assertThat(ClientMessages.notPermitted(new SpecificPersonalInformationCode("TM00000000000002")))
        .isEqualTo("指定された特定個人情報名「ＴＭ０００００００００００００２」の照会は許可されていません。");
    assertThat(ClientMessages.DUPLICATE_RECORD)
        .isEqualTo("「レコード識別番号」が既に存在しています。")
        .isEqualTo(ErrorCode.SKI_DUPLICATE_RECORD.message());
    assertThat(ClientMessages.NORMAL_END).isEqualTo("正常終了");
  }
}
