package jp.chukan.mocknetwork.cardmanagement;

import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import org.springframework.stereotype.Component;

/** Cards are made for those who live here only: 送付先情報 has no deceased (T:65). */
@Component
public final class RequireCardHolder {
  private final IdentityFiles files;

  RequireCardHolder(IdentityFiles files) {
    this.files = files;
  }

  /**
   * @param owner in whose file is looked
   * @throws RefusedCallException UNKNOWN when nobody has this 住民票コード, ALREADY_REMOVED when the
   *     person is dead or gone, NUMBER_OF_ANOTHER when the number is not the person's
   */
  public void require(CountrySystem owner, CardDestination destination) {
    IdentityInformation known =
        files
            .of(owner)
            .current(destination.recordCode())
            .orElseThrow(() -> new RefusedCallException(Fault.UNKNOWN, "recordCode"));
    if (known.reason().isRemoval()) {
      throw new RefusedCallException(Fault.ALREADY_REMOVED, "recordCode");
    }
    if (!known.individualNumber().equals(destination.individualNumber())) {
      throw new RefusedCallException(Fault.NUMBER_OF_ANOTHER, "individualNumber");
    }
  }
}
