package jp.chukan.command.certificates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;

/**
 * One row of {@code certificates/issued.tsv}.
 *
 * @param name file name and CN
 * @param institution 「機関コード」 in the subject's serialNumber; none for a system that no server of the
 *     network may take for its institution
 * @param purpose what the key may do
 * @param algorithm kind and size of the key
 * @param organisation Japanese name of the holder
 * @param hosts names of the machines that it serves on, beside this one
 */
record IssuedCertificate(
    String name,
    Optional<InstitutionCode> institution,
    Purpose purpose,
    KeyAlgorithm algorithm,
    String organisation,
    List<String> hosts) {
  private static final String NONE = "-";

  IssuedCertificate {
    hosts = List.copyOf(hosts);
  }

  static List<IssuedCertificate> readAll() {
    try (var rows = IssuedCertificate.class.getResourceAsStream("/certificates/issued.tsv")) {
      var text = new String(Objects.requireNonNull(rows).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(IssuedCertificate::ofRow).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IssuedCertificate ofRow(String row) {
    var fields = row.split("\t", -1);
    return new IssuedCertificate(
        fields[0],
        fields[1].equals(NONE) ? Optional.empty() : Optional.of(new InstitutionCode(fields[1])),
        Purpose.ofLabel(fields[2]),
        KeyAlgorithm.ofLabel(fields[3]),
        fields[4],
        fields.length > 5 ? List.of(fields[5].split(" ")) : List.of());
  }
}
