package jp.chukan.gateway.testing;

import java.util.UUID;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;

/** A fictitious person whom an institution of a running server knows. */
public record KnownPerson(LinkageCode code, UnifiedAddresseeNumber addressee) {

  /** Somebody new, with a 「符号」 acquired for 情報連携. */
  public static KnownPerson at(TestDatabase database, InstitutionCode institution) {
    return at(database, institution, "INFORMATION_LINKAGE");
  }

  public static KnownPerson at(TestDatabase database, InstitutionCode institution, String purpose) {
    UUID random = UUID.randomUUID();
    KnownPerson person =
        new KnownPerson(
            new LinkageCode("fictitious-" + random),
            new UnifiedAddresseeNumber(
                "00008%010d".formatted(Math.floorMod(random.hashCode(), 1_000_000_000))));
    var jdbc = database.everything();
    String addressee = person.addressee().value();
    jdbc.sql("insert into linkage_acquisition values (?, ?, ?, now())")
        .params(institution.value(), addressee, ProvisionDraft.freshNumber().value())
        .update();
    jdbc.sql(
            """
            insert into linkage_acquisition_record (institution_code, record_number,
                addressee_number, affair_code, purpose, department_code, user_id, received_at)
            values (?, ?, ?, 'JM01000000001000', ?, '3595115400', 'tester', now())
            """)
        .params(
            institution.value(), "known-" + random.toString().substring(0, 30), addressee, purpose)
        .update();
    jdbc.sql("insert into linkage_code values (?, ?, ?, now())")
        .params(institution.value(), addressee, person.code().value())
        .update();
    return person;
  }
}
