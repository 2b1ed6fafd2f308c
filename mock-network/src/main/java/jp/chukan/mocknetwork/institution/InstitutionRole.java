package jp.chukan.mocknetwork.institution;

/** What an institution does in this country. */
public enum InstitutionRole {
  /** A municipality whose intermediate server is under test: it provides, and it inquires. */
  SERVED,
  /** Asks, and holds a key that opens answers. */
  INQUIRER,
  /** Answers inquiries itself, and holds a key that signs answers. */
  PROVIDER,
  /** 「情報提供ネットワークシステム」. */
  NETWORK,
  /** 「情報提供等記録開示システム」, and マイナポータル in front of it. */
  DISCLOSURE,
  /** 「中間サーバー・プラットフォーム」. */
  PLATFORM
}
