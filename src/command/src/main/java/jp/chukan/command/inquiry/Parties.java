package jp.chukan.command.inquiry;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.command.installation.ControlClient;
import jp.chukan.command.installation.Installation;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;

/**
 * Who asks, about whom, what, and when.
 *
 * @param inquirer the municipality
 * @param persons those of its residents who have a 「符号」, by position
 * @param tuples what it may ask whom
 * @param requestedAt 「照会依頼日時」 of the first line; each line has one of its own, so that asking again
 *     is another inquiry
 */
public record Parties(
    InstitutionCode inquirer,
    List<UnifiedAddresseeNumber> persons,
    List<PermittedTuple> tuples,
    Instant requestedAt) {
  public Parties {
    persons = List.copyOf(persons);
    tuples = List.copyOf(tuples);
    if (persons.isEmpty() || tuples.isEmpty()) {
      throw new IllegalArgumentException("nobody to ask about, or nothing to ask");
    }
  }

  /** The first residents of a municipality, and everything that the list in force permits it. */
  public static Parties linked(
      Installation installation,
      ControlClient country,
      InstitutionCode municipality,
      int persons,
      Instant requestedAt)
      throws IOException {
    var numbers = new ArrayList<UnifiedAddresseeNumber>();
    for (int index = 0; index < persons; index++) {
      var resident =
          country.get("/control/municipalities/%s/residents/%d".formatted(municipality, index));
      numbers.add(new UnifiedAddresseeNumber(resident.path("unifiedAddresseeNumber").asText()));
    }
    return new Parties(
        municipality,
        numbers,
        PermittedTuple.inForceFor(municipality, installation.postgres()),
        requestedAt);
  }

  /** The same, asking another time. */
  public Parties at(Instant another) {
    return new Parties(inquirer, persons, tuples, another);
  }

  /** Never shows whom it is about. */
  @Override
  public String toString() {
    return "Parties[" + inquirer + ", redacted]";
  }
}
