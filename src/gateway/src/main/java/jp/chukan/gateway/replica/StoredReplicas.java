package jp.chukan.gateway.replica;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import jp.chukan.gateway.layout.StandardLayout;
import jp.chukan.gateway.layout.StandardLayouts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the 「副本」 of the open transaction's institution. */
@Component
class StoredReplicas implements Replicas {
  private final JdbcClient jdbc;
  private final PersonalDataCipher cipher;
  private final StandardLayouts layouts;

  StoredReplicas(JdbcClient jdbc, PersonalDataCipher cipher, StandardLayouts layouts) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.layouts = layouts;
  }

  @Override
  public boolean holds(SpecificPersonalInformationCode information) {
    return layouts.holds(information);
  }

  @Override
  public Optional<ItemCode> itemOutsideLayout(
      SpecificPersonalInformationCode information, List<ItemCode> items, LocalDate on) {
    return layouts.itemOutside(information, items, on);
  }

  @Override
  public ReplicaLookup find(
      InstitutionCode institution,
      UnifiedAddresseeNumber addressee,
      SpecificPersonalInformationCode information,
      List<ItemCode> items,
      WantedPeriod period) {
    List<StoredReplica> published =
        load(institution, addressee, information).stream()
            .filter(one -> period.isMetBy(one.publishedFrom(), one.publishedTo()))
            .toList();
    if (published.isEmpty()) {
      return new ReplicaLookup.Absent();
    }
    LayoutEdition edition = published.getFirst().edition();
    StandardLayout layout = layouts.find(information, edition, period.today()).orElse(null);
    if (layout == null || published.stream().anyMatch(one -> !one.edition().equals(edition))) {
      return new ReplicaLookup.LayoutMismatch(null);
    }
    for (ItemCode item : items) {
      if (layout.item(item).isEmpty()) {
        return new ReplicaLookup.LayoutMismatch(item);
      }
    }
    return new ReplicaLookup.Found(
        edition, asked(layout, published, items), mode(published), nonDisclosure(published));
  }

  @Override
  public Optional<Refusal> refusalOf(
      SpecificPersonalInformationCode information,
      LayoutEdition edition,
      Map<ItemCode, @Nullable String> values,
      LocalDate on) {
    Optional<StandardLayout> layout = layouts.find(information, edition, on);
    return layout.isEmpty()
        ? Optional.of(Refusal.of(ErrorCode.DBM_UNKNOWN_EDITION))
        : layout.get().refusalOfSome(values);
  }

  private static List<ReplicaItem> asked(
      StandardLayout layout, List<StoredReplica> replicas, List<ItemCode> items) {
    Set<ItemCode> wanted = Set.copyOf(items);
    List<ItemCode> inOrder = layout.itemCodes().stream().filter(wanted::contains).toList();
    List<ReplicaItem> asked = new ArrayList<>();
    for (StoredReplica replica : replicas) {
      for (ItemCode item : inOrder) {
        asked.add(new ReplicaItem(item, replica.items().get(item)));
      }
    }
    return asked;
  }

  private static ResponseMode mode(List<StoredReplica> replicas) {
    return replicas.stream().anyMatch(one -> one.responseMode() == ResponseMode.APPROVAL_REQUIRED)
        ? ResponseMode.APPROVAL_REQUIRED
        : ResponseMode.AUTOMATIC;
  }

  private static @Nullable NonDisclosureCode nonDisclosure(List<StoredReplica> replicas) {
    return stricter(
        replicas.stream().map(StoredReplica::nonDisclosure).toArray(NonDisclosureCode[]::new));
  }

  /** Every stored data set record of the person, published or not, in a fixed order. */
  List<StoredReplica> load(
      InstitutionCode institution,
      UnifiedAddresseeNumber addressee,
      SpecificPersonalInformationCode information) {
    return jdbc.sql(
            """
            select data_set_item, record_key, edition, published_from, published_to,
                   response_mode, non_disclosure_code, content,
                   exists (select 1 from response_mode_setting person
                            where person.institution_code = replica.institution_code
                              and person.addressee_number = replica.addressee_number
                              and person.information_code in (replica.information_code, '*')
                              and person.response_mode = 'APPROVAL_REQUIRED') as held,
                   (select non_disclosure_code from response_mode_setting person
                     where person.institution_code = replica.institution_code
                       and person.addressee_number = replica.addressee_number
                       and person.information_code in (replica.information_code, '*')
                       and person.non_disclosure_code is not null
                     order by person.non_disclosure_code = '0', person.information_code = '*'
                     limit 1) as non_disclosure_of_person
              from replica
             where institution_code = :institution
               and addressee_number = :addressee
               and information_code = :information
             order by data_set_item, record_key
            """)
        .param("institution", institution.value())
        .param("addressee", addressee.value())
        .param("information", information.value())
        .query((row, index) -> replica(institution, addressee, information, row))
        .list();
  }

  private StoredReplica replica(
      InstitutionCode institution,
      UnifiedAddresseeNumber addressee,
      SpecificPersonalInformationCode information,
      ResultSet row)
      throws SQLException {
    ReplicaKey key =
        new ReplicaKey(
            addressee,
            information,
            new ItemCode(row.getString("data_set_item")),
            row.getString("record_key"));
    boolean held =
        row.getBoolean("held")
            || ResponseMode.APPROVAL_REQUIRED.name().equals(row.getString("response_mode"));
    return new StoredReplica(
        key,
        new LayoutEdition(row.getString("edition")),
        row.getObject("published_from", LocalDate.class),
        row.getObject("published_to", LocalDate.class),
        held ? ResponseMode.APPROVAL_REQUIRED : ResponseMode.AUTOMATIC,
        stricter(
            code(row.getString("non_disclosure_of_person")),
            code(row.getString("non_disclosure_code"))),
        ReplicaContent.read(cipher.decrypt(institution, row.getBytes("content"), key.place())));
  }

  private static @Nullable NonDisclosureCode code(@Nullable String value) {
    return value == null ? null : new NonDisclosureCode(value);
  }

  /** The first code that withholds; if none does, the first one there is. */
  private static @Nullable NonDisclosureCode stricter(@Nullable NonDisclosureCode... codes) {
    return Stream.of(codes)
        .filter(code -> code != null && code.withholds())
        .findFirst()
        .or(() -> Stream.of(codes).filter(code -> code != null).findFirst())
        .orElse(null);
  }
}
