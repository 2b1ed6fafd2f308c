package jp.chukan.gateway.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.message.BasicInformationResponse.BasicInformation;
import jp.chukan.gateway.municipal.AddresseeDirectory;
import jp.chukan.gateway.municipal.DirectoryAnswer.Found;
import jp.chukan.gateway.municipal.DirectoryAnswer.NotFound;
import jp.chukan.gateway.municipal.DirectoryAnswer.Unavailable;
import org.springframework.stereotype.Component;

/**
 * Asks the 「宛名管理システム」 whether persons bear the surname of the one of the staff who looked at them.
 * The names stay here: what is told are numbers.
 */
@Component
class KinshipCheck {
  private static final String SPACES = "[\\s\\u3000]+";

  private final AddresseeDirectory directory;

  KinshipCheck(AddresseeDirectory directory) {
    this.directory = directory;
  }

  /**
   * What came of it.
   *
   * @param sameSurname persons who bear the surname
   * @param household the most of these who live at one address
   * @param unknown persons about whom nothing could be learnt
   */
  record Result(int sameSurname, int household, int unknown) {

    public boolean isUnusual() {
      return sameSurname > 0;
    }
  }

  /**
   * Asks about each person, outside of any transaction.
   *
   * @param displayName of the one of the staff, surname first
   */
  Result check(
      InstitutionCode institution, String displayName, List<UnifiedAddresseeNumber> persons) {
    int same = 0;
    int unknown = 0;
    Map<String, Integer> byAddress = new HashMap<>();
    for (UnifiedAddresseeNumber person : persons) {
      switch (directory.ask(institution, person)) {
        case Found found -> {
          BasicInformation known = found.basicInformation();
          if (surname(known.name()).equals(surname(displayName))) {
            same++;
            byAddress.merge(known.address(), 1, Integer::sum);
          }
        }
        case NotFound notFound -> unknown++;
        case Unavailable unavailable -> unknown++;
      }
    }
    return new Result(
        same, byAddress.values().stream().mapToInt(Integer::intValue).max().orElse(0), unknown);
  }

  private static String surname(String name) {
    return name.strip().split(SPACES, 2)[0];
  }
}
