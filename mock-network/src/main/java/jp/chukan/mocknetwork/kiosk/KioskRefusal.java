package jp.chukan.mocknetwork.kiosk;

import jp.chukan.mocknetwork.link.Fault;

/** Why a キオスク端末 hands nothing out, with what it shows. */
public enum KioskRefusal {
  UNKNOWN_CARD("このカードは使えません。市区町村の窓口へお問い合わせください。"),
  WRONG_PIN("暗証番号が違います。3回続けて間違えると、カードが使えなくなります。"),
  PIN_LOCKED("暗証番号を3回続けて間違えたので、このカードは使えません。市区町村の窓口で解除できます。"),
  CARD_NOT_USABLE("このカードでは証明書を交付できません。市区町村の窓口へお問い合わせください。"),
  CARD_EXPIRED("カードの有効期限が切れています。市区町村の窓口で手続きをしてください。"),
  NOT_OF_THIS_MUNICIPALITY("この市区町村の証明書は交付できません。住んでいる市区町村を選んでください。"),
  FEE_CHANGED("手数料が変わりました。もう一度はじめからやり直してください。"),
  ISSUED_ALREADY("この申請の証明書は、もう交付しました。"),
  NOT_PRINTABLE("この証明書には端末で印刷できない文字があります。市区町村の窓口で交付を受けてください。"),
  OUT_OF_SERVICE("ただいま利用できません。しばらくしてからもう一度お試しください。");

  private final String shown;

  KioskRefusal(String shown) {
    this.shown = shown;
  }

  /** What the person reads. */
  public String shown() {
    return shown;
  }

  /**
   * What the refusal of a 証明書発行サーバ means for who stands there.
   *
   * @param place name of the field that was refused
   */
  static KioskRefusal of(Fault fault, String place) {
    return switch (fault) {
      case LOCKED -> CARD_NOT_USABLE;
      case EXPIRED -> CARD_EXPIRED;
      case UNKNOWN -> place.equals("character") ? NOT_PRINTABLE : NOT_OF_THIS_MUNICIPALITY;
      case ALREADY_REMOVED -> NOT_OF_THIS_MUNICIPALITY;
      case SUPERSEDED -> FEE_CHANGED;
      case ALREADY_PRESENT -> ISSUED_ALREADY;
      // nothing that the person could do anything about
      default -> OUT_OF_SERVICE;
    };
  }
}
