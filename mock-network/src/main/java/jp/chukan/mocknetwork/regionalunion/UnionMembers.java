package jp.chukan.mocknetwork.regionalunion;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemVaults;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.residentnotice.ResidentCopies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each 広域連合 keeps, encrypted under its own key: residents, 被保険者, and how many there are. */
@Component
final class UnionMembers {
  private final JdbcClient jdbc;
  private final SystemVaults vaults;

  UnionMembers(JdbcClient jdbc, SystemVaults vaults) {
    this.jdbc = jdbc;
    this.vaults = vaults;
  }

  /** The residents of the municipalities of its prefecture. */
  ResidentCopies residents(CountrySystem union) {
    return new ResidentCopies(union, jdbc, vaults.of(union));
  }

  private RecordVault<UnionMember> vault(CountrySystem union) {
    return new RecordVault<>(vaults.of(union), UnionMember.class);
  }

  Optional<UnionMember> find(CountrySystem union, String municipality, IndividualNumber person) {
    return jdbc.sql(
            """
            select body from union_member
             where prefecture = ? and person_index = ? and municipality = ?
            """)
        .params(union.place(), vault(union).digest(person.value()), municipality)
        .query(byte[].class)
        .optional()
        .map(vault(union)::open);
  }

  /** The 被保険者番号 that a person has in this prefecture, whichever municipality it was in. */
  String number(CountrySystem union, IndividualNumber person) {
    return jdbc.sql(
            """
            select body from union_member where prefecture = ? and person_index = ? limit 1
            """)
        .params(union.place(), vault(union).digest(person.value()))
        .query(byte[].class)
        .optional()
        .map(vault(union)::open)
        .map(UnionMember::number)
        .orElseGet(
            () ->
                jdbc.sql("select lpad(nextval('union_member_number')::text, 8, '0')")
                    .query(String.class)
                    .single());
  }

  void keep(CountrySystem union, String municipality, IndividualNumber person, UnionMember member) {
    jdbc.sql(
            """
            insert into union_member (prefecture, person_index, municipality, ended, body)
            values (?, ?, ?, ?, ?)
            on conflict (prefecture, person_index, municipality)
            do update set ended = excluded.ended, body = excluded.body
            """)
        .params(
            union.place(),
            vault(union).digest(person.value()),
            municipality,
            member.loss().isPresent(),
            vault(union).seal(member))
        .update();
  }

  /** Everybody who is or was insured, of one municipality. */
  List<UnionMember> of(CountrySystem union, String municipality) {
    return jdbc
        .sql("select body from union_member where prefecture = ? and municipality = ?")
        .params(union.place(), municipality)
        .query(byte[].class)
        .list()
        .stream()
        .map(vault(union)::open)
        .toList();
  }

  /** Writes down how many there are; the same day again replaces it. */
  void count(CountrySystem union, String municipality, LocalDate day, int members) {
    jdbc.sql(
            """
            insert into union_daily_count (prefecture, municipality, day, members)
            values (?, ?, ?, ?)
            on conflict (prefecture, municipality, day) do update set members = excluded.members
            """)
        .params(union.place(), municipality, day, members)
        .update();
  }

  /** What was counted on a day; empty when nothing was. */
  Optional<Integer> counted(CountrySystem union, String municipality, LocalDate day) {
    return jdbc.sql(
            """
            select members from union_daily_count
             where prefecture = ? and municipality = ? and day = ?
            """)
        .params(union.place(), municipality, day)
        .query(Integer.class)
        .optional();
  }
}
