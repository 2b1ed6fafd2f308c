package jp.chukan.command.inquiry;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.LocalPostgres;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;

/**
 * What one row of the 「照会許可照合リスト」 permits an inquirer.
 *
 * @param affair 「事務コード」
 * @param procedure 「事務手続コード」
 * @param provider who may be asked
 * @param information for what
 */
public record PermittedTuple(
    AffairCode affair,
    ProcedureCode procedure,
    InstitutionCode provider,
    SpecificPersonalInformationCode information) {

  /** Every row that is in force for this inquirer today, in a fixed order. */
  public static List<PermittedTuple> inForceFor(InstitutionCode inquirer, LocalPostgres postgres) {
    try (var connection = postgres.connect("postgres", "chukan");
        var statement =
            connection.prepareStatement(
                """
                SELECT DISTINCT affair_code, procedure_code, provider_code, information_code
                FROM permission_matching_entry
                WHERE version = (SELECT max(version) FROM permission_matching_list)
                  AND inquirer_code = ?
                  AND current_date >= valid_from AND (valid_to IS NULL OR current_date <= valid_to)
                ORDER BY provider_code, information_code, affair_code, procedure_code
                """)) {
      statement.setString(1, inquirer.value());
      var tuples = new ArrayList<PermittedTuple>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          tuples.add(
              new PermittedTuple(
                  new AffairCode(rows.getString(1)),
                  new ProcedureCode(rows.getString(2)),
                  new InstitutionCode(rows.getString(3)),
                  new SpecificPersonalInformationCode(rows.getString(4))));
        }
      }
      return tuples;
    } catch (SQLException | IOException e) {
      throw new InstallationException("cannot read the list in force: " + e.getMessage(), e);
    }
  }
}
