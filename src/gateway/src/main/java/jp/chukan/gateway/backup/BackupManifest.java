package jp.chukan.gateway.backup;

import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;

/**
 * What a backup holds, signed by the platform. It stands at the end of the archive, behind
 * everything that it names.
 *
 * @param format of the archive, {@link #FORMAT}
 * @param institution 「機関コード」 of the platform that made it
 * @param takenAt the moment to which everything goes back
 * @param schemaVersion of the newest migration of the database
 * @param entries of the archive, in their order
 * @param tables their columns, in the order of the rows
 * @param partitions of the growing tables
 * @param sequences and the last number that each gave
 * @param heads the newest head of each tree of evidence
 */
record BackupManifest(
    String format,
    InstitutionCode institution,
    Instant takenAt,
    String schemaVersion,
    List<Entry> entries,
    List<Table> tables,
    List<Partition> partitions,
    List<Sequence> sequences,
    List<Head> heads) {
  static final String FORMAT = "chukan-backup/1";

  BackupManifest {
    entries = List.copyOf(entries);
    tables = List.copyOf(tables);
    partitions = List.copyOf(partitions);
    sequences = List.copyOf(sequences);
    heads = List.copyOf(heads);
  }

  /**
   * @param name with the folder that it belongs to
   * @param bytes how many
   * @param sha256 of its content, in hexadecimal digits
   */
  record Entry(String name, long bytes, String sha256) {}

  /**
   * @param name of the table, also that of its entry
   * @param columns that are stored; generated ones come by themselves
   */
  record Table(String name, List<String> columns) {
    Table {
      columns = List.copyOf(columns);
    }
  }

  /**
   * @param parent table
   * @param name of the partition
   * @param bound as PostgreSQL writes it, {@code FOR VALUES …} or {@code DEFAULT}
   */
  record Partition(String parent, String name, String bound) {}

  /**
   * @param name of the sequence
   * @param last number that it gave
   */
  record Sequence(String name, long last) {}

  /**
   * @param institution whose tree
   * @param size of the tree under its newest head
   * @param sha256 of the signed head, in hexadecimal digits
   */
  record Head(InstitutionCode institution, long size, String sha256) {}
}
