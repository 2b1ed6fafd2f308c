package jp.chukan.mocknetwork.prefecturalserver;

import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.identityprovision.ProvidedIdentity;
import jp.chukan.mocknetwork.link.Fault;

/**
 * 「照会結果ファイル」: an answer to each line of a 照会要求ファイル, in its order (G:152).
 *
 * @param lines as many as were asked
 */
public record ResultFile(List<Line> lines) {
  public ResultFile {
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param persons who fits
   * @param fault why it was refused; empty when it was not
   */
  public record Line(List<ProvidedIdentity> persons, Optional<Fault> fault) {
    public Line {
      persons = List.copyOf(persons);
    }
  }
}
