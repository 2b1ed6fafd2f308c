package jp.chukan.mocknetwork.certificate;

/**
 * What is to stand on a 住民票の写し; everything that is not asked for is left out (住民基本台帳法第12条第5項).
 *
 * @param scope of whom
 * @param withDomicile 本籍 and 筆頭者 of a Japanese
 * @param withRelationship 世帯主 and 続柄
 * @param withResidence 国籍・地域 and 在留情報 of a foreigner
 */
public record CertificateOptions(
    Scope scope, boolean withDomicile, boolean withRelationship, boolean withResidence) {
  /** Of whom a certificate tells. */
  public enum Scope {
    /** 本人. */
    SELF,
    /** 世帯全員. */
    HOUSEHOLD
  }
}
