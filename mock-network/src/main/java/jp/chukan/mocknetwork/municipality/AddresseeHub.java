package jp.chukan.mocknetwork.municipality;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.residentrecords.Resident;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 「宛名管理システム」: gives a person one 「団体内統合宛名番号」 at the first entry of its 個人番号 (MS-37) and links the
 * 宛名番号 of the business systems to it (MS-33).
 */
@Component
public final class AddresseeHub {
  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final HubVault vault;

  AddresseeHub(JdbcClient jdbc, TransactionOperations transaction, HubVault vault) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.vault = vault;
  }

  /**
   * A person as a business system enters it.
   *
   * @param addresseeNumber number in that business system
   * @param individualNumber 個人番号
   * @param basicInformation 4情報
   */
  record Entry(
      AddresseeNumber addresseeNumber,
      IndividualNumber individualNumber,
      BasicInformation basicInformation) {}

  /**
   * Enters persons; entering one again gives the same number.
   *
   * @return the numbers, in the order of the entries
   * @throws IllegalArgumentException when a 宛名番号 belongs to another person already (JN-39)
   */
  List<UnifiedAddresseeNumber> enter(
      InstitutionCode institution, BusinessSystem system, List<Entry> entries) {
    // In one order for everybody: two systems that enter the same persons must not wait for each
    // other.
    List<Entry> ordered =
        entries.stream().sorted(comparing(entry -> entry.individualNumber().value())).toList();
    Map<Entry, UnifiedAddresseeNumber> numbers =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  Map<Entry, UnifiedAddresseeNumber> entered = new HashMap<>();
                  ordered.forEach(entry -> entered.put(entry, enter(institution, system, entry)));
                  return entered;
                }));
    return entries.stream().map(numbers::get).map(Objects::requireNonNull).toList();
  }

  private UnifiedAddresseeNumber enter(
      InstitutionCode institution, BusinessSystem system, Entry entry) {
    String unified =
        knownNumber(institution, entry.individualNumber())
            .orElseGet(() -> assignNumber(institution, entry));
    String linked =
        jdbc.sql(
                """
                insert into hub_addressee
                  (institution, business_system, addressee_number, unified_number)
                values (?, ?, ?, ?)
                on conflict (institution, business_system, addressee_number)
                do update set unified_number = hub_addressee.unified_number
                returning unified_number
                """)
            .params(institution.value(), system.name(), entry.addresseeNumber().value(), unified)
            .query(String.class)
            .single();
    if (!linked.equals(unified)) {
      throw new IllegalArgumentException("the 宛名番号 belongs to another person");
    }
    return new UnifiedAddresseeNumber(unified);
  }

  private Optional<String> knownNumber(InstitutionCode institution, IndividualNumber number) {
    return jdbc.sql(
            """
            select unified_number from hub_person where institution = ? and individual_index = ?
            """)
        .params(institution.value(), vault.index(number))
        .query(String.class)
        .optional();
  }

  /** Two first entries at once meet at the unique index and get the same number. */
  private String assignNumber(InstitutionCode institution, Entry entry) {
    return jdbc.sql(
            """
            insert into hub_person
              (institution, unified_number, individual_index, individual_number, basic_information)
            values (?, lpad(nextval('hub_unified_number')::text, 15, '0'), ?, ?, ?)
            on conflict (institution, individual_index)
            do update set unified_number = hub_person.unified_number
            returning unified_number
            """)
        .params(
            institution.value(),
            vault.index(entry.individualNumber()),
            vault.seal(entry.individualNumber().value()),
            vault.seal(write(entry.basicInformation())))
        .query(String.class)
        .single();
  }

  /** Takes over the 「4情報」 of a person who is there: the 住民記録システム has the newest (T:2942). */
  void renew(
      InstitutionCode institution, IndividualNumber number, BasicInformation basicInformation) {
    jdbc.sql(
            """
            update hub_person set basic_information = ?
            where institution = ? and individual_index = ?
            """)
        .params(vault.seal(write(basicInformation)), institution.value(), vault.index(number))
        .update();
  }

  /** The 「団体内統合宛名番号」 behind the 宛名番号 of a business system; unknown ones are absent. */
  public Map<AddresseeNumber, UnifiedAddresseeNumber> resolve(
      InstitutionCode institution, BusinessSystem system, List<AddresseeNumber> numbers) {
    Map<AddresseeNumber, UnifiedAddresseeNumber> found = new HashMap<>();
    jdbc.sql(
            """
            select addressee_number, unified_number from hub_addressee
            where institution = ? and business_system = ? and addressee_number = any(?)
            """)
        .params(
            institution.value(),
            system.name(),
            numbers.stream().map(AddresseeNumber::value).toArray(String[]::new))
        .query(
            row -> {
              found.put(
                  new AddresseeNumber(row.getString(1)),
                  new UnifiedAddresseeNumber(row.getString(2)));
            });
    return found;
  }

  /** 「4情報」 of a person, empty when the hub does not know the number (MS-36). */
  Optional<BasicInformation> basicInformation(
      InstitutionCode institution, UnifiedAddresseeNumber number) {
    return jdbc.sql(
            """
            select basic_information from hub_person where institution = ? and unified_number = ?
            """)
        .params(institution.value(), number.value())
        .query(byte[].class)
        .optional()
        .map(stored -> read(vault.open(stored)));
  }

  /** 「4情報」 of a resident, empty when the resident was never entered. */
  Optional<BasicInformation> known(InstitutionCode institution, Resident resident) {
    return knownNumber(institution, resident.individualNumber())
        .flatMap(number -> basicInformation(institution, new UnifiedAddresseeNumber(number)));
  }

  private static String write(BasicInformation person) {
    return String.join(
        "\n", person.name(), person.address(), person.birthDate().toString(), person.sex());
  }

  private static BasicInformation read(String text) {
    List<String> lines = Arrays.asList(text.split("\n", -1));
    return new BasicInformation(
        lines.get(0), lines.get(1), LocalDate.parse(lines.get(2)), lines.get(3));
  }
}
