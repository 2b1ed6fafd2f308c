package jp.chukan.mocknetwork.municipalserver;

import java.util.List;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.identityprovision.IdentityRepair;
import jp.chukan.mocknetwork.identityprovision.Occasion;
import jp.chukan.mocknetwork.identityprovision.ProvisionKind;
import jp.chukan.mocknetwork.identityprovision.ProvisionRecords;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import org.springframework.stereotype.Component;

/**
 * 「異常時更新」 after a comparison: what the municipality has takes the place of what is kept above
 * (JN-38, G:439).
 */
@Component
public final class RepairAbove {
  private final IdentityFiles files;
  private final Systems systems;
  private final ProvisionRecords records;

  RepairAbove(IdentityFiles files, Systems systems, ProvisionRecords records) {
    this.files = files;
    this.systems = systems;
    this.records = records;
  }

  /**
   * Sends one person's newest version up, whatever is kept there.
   *
   * @param municipality five digits
   * @param approver 操作者ID of somebody else than the operator
   * @throws RefusedCallException UNKNOWN when the municipality has nobody of this code
   * @throws IllegalArgumentException when operator and approver are one
   */
  public void repair(
      String municipality, ResidentRecordCode person, Occasion occasion, String approver) {
    var owner = new CountrySystem(SystemKind.MUNICIPAL_SERVER, municipality);
    IdentityInformation own =
        files
            .of(owner)
            .current(person)
            .orElseThrow(() -> new RefusedCallException(Fault.UNKNOWN, "recordCode"));
    systems.send(
        owner,
        new CountrySystem(SystemKind.PREFECTURAL_SERVER, owner.prefecture()),
        IdentityRepair.MESSAGE,
        new IdentityRepair(own, occasion, approver),
        IdentityRepair.Repaired.class);
    records.provided(owner, municipality, ProvisionKind.CORRECTION, occasion, List.of(person));
  }
}
