package jp.chukan.gateway.console;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.correction.ProposalKind;
import jp.chukan.gateway.correction.WantedChange;
import jp.chukan.gateway.layout.StandardLayout;
import jp.chukan.gateway.replica.ReplicaDraft;
import jp.chukan.gateway.replica.ReplicaSnapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What is typed about one 「副本」; it travels in the body of a POST only.
 *
 * @param kind what is to become of it
 * @param recordKey key of the record in the data set
 * @param seen 「レコード識別番号」 that had written what the person saw, empty for a new one
 * @param publishedFrom first day of publication
 * @param publishedTo last day, empty when open
 * @param mode name of the {@link ResponseMode}
 * @param reason why
 * @param items what stands in the fields of items
 */
record EntryForm(
    ProposalKind kind,
    String recordKey,
    String seen,
    String publishedFrom,
    String publishedTo,
    String mode,
    String reason,
    Map<ItemCode, String> items) {
  private static final String ITEM = "item.";
  private static final String FIRST_KEY = "1";

  EntryForm {
    items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
  }

  /**
   * @throws InvalidInputException when the page cannot have sent it
   */
  static EntryForm typed(MultiValueMap<String, String> fields) {
    Map<ItemCode, String> items = new LinkedHashMap<>();
    fields.forEach(
        (name, values) -> {
          if (name.startsWith(ITEM)) {
            items.put(new ItemCode(name.substring(ITEM.length())), values.getFirst());
          }
        });
    return new EntryForm(
        kind(fields.getFirst("kind")),
        text(fields, "recordKey"),
        text(fields, "seen"),
        text(fields, "publishedFrom"),
        text(fields, "publishedTo"),
        text(fields, "mode"),
        text(fields, "reason"),
        items);
  }

  /**
   * @throws InvalidInputException for what is none
   */
  static ProposalKind kind(@Nullable String text) {
    return Stream.of(ProposalKind.values())
        .filter(kind -> kind.name().equals(text))
        .findFirst()
        .orElseThrow(() -> InvalidInputException.at(ErrorCode.SYM_CODE_FORM, "kind"));
  }

  private static String text(MultiValueMap<String, String> fields, String name) {
    String value = fields.getFirst(name);
    return value == null ? "" : value;
  }

  /** As it stands before anybody has typed. */
  static EntryForm of(ProposalKind kind, @Nullable ReplicaSnapshot stored) {
    return stored == null
        ? new EntryForm(kind, FIRST_KEY, "", "", "", ResponseMode.AUTOMATIC.name(), "", Map.of())
        : new EntryForm(
            kind,
            stored.key().recordKey(),
            stored.recordNumber().value(),
            stored.publishedFrom().toString(),
            text(stored.publishedTo()),
            other(stored).name(),
            "",
            stored.items());
  }

  /** What was proposed before, over what is stored now. */
  static EntryForm again(
      ProposalKind kind, @Nullable ReplicaSnapshot stored, @Nullable ReplicaDraft proposed) {
    EntryForm now = of(kind, stored);
    if (proposed == null) {
      return now;
    }
    ResponseMode mode = proposed.responseMode();
    return new EntryForm(
        kind,
        proposed.key().recordKey(),
        now.seen(),
        text(proposed.publishedFrom()),
        text(proposed.publishedTo()),
        mode == null ? now.mode() : mode.name(),
        "",
        proposed.items());
  }

  /** What a change of the flag would make of it. */
  private static ResponseMode other(ReplicaSnapshot stored) {
    return stored.isHeld() ? ResponseMode.AUTOMATIC : ResponseMode.APPROVAL_REQUIRED;
  }

  private static String text(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  /**
   * @throws InvalidInputException when none is given, or it has the form of a 「個人番号」
   */
  StaffComment why() {
    return new StaffComment(reason);
  }

  /**
   * What the person wants, as far as it differs from what is stored.
   *
   * @throws InvalidInputException when a field has another form
   */
  WantedChange wanted(StandardLayout layout, @Nullable ReplicaSnapshot stored) {
    return switch (kind) {
      case REGISTRATION -> new WantedChange.Register(from(), to(), responseMode(), filled(layout));
      case CORRECTION -> new WantedChange.Correct(seenRecord(), from(), to(), changed(stored));
      case RESPONSE_MODE -> new WantedChange.SetResponseMode(seenRecord(), responseMode());
      case DELETION -> new WantedChange.Delete(seenRecord());
    };
  }

  private RecordIdentificationNumber seenRecord() {
    if (seen.isBlank()) {
      throw InvalidInputException.of(ErrorCode.DBM_REPLICA_ABSENT);
    }
    return new RecordIdentificationNumber(seen);
  }

  private @Nullable LocalDate from() {
    return publishedFrom.isBlank()
        ? null
        : ReplicaQuestion.day(publishedFrom.strip(), "PublicationDate");
  }

  private @Nullable LocalDate to() {
    return publishedTo.isBlank()
        ? null
        : ReplicaQuestion.day(publishedTo.strip(), "PublishedEndDate");
  }

  private ResponseMode responseMode() {
    return Stream.of(ResponseMode.values())
        .filter(value -> value.name().equals(mode))
        .findFirst()
        .orElseThrow(
            () -> InvalidInputException.at(ErrorCode.SYM_CODE_FORM, "AutoResponseProhibited"));
  }

  private Map<ItemCode, String> filled(StandardLayout layout) {
    Map<ItemCode, String> filled = new LinkedHashMap<>();
    layout.itemCodes().stream()
        .filter(code -> !items.getOrDefault(code, "").isBlank())
        .forEach(code -> filled.put(code, items.getOrDefault(code, "").strip()));
    // what the layout lacks is told by its check, not passed over here
    items.forEach(
        (code, value) -> {
          if (!value.isBlank()) {
            filled.putIfAbsent(code, value.strip());
          }
        });
    return filled;
  }

  private Map<ItemCode, @Nullable String> changed(@Nullable ReplicaSnapshot stored) {
    Map<ItemCode, String> before = stored == null ? Map.of() : stored.items();
    Map<ItemCode, @Nullable String> changed = new LinkedHashMap<ItemCode, @Nullable String>();
    items.forEach(
        (code, value) -> {
          String present = before.get(code);
          String next = value.isBlank() ? null : value.strip();
          if (!value.equals(present) && !Objects.equals(next, present)) {
            changed.put(code, next);
          }
        });
    return changed;
  }

  /** Never shows what was typed. */
  @Override
  public String toString() {
    return "EntryForm[" + kind + "]";
  }
}
