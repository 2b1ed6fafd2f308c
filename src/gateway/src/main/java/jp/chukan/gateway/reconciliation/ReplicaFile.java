package jp.chukan.gateway.reconciliation;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jp.chukan.contract.attachment.RegistrationAttachmentWriter;
import jp.chukan.contract.attachment.RegistrationRecord;
import jp.chukan.contract.attachment.ReplicaItem;
import jp.chukan.contract.attachment.Segment;
import jp.chukan.contract.attachment.SegmentPlace;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.gateway.csv.CsvOutput;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.layout.StandardLayouts;
import jp.chukan.gateway.replica.ReplicaExtract;
import jp.chukan.gateway.replica.ReplicaKey;
import jp.chukan.gateway.replica.ReplicaSnapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The 「副本」 of one information as a file for comparison with the register (MS-52), written record by
 * record in the open transaction of the institution. What comes out can go in again: as the
 * register's file, and as XML through the door of registrations.
 */
@Component
public class ReplicaFile {
  /** The layout checks items, not how senders count their values. */
  private static final String VALUE_VERSION = "1";

  private final ReplicaExtract replicas;
  private final StandardLayouts layouts;
  private final InstantSource clock;

  ReplicaFile(ReplicaExtract replicas, StandardLayouts layouts, InstantSource clock) {
    this.replicas = replicas;
    this.layouts = layouts;
    this.clock = clock;
  }

  /** How many records the file has now. */
  public long count(InstitutionCode institution, SpecificPersonalInformationCode information) {
    return replicas.count(institution, information);
  }

  /**
   * @param items the items that alone are written; empty for all
   * @throws UncheckedIOException when the other side takes no more
   */
  public void write(
      InstitutionCode institution,
      SpecificPersonalInformationCode information,
      List<ItemCode> items,
      RegisterForm form,
      OutputStream out) {
    try (Stream<ReplicaSnapshot> all = replicas.inOrder(institution, information)) {
      switch (form) {
        case CSV -> writeCsv(all, columns(information, items), out);
        case XML -> writeXml(all, items, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every item of an edition in force, in the order of the newest, with its name. */
  private Map<ItemCode, String> columns(
      SpecificPersonalInformationCode information, List<ItemCode> items) {
    LocalDate today = JapanDay.of(clock.instant());
    Map<ItemCode, String> columns = new LinkedHashMap<>();
    Stream.concat(
            layouts.newest(information, today).stream(),
            layouts.inForceOn(today).stream()
                .filter(layout -> layout.information().equals(information)))
        .flatMap(layout -> layout.items().stream())
        .filter(item -> items.isEmpty() || items.contains(item.code()))
        .forEach(item -> columns.putIfAbsent(item.code(), item.name()));
    return columns;
  }

  private static void writeCsv(
      Stream<ReplicaSnapshot> all, Map<ItemCode, String> columns, OutputStream out) {
    List<String> header = new ArrayList<>(RegisterColumn.headings());
    columns.forEach((code, name) -> header.add(RegisterColumn.heading(name, code)));
    CsvOutput csv = new CsvOutput(out, header);
    all.forEach(replica -> csv.row(row(replica, columns)));
    csv.finish();
  }

  private static List<String> row(ReplicaSnapshot replica, Map<ItemCode, String> columns) {
    ReplicaKey key = replica.key();
    List<String> row = new ArrayList<>();
    for (RegisterColumn column : RegisterColumn.values()) {
      row.add(
          switch (column) {
            case ADDRESSEE -> key.addressee().value();
            case INFORMATION -> key.information().value();
            case DATA_SET -> key.dataSet().value();
            case RECORD_KEY -> key.recordKey();
            case EDITION -> replica.edition().value();
            case PARENT_RECORD_KEY -> text(replica.parentRecordKey());
            case PUBLISHED_FROM -> text(replica.publishedFrom());
            case PUBLISHED_TO -> text(replica.publishedTo());
            case REGION -> text(replica.regionCode());
            case RESPONSE_MODE -> mode(replica.responseMode());
          });
    }
    columns.keySet().forEach(item -> row.add(text(replica.items().get(item))));
    return row;
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  private static String mode(@Nullable ResponseMode mode) {
    return switch (mode) {
      case null -> "";
      case AUTOMATIC -> "0";
      case APPROVAL_REQUIRED -> "1";
    };
  }

  private static void writeXml(Stream<ReplicaSnapshot> all, List<ItemCode> items, OutputStream out)
      throws IOException {
    try (RegistrationAttachmentWriter xml =
        new RegistrationAttachmentWriter(out, Segment.REGISTRATION, SegmentPlace.BEFORE_RECORDS)) {
      for (var each = all.iterator(); each.hasNext(); ) {
        xml.write(record(each.next(), items));
      }
    }
  }

  private static RegistrationRecord record(ReplicaSnapshot replica, List<ItemCode> items) {
    ReplicaKey key = replica.key();
    Instant updatedAt = replica.updatedAt() == null ? replica.registeredAt() : replica.updatedAt();
    return new RegistrationRecord(
        replica.recordNumber(),
        key.addressee(),
        key.information(),
        key.dataSet(),
        key.recordKey(),
        replica.edition(),
        replica.parentRecordKey(),
        replica.publishedFrom(),
        replica.publishedTo(),
        replica.regionCode(),
        replica.responseMode(),
        replica.nonDisclosure(),
        replica.items().entrySet().stream()
            .filter(item -> items.isEmpty() || items.contains(item.getKey()))
            .map(item -> new ReplicaItem(item.getKey(), item.getValue(), VALUE_VERSION, updatedAt))
            .toList());
  }
}
