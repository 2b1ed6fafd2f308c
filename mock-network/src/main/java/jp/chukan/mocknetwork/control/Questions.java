package jp.chukan.mocknetwork.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.mocknetwork.coresystem.MasterList;
import jp.chukan.mocknetwork.coresystem.ScheduleItem;
import jp.chukan.mocknetwork.coresystem.Transport;
import jp.chukan.mocknetwork.inquirer.Question;
import jp.chukan.mocknetwork.inquirer.Subject;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.municipality.ContentSize;
import jp.chukan.mocknetwork.municipality.Municipalities;
import jp.chukan.mocknetwork.replica.ReplicaContent;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation;
import jp.chukan.mocknetwork.residentrecords.Resident;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a question together: about which resident, and what the register says to it. */
@Component
final class Questions {
  private final Municipalities municipalities;
  private final InstitutionDirectory institutions;

  Questions(Municipalities municipalities, InstitutionDirectory institutions) {
    this.municipalities = municipalities;
    this.institutions = institutions;
  }

  Question question(
      InstitutionCode inquirer,
      InstitutionCode provider,
      ScheduleItem scheduleItem,
      int residentIndex,
      @Nullable List<ItemCode> wanted,
      Transport transport) {
    institutions.require(inquirer, InstitutionRole.INQUIRER);
    institutions.require(provider, InstitutionRole.SERVED);
    Resident resident = municipalities.resident(provider, residentIndex);
    List<ItemCode> items = Objects.requireNonNullElse(wanted, HouseholdInformation.LAYOUT);
    Map<ItemCode, String> expected = new HashMap<>(resident.householdInformation().items());
    expected.keySet().retainAll(items);
    return new Question(
        inquirer,
        provider,
        scheduleItem,
        HouseholdInformation.INFORMATION,
        subject(provider, resident),
        items,
        expected,
        transport);
  }

  /**
   * One about 「地方税関係情報」 whose answer has a size.
   *
   * @param held what was registered about the resident for that size
   */
  Question question(
      MasterList.Entry entry,
      Resident resident,
      ReplicaContent held,
      ContentSize size,
      Transport transport) {
    return new Question(
        entry.inquiry().inquirer(),
        entry.inquiry().provider(),
        entry.item(),
        held.information(),
        subject(entry.inquiry().provider(), resident),
        size.items(),
        held.items(),
        transport);
  }

  private static Subject subject(InstitutionCode provider, Resident resident) {
    return new Subject(provider.value() + "/" + resident.index(), resident.recordCode());
  }
}
