package jp.chukan.mocknetwork.healthinsurance;

import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.SystemVaults;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.qualificationcheck.InsuredNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom each municipality insures, encrypted under the key of its system. */
@Component
final class InsuredPersons {
  private final JdbcClient jdbc;
  private final SystemVaults vaults;

  InsuredPersons(JdbcClient jdbc, SystemVaults vaults) {
    this.jdbc = jdbc;
    this.vaults = vaults;
  }

  private RecordVault<InsuredPerson> vault(String place) {
    return new RecordVault<>(
        vaults.of(new CountrySystem(SystemKind.HEALTH_INSURANCE, place)), InsuredPerson.class);
  }

  /** Makes whoever changes insured persons of a municipality wait until this transaction ends. */
  void lock(String place) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
        .param("insured_person " + place)
        .query(row -> {});
  }

  Optional<InsuredPerson> find(String place, IndividualNumber person) {
    return jdbc.sql("select body from insured_person where municipality = ? and person_index = ?")
        .params(place, vault(place).digest(person.value()))
        .query(byte[].class)
        .optional()
        .map(vault(place)::open);
  }

  Optional<InsuredPerson> find(InsuredNumber insured) {
    String place = insured.municipality();
    return jdbc.sql("select body from insured_person where municipality = ? and insured_index = ?")
        .params(place, vault(place).digest(insured.joined()))
        .query(byte[].class)
        .optional()
        .map(vault(place)::open);
  }

  /** Everybody whom the municipality insures or insured. */
  List<InsuredPerson> of(String place) {
    return jdbc
        .sql("select body from insured_person where municipality = ?")
        .param(place)
        .query(byte[].class)
        .list()
        .stream()
        .map(vault(place)::open)
        .toList();
  }

  /** The 枝番 that comes next in a household. */
  String nextBranch(String place, String number) {
    int taken =
        jdbc.sql(
                """
                select count(*) from insured_person
                 where municipality = ? and household_index = ?
                """)
            .params(place, vault(place).digest(number))
            .query(Integer.class)
            .single();
    return "%02d".formatted(taken + 1);
  }

  /** Keeps somebody new. */
  void add(String place, IndividualNumber person, InsuredPerson insured) {
    RecordVault<InsuredPerson> vault = vault(place);
    InsuredNumber number = insured.qualification().insured();
    jdbc.sql(
            """
            insert into insured_person
              (municipality, person_index, household_index, insured_index, body)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            place,
            vault.digest(person.value()),
            vault.digest(number.number()),
            vault.digest(number.joined()),
            vault.seal(insured))
        .update();
  }

  /** Keeps what has changed of somebody who is known. */
  void change(InsuredPerson insured) {
    String place = insured.qualification().municipality();
    RecordVault<InsuredPerson> vault = vault(place);
    jdbc.sql("update insured_person set body = ? where municipality = ? and insured_index = ?")
        .params(
            vault.seal(insured), place, vault.digest(insured.qualification().insured().joined()))
        .update();
  }
}
