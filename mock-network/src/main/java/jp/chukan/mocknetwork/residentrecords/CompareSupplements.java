package jp.chukan.mocknetwork.residentrecords;

import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.supplement.SupplementComparison;
import jp.chukan.mocknetwork.supplement.SupplementComparisonResult;
import jp.chukan.mocknetwork.supplement.SupplementInformation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 「整合性確認」 of 附票: all of a municipality go over the 市町村CS to the 附票都道府県サーバ, which sends back what is
 * not the same (JN-07, G:528).
 */
@Component
public final class CompareSupplements {
  private final ResidentRegisters registers;
  private final KeptMessages messages;
  private final Systems systems;
  private final TransactionOperations transaction;

  CompareSupplements(
      ResidentRegisters registers,
      KeptMessages messages,
      Systems systems,
      TransactionOperations transaction) {
    this.registers = registers;
    this.messages = messages;
    this.systems = systems;
    this.transaction = transaction;
  }

  /** Sends them, after every change that was kept before. */
  public void send(InstitutionCode municipality) {
    String place = ResidentRegisters.place(municipality);
    // between two events: the changes of those before are kept already, so that they arrive first
    synchronized (registers.lockOf(municipality)) {
      transaction.executeWithoutResult(
          status ->
              messages.keep(
                  new CountrySystem(SystemKind.RESIDENT_RECORDS, place),
                  new CountrySystem(SystemKind.MUNICIPAL_SERVER, place),
                  SupplementComparison.MESSAGE,
                  new SupplementComparison(supplements(municipality))));
    }
  }

  /** The 附票 of a municipality as they are, those that are 消除 among them. */
  public List<SupplementInformation> supplements(InstitutionCode municipality) {
    String place = ResidentRegisters.place(municipality);
    return SendSupplementInformation.whoHasOne(registers.of(municipality).everybody()).stream()
        .map(resident -> SendSupplementInformation.asItIs(resident, place))
        .toList();
  }

  /** The results that came back after a moment, oldest first. */
  public List<SupplementComparisonResult> results(InstitutionCode municipality, Instant since) {
    String place = ResidentRegisters.place(municipality);
    return systems
        .send(
            new CountrySystem(SystemKind.RESIDENT_RECORDS, place),
            new CountrySystem(SystemKind.MUNICIPAL_SERVER, place),
            SupplementComparisonResult.Query.MESSAGE,
            new SupplementComparisonResult.Query(since),
            SupplementComparisonResult.Results.class)
        .results();
  }
}
