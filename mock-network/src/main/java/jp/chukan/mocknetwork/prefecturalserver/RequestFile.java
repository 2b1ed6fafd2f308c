package jp.chukan.mocknetwork.prefecturalserver;

import java.util.List;
import jp.chukan.mocknetwork.identityprovision.Occasion;
import jp.chukan.mocknetwork.identityprovision.PersonCondition;

/**
 * 「照会要求ファイル」 of another executive body (G:152).
 *
 * @param affair code of the 事務
 * @param occasion who asks and why
 * @param lines what is asked, each answered by itself
 */
public record RequestFile(String affair, Occasion occasion, List<PersonCondition> lines) {
  public RequestFile {
    lines = List.copyOf(lines);
  }
}
