package jp.chukan.mocknetwork.insurerserver;

import java.util.List;
import jp.chukan.mocknetwork.qualificationcheck.InsuredNumber;

/**
 * 「機関別符号ファイル」: for whom there is a code. The codes themselves stay in the partition: who knows a
 * 個人番号 never sees one.
 *
 * @param fileName of the request
 * @param startedBy the person who started it
 * @param coded who has a code now
 * @param missing whose number has not reached the core: it may be started again
 */
public record LinkageCodeFile(
    String fileName, String startedBy, List<InsuredNumber> coded, List<InsuredNumber> missing) {
  public LinkageCodeFile {
    coded = List.copyOf(coded);
    missing = List.copyOf(missing);
  }
}
