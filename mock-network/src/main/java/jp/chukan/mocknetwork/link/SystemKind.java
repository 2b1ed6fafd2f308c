package jp.chukan.mocknetwork.link;

/** What a system of the country is, and how many of it there are. */
public enum SystemKind {
  /** 既存住基システム (住民記録システム). */
  RESIDENT_RECORDS("resident-records", "既存住基システム", Extent.MUNICIPALITY),
  /** 市町村CS (コミュニケーションサーバ). */
  MUNICIPAL_SERVER("municipal-server", "市町村CS", Extent.MUNICIPALITY),
  /** 都道府県サーバ. */
  PREFECTURAL_SERVER("prefectural-server", "都道府県サーバ", Extent.PREFECTURE),
  /** 全国サーバ, with 個人番号カード管理システム. */
  NATIONAL_SERVER("national-server", "全国サーバ", Extent.COUNTRY),
  /** 附票都道府県サーバ. */
  SUPPLEMENT_PREFECTURAL_SERVER("supplement-prefectural-server", "附票都道府県サーバ", Extent.PREFECTURE),
  /** 附票全国サーバ. */
  SUPPLEMENT_NATIONAL_SERVER("supplement-national-server", "附票全国サーバ", Extent.COUNTRY),
  /** 宛名管理システム. */
  ADDRESSEE_HUB("addressee-hub", "宛名管理システム", Extent.MUNICIPALITY),
  /** 情報提供ネットワークシステム (コアシステム). */
  CORE_SYSTEM("core-system", "情報提供ネットワークシステム", Extent.COUNTRY),
  /** 税務システム. */
  TAX("tax", "税務システム", Extent.MUNICIPALITY),
  /** 国民健康保険システム. */
  HEALTH_INSURANCE("health-insurance", "国民健康保険システム", Extent.MUNICIPALITY),
  /** 申請管理システム. */
  APPLICATIONS("applications", "申請管理システム", Extent.MUNICIPALITY),
  /** 連携サーバ between 申請管理システム and 既存住基システム. */
  APPLICATION_RELAY("application-relay", "連携サーバ", Extent.MUNICIPALITY),
  /** サービス検索・電子申請機能. */
  ELECTRONIC_APPLICATION("electronic-application", "サービス検索・電子申請機能", Extent.COUNTRY),
  /** コンビニ交付の証明書発行サーバ. */
  CERTIFICATE_SERVER("certificate-server", "証明書発行サーバ", Extent.MUNICIPALITY),
  /** コンビニ交付のキオスク端末. */
  KIOSK("kiosk", "キオスク端末", Extent.COUNTRY),
  /** 在留カード等発行システム. */
  RESIDENCE_CARDS("residence-cards", "在留カード等発行システム", Extent.COUNTRY),
  /** 医療保険者等向け中間サーバー等. */
  INSURER_SERVER("insurer-server", "医療保険者等向け中間サーバー等", Extent.COUNTRY),
  /** オンライン資格確認等システム. */
  QUALIFICATION_CHECK("qualification-check", "オンライン資格確認等システム", Extent.COUNTRY),
  /** 国保総合(国保集約)システム. */
  INSURANCE_TALLY("insurance-tally", "国保総合(国保集約)システム", Extent.PREFECTURE),
  /** 広域連合の標準システム. */
  REGIONAL_UNION("regional-union", "広域連合の標準システム", Extent.PREFECTURE),
  /** Another executive body of a prefecture, which is provided with 本人確認情報. */
  EXECUTIVE_BODY("executive-body", "他の執行機関", Extent.PREFECTURE);

  /** Whom one system of a kind serves. */
  enum Extent {
    MUNICIPALITY,
    PREFECTURE,
    COUNTRY
  }

  private final String label;
  private final String japanese;
  private final Extent extent;

  SystemKind(String label, String japanese, Extent extent) {
    this.label = label;
    this.japanese = japanese;
    this.extent = extent;
  }

  /** Short name, of lower-case letters and hyphens: in names of keys and addresses. */
  public String label() {
    return label;
  }

  /** What the field calls it. */
  public String japanese() {
    return japanese;
  }

  Extent extent() {
    return extent;
  }
}
