package jp.chukan.mocknetwork.residentregister;

import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import org.springframework.stereotype.Component;

/**
 * 「市町村CS」: where a municipality hands in the numbers of its residents (T:2943). Only for itself: a
 * number of another institution is an error of the sender.
 */
@Component
public final class MunicipalServer {
  private final PrefecturalServer prefectural;

  MunicipalServer(PrefecturalServer prefectural) {
    this.prefectural = prefectural;
  }

  /**
   * Sends the numbers up.
   *
   * @param municipality the municipality that this server belongs to
   * @param numbers numbers of its own residents
   * @throws IllegalArgumentException when a number belongs to another institution
   */
  public void carry(InstitutionCode municipality, List<CarriedNumber> numbers) {
    if (numbers.stream().anyMatch(number -> !number.institution().equals(municipality))) {
      throw new IllegalArgumentException("number of another institution than " + municipality);
    }
    prefectural.carry(numbers);
  }
}
