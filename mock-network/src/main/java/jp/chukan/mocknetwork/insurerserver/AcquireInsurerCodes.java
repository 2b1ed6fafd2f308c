package jp.chukan.mocknetwork.insurerserver;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.coresystem.InsurerCodes;
import jp.chukan.mocknetwork.insurerserver.Operators.Operator;
import jp.chukan.mocknetwork.insurerserver.Partitions.Partition;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.qualificationcheck.InsuredNumber;
import org.springframework.stereotype.Component;

/**
 * 「機関別符号」 in two steps: the 符号取得要求ファイル is kept, and nothing goes out; a person of the partition who
 * did not prepare it starts the acquisition (T:2143).
 */
@Component
final class AcquireInsurerCodes {
  private final Partitions partitions;
  private final Operators operators;
  private final Systems systems;
  private final InstantSource clock;

  AcquireInsurerCodes(
      Partitions partitions, Operators operators, Systems systems, InstantSource clock) {
    this.partitions = partitions;
    this.operators = operators;
    this.systems = systems;
    this.clock = clock;
  }

  /**
   * Keeps a file; the same again changes nothing.
   *
   * @throws RefusedCallException ANOTHER_TENANT when the partition, its user or one person is not
   *     of the sender; ALREADY_PRESENT for another file of the same name
   */
  CodeRequestFile.Kept prepare(CountrySystem from, CodeRequestFile file) {
    Partitions.require(from, file.partition());
    requireOperator(file.preparedBy(), file.partition(), "preparedBy");
    if (file.lines().stream()
        .anyMatch(line -> !line.insured().municipality().equals(file.partition()))) {
      throw new RefusedCallException(Fault.ANOTHER_TENANT, "insured");
    }
    return partitions.in(
        file.partition(),
        partition -> {
          Optional<Prepared> known = find(partition, file.fileName());
          if (known.isPresent()) {
            if (!known.orElseThrow().file().equals(file)) {
              throw new RefusedCallException(Fault.ALREADY_PRESENT, "fileName");
            }
          } else {
            keep(partition, file);
          }
          return new CodeRequestFile.Kept(file.lines().size());
        });
  }

  /**
   * Acquires the codes; started again, it goes on with those that were missing.
   *
   * @throws RefusedCallException ANOTHER_TENANT, UNKNOWN for no such file, NO_PERSON when a program
   *     starts it or whoever prepared it
   */
  LinkageCodeFile start(CountrySystem from, StartAcquisition start) {
    Partitions.require(from, start.partition());
    Operator operator = requireOperator(start.startedBy(), start.partition(), "startedBy");
    CodeRequestFile file =
        partitions
            .in(start.partition(), partition -> find(partition, start.fileName()))
            .orElseThrow(() -> new RefusedCallException(Fault.UNKNOWN, "fileName"))
            .file();
    if (operator.kind() != Operators.Kind.PERSON || operator.user().equals(file.preparedBy())) {
      throw new RefusedCallException(Fault.NO_PERSON, "startedBy");
    }
    InsurerCodes.Minted minted =
        systems.send(
            CountrySystem.only(SystemKind.INSURER_SERVER),
            CountrySystem.only(SystemKind.CORE_SYSTEM),
            InsurerCodes.MESSAGE,
            new InsurerCodes(
                file.lines().stream().map(CodeRequestFile.Line::processingNumber).toList()),
            InsurerCodes.Minted.class);
    return partitions.in(
        start.partition(), partition -> finish(partition, file, operator, minted.byNumber()));
  }

  private Operator requireOperator(String user, String partition, String field) {
    Operator operator =
        operators.find(user).orElseThrow(() -> new RefusedCallException(Fault.UNKNOWN, field));
    if (!operator.partition().equals(partition)) {
      throw new RefusedCallException(Fault.ANOTHER_TENANT, field);
    }
    return operator;
  }

  private record Prepared(CodeRequestFile file, Optional<String> startedBy) {}

  private static Optional<Prepared> find(Partition partition, String fileName) {
    return partition
        .jdbc()
        .sql("select body, started_by from insurer_code_request where file_name = ?")
        .param(fileName)
        .query(
            (row, n) ->
                new Prepared(
                    partition.of(CodeRequestFile.class).open(row.getBytes(1)),
                    Optional.ofNullable(row.getString(2))))
        .optional();
  }

  private void keep(Partition partition, CodeRequestFile file) {
    partition
        .jdbc()
        .sql(
            """
            insert into insurer_code_request (tenant, file_name, prepared_by, prepared_at, body)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            partition.tenant(),
            file.fileName(),
            file.preparedBy(),
            Timestamp.from(clock.instant()),
            partition.of(CodeRequestFile.class).seal(file))
        .update();
  }

  private LinkageCodeFile finish(
      Partition partition,
      CodeRequestFile file,
      Operator operator,
      Map<ProcessingNumber, LinkageCode> codes) {
    List<InsuredNumber> coded = new ArrayList<>();
    List<InsuredNumber> missing = new ArrayList<>();
    for (CodeRequestFile.Line line : file.lines()) {
      LinkageCode code = codes.get(line.processingNumber());
      if (code == null) {
        missing.add(line.insured());
      } else {
        keep(partition, line.insured(), code);
        coded.add(line.insured());
      }
    }
    partition
        .jdbc()
        .sql(
            """
            update insurer_code_request set started_by = ?, started_at = ? where file_name = ?
            """)
        .params(operator.user(), Timestamp.from(clock.instant()), file.fileName())
        .update();
    return new LinkageCodeFile(file.fileName(), operator.user(), coded, missing);
  }

  private static void keep(Partition partition, InsuredNumber insured, LinkageCode code) {
    RecordVault<LinkageCode> vault = partition.of(LinkageCode.class);
    partition
        .jdbc()
        .sql(
            """
            insert into insurer_linkage_code (tenant, insured_index, body) values (?, ?, ?)
            on conflict (tenant, insured_index) do update set body = excluded.body
            """)
        .params(partition.tenant(), vault.digest(insured.joined()), vault.seal(code))
        .update();
  }

  /** Code of a person; empty before it was acquired. */
  Optional<LinkageCode> codeOf(InsuredNumber insured) {
    return partitions.in(
        insured.municipality(),
        partition -> {
          RecordVault<LinkageCode> vault = partition.of(LinkageCode.class);
          return partition
              .jdbc()
              .sql("select body from insurer_linkage_code where insured_index = ?")
              .param(vault.digest(insured.joined()))
              .query(byte[].class)
              .optional()
              .map(vault::open);
        });
  }
}
