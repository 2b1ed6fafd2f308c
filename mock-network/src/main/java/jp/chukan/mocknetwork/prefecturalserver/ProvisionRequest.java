package jp.chukan.mocknetwork.prefecturalserver;

import java.util.regex.Pattern;
import jp.chukan.mocknetwork.identityprovision.Occasion;
import jp.chukan.mocknetwork.identityprovision.PersonCondition;

/**
 * Another executive body wants 本人確認情報 of somebody (住民基本台帳法第30条の15第2項).
 *
 * @param affair code of the 事務, by which it is permitted
 * @param occasion who asks and why
 * @param condition 住民票コード or 4情報
 */
public record ProvisionRequest(String affair, Occasion occasion, PersonCondition condition) {
  /** Kind of message. */
  public static final String MESSAGE = "provision";

  private static final Pattern AFFAIR = Pattern.compile("[A-Z]{2}[0-9]{3}");

  public ProvisionRequest {
    if (!AFFAIR.matcher(affair).matches()) {
      throw new IllegalArgumentException("affair");
    }
  }
}
