package jp.chukan.mocknetwork.insurerserver;

import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.projectdata.ProjectTable;
import org.springframework.stereotype.Component;

/** Who may work at the terminals of the partitions, from {@code data/insurer-operators.tsv}. */
@Component
public final class Operators {
  private final List<Operator> operators =
      ProjectTable.rows("insurer-operators.tsv").stream()
          .map(
              row ->
                  new Operator(
                      row.cell("user"), row.cell("partition"), Kind.valueOf(row.cell("kind"))))
          .toList();

  /** Whether somebody sits there. */
  public enum Kind {
    PERSON,
    PROGRAM
  }

  /**
   * A user.
   *
   * @param partition in which
   */
  public record Operator(String user, String partition, Kind kind) {}

  /** Those of a partition. */
  public List<Operator> of(String partition, Kind kind) {
    return operators.stream()
        .filter(operator -> operator.partition().equals(partition) && operator.kind() == kind)
        .toList();
  }

  Optional<Operator> find(String user) {
    return operators.stream().filter(operator -> operator.user().equals(user)).findFirst();
  }
}
