package jp.chukan.gateway.staff.session;

import java.io.Serializable;
import jp.chukan.contract.code.InstitutionCode;

/**
 * Names one session of the console; all else about it stands in the database.
 *
 * @param code 「機関コード」
 * @param number of the session
 */
public record SessionKey(String code, long number) implements Serializable {

  public InstitutionCode institution() {
    return new InstitutionCode(code);
  }
}
