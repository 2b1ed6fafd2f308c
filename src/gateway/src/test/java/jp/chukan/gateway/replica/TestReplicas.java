package jp.chukan.gateway.replica;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import jp.chukan.gateway.kernel.RowCursor;
import jp.chukan.gateway.layout.StandardLayouts;
import jp.chukan.gateway.replica.ReplicaLookup.Found;
import jp.chukan.gateway.testing.TestDatabase;

/** 「副本」 of 石巻市 for the tests of other packages: by message, by hand, and as they would answer. */
public final class TestReplicas {
  public static final Instant NOW = ReplicaBed.NOW;
  public static final LocalDate TODAY = ReplicaBed.TODAY;
  public static final SpecificPersonalInformationCode HOUSEHOLD = ReplicaBed.HOUSEHOLD;
  public static final ItemCode DATA_SET = new ItemCode("TK00000000000100");
  public static final ItemCode IS_HEAD = ReplicaBed.IS_HEAD;
  public static final ItemCode HEAD_NAME = ReplicaBed.HEAD_NAME;
  public static final ItemCode RELATION = ReplicaBed.RELATION;
  private static final String LATER = "2026-11-02T10:30:00+09:00";

  private final ReplicaBed bed;

  private TestReplicas(ReplicaBed bed) {
    this.bed = bed;
  }

  public static TestReplicas on(TestDatabase database) {
    return new TestReplicas(
        ReplicaBed.on(database, "TM00000000000001-1.yaml", "TM00000000000001-2.yaml"));
  }

  public TestDatabase database() {
    return bed.database;
  }

  public StandardLayouts layouts() {
    return bed.layouts;
  }

  public PersonalDataCipher cipher() {
    return bed.cipher();
  }

  public ReplicasByHand byHand() {
    return bed.byHand(new PermittedSources(List.of()));
  }

  /** As {@link #byHand}, with 住民票関係情報 reserved for this department. */
  public ReplicasByHand reservedFor(DepartmentCode department) {
    return bed.byHand(
        new PermittedSources(
            List.of(new PermittedSources.Source(ISHINOMAKI, HOUSEHOLD, List.of(department)))));
  }

  public static ReplicaKey key(String addressee) {
    return key(addressee, "1");
  }

  public static ReplicaKey key(String addressee, String recordKey) {
    return new ReplicaKey(new UnifiedAddresseeNumber(addressee), HOUSEHOLD, DATA_SET, recordKey);
  }

  /** A member of a household comes by message, last changed on 2026-10-01. */
  public Optional<String> register(String number, String addressee, String headName) {
    return refused(bed.register(Row.member(number, addressee).named(headName)).refused());
  }

  /** The same, changed after what people entered at {@link #NOW}. */
  public Optional<String> registerLater(String number, String addressee, String headName) {
    return refused(
        bed.register(Row.member(number, addressee).named(headName).updated(LATER)).refused());
  }

  /** An attachment comes by message; returns the codes of refused records. */
  public List<String> register(InstitutionCode institution, byte[] attachment) {
    return bed.send(institution, new String(attachment, StandardCharsets.UTF_8)).refused().stream()
        .map(one -> ErrorCode.ofId(one.errorCode()).orElseThrow().name())
        .toList();
  }

  /** All of one information, one by one. */
  public ReplicaExtract extract() {
    return new ReplicaExtract(
        new RowCursor(database().dataSource()), new ReplicaSnapshots(database().jdbc(), cipher()));
  }

  /** A record that hangs on record {@code 1} of the person. */
  public void registerChild(String number, String addressee, String recordKey) {
    bed.register(
        Row.member(number, addressee)
            .with("DataSetRecordKey", recordKey)
            .with("ParentDataSetRecordKey", "1"));
  }

  /** Is deleted by message; returns the code of a refusal. */
  public Optional<String> delete(String number, String addressee) {
    return refused(bed.delete(Row.member(number, addressee)).refused());
  }

  private static Optional<String> refused(
      List<jp.chukan.contract.message.ReplicaRegistrationResult.Refused> refused) {
    return refused.stream()
        .map(one -> ErrorCode.ofId(one.errorCode()).orElseThrow().name())
        .findFirst();
  }

  /** What an answer of today would hold, empty when there is none. */
  public Map<ItemCode, String> answer(String addressee) {
    Map<ItemCode, String> values = new TreeMap<>(java.util.Comparator.comparing(ItemCode::value));
    if (bed.find(addressee, IS_HEAD, HEAD_NAME, RELATION) instanceof Found found) {
      found.items().stream()
          .filter(item -> item.value() != null)
          .forEach(item -> values.put(item.code(), item.value()));
    }
    return values;
  }

  /** Whether an answer of today waits for people. */
  public boolean waitsForPeople(String addressee) {
    return bed.find(addressee, HEAD_NAME) instanceof Found found
        && found.responseMode() == jp.chukan.contract.code.ResponseMode.APPROVAL_REQUIRED;
  }

  /** The row as it stands. */
  public Optional<ReplicaSnapshot> stored(String addressee) {
    return database()
        .transactions()
        .within(ISHINOMAKI, () -> byHand().find(ISHINOMAKI, key(addressee)));
  }
}
