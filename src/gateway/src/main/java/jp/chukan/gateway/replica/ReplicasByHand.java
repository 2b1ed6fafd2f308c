package jp.chukan.gateway.replica;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.chukan.contract.attachment.AttachmentRecord;
import jp.chukan.contract.attachment.RegistrationRecord;
import jp.chukan.contract.attachment.ReplicaItem;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import jp.chukan.contract.message.ReplicaRegistrationResult.Refused;
import jp.chukan.gateway.kernel.JapanDay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads and changes single 「副本」 for people at the terminal (MS-54, JN-38), in the open transaction
 * of their institution. A change goes the very way of one that comes by message: the same checks,
 * the same turn, the same order of arrival, the same tables.
 */
@Component
public final class ReplicasByHand {
  private static final int ONLY = 1;

  /** The layout checks items, not how senders count their values. */
  private static final String VALUE_VERSION = "1";

  private final ReplicaSnapshots snapshots;
  private final RegistrationCheck check;
  private final PermittedSources sources;
  private final StagedRecords staged;
  private final ReplicaMerge merge;
  private final InstantSource clock;

  ReplicasByHand(
      ReplicaSnapshots snapshots,
      RegistrationCheck check,
      PermittedSources sources,
      StagedRecords staged,
      ReplicaMerge merge,
      InstantSource clock) {
    this.snapshots = snapshots;
    this.check = check;
    this.sources = sources;
    this.staged = staged;
    this.merge = merge;
    this.clock = clock;
  }

  /** Every stored record of the person, published or not, in a fixed order. */
  public List<ReplicaSnapshot> find(
      InstitutionCode institution,
      UnifiedAddresseeNumber addressee,
      SpecificPersonalInformationCode information) {
    return snapshots.find(institution, addressee, information);
  }

  public Optional<ReplicaSnapshot> find(InstitutionCode institution, ReplicaKey key) {
    return snapshots.find(institution, key);
  }

  /**
   * Whether a setting on the person holds answers back, apart from what the records say (MS-05); no
   * change by hand lifts it.
   */
  public boolean isHeld(
      InstitutionCode institution,
      UnifiedAddresseeNumber addressee,
      SpecificPersonalInformationCode information) {
    return snapshots.isHeld(institution, addressee, information);
  }

  /** Whether the department may register this information (JN-09). */
  public boolean permits(
      InstitutionCode institution,
      SpecificPersonalInformationCode information,
      DepartmentCode department) {
    return sources.permits(institution, information, department);
  }

  /**
   * Why the change could not be registered, as far as it can be said without waiting for a turn.
   */
  public Optional<Refusal> refusalOf(HandRegistration by, ReplicaChange change) {
    return switch (checked(by, change)) {
      case CheckedRecord.Refused refused -> Optional.of(refused.refusal());
      case CheckedRecord.Acceptable acceptable ->
          change.after() == null ? Optional.empty() : Optional.ofNullable(acceptable.unfit());
    };
  }

  /**
   * Registers or deletes, when what is stored is still what the person had seen. From the check to
   * the end of the transaction nobody else registers for the institution.
   */
  public HandOutcome bringIntoEffect(HandRegistration by, ReplicaChange change) {
    InstitutionCode institution = by.institution();
    Instant now = clock.instant();
    staged.load(
        institution,
        records -> {
          records.accept(checked(by, change));
          return ONLY;
        });
    boolean deletes = change.after() == null;
    if (deletes) {
      merge.checkDeletion(institution);
    } else {
      merge.checkRegistration(institution);
    }
    Optional<ReplicaSnapshot> stored = snapshots.find(institution, change.key());
    if (!stored.equals(Optional.ofNullable(change.before()))) {
      return new HandOutcome.Changed();
    }
    List<Refused> refused = staged.refused(ONLY);
    if (!refused.isEmpty()) {
      return new HandOutcome.Refused(refusal(refused.getFirst()));
    }
    if (deletes) {
      merge.delete(institution, now);
    } else {
      merge.register(institution, by.number(), now);
    }
    return new HandOutcome.Effective();
  }

  private static Refusal refusal(Refused refused) {
    return new Refusal(ErrorCode.ofId(refused.errorCode()).orElseThrow(), null, refused.element());
  }

  private CheckedRecord checked(HandRegistration by, ReplicaChange change) {
    LocalDate today = JapanDay.of(clock.instant());
    return check.check(
        new RegistrationCheck.Source(by.institution(), by.department(), today),
        new AttachmentRecord.Readable(ONLY, record(by, change)));
  }

  private static RegistrationRecord record(HandRegistration by, ReplicaChange change) {
    ReplicaSnapshot before = change.before();
    ReplicaDraft after = change.after();
    if (after == null) {
      return deletion(by, Objects.requireNonNull(before));
    }
    Instant updatedAt = later(by.enteredAt(), before);
    ReplicaKey key = after.key();
    return new RegistrationRecord(
        by.recordNumber(),
        key.addressee(),
        key.information(),
        key.dataSet(),
        key.recordKey(),
        after.edition(),
        after.parentRecordKey(),
        after.publishedFrom(),
        after.publishedTo(),
        after.regionCode(),
        after.responseMode(),
        null,
        after.items().entrySet().stream()
            .map(item -> new ReplicaItem(item.getKey(), item.getValue(), VALUE_VERSION, updatedAt))
            .toList());
  }

  private static RegistrationRecord deletion(HandRegistration by, ReplicaSnapshot before) {
    ReplicaKey key = before.key();
    return new RegistrationRecord(
        by.recordNumber(),
        key.addressee(),
        key.information(),
        key.dataSet(),
        key.recordKey(),
        before.edition(),
        null,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  /** Never older than what it was entered over, whatever the clocks of the senders say. */
  private static Instant later(Instant enteredAt, @Nullable ReplicaSnapshot before) {
    Instant stored = before == null ? null : before.updatedAt();
    return stored != null && stored.isAfter(enteredAt) ? stored : enteredAt;
  }
}
