package jp.chukan.mocknetwork.institution;

/** What an institution does in this country. */
public enum InstitutionRole {
  /** A municipality whose intermediate server is under test. */
  SERVED,
  /** Asks, and holds a key that opens answers. */
  INQUIRER,
  /** 「情報提供ネットワークシステム」. */
  NETWORK,
  /** 「中間サーバー・プラットフォーム」. */
  PLATFORM
}
