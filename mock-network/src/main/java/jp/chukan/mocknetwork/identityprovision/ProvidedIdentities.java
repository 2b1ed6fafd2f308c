package jp.chukan.mocknetwork.identityprovision;

import java.util.List;
import jp.chukan.mocknetwork.person.ResidentRecordCode;

/**
 * Everybody who fits, and nobody else (JN-13).
 *
 * @param persons none when nobody does
 */
public record ProvidedIdentities(List<ProvidedIdentity> persons) {
  public ProvidedIdentities {
    persons = List.copyOf(persons);
  }

  /** Who they are. */
  List<ResidentRecordCode> codes() {
    return persons.stream().map(ProvidedIdentity::recordCode).toList();
  }
}
