package jp.chukan.gateway.inquiry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.inquiryfile.ResultEncoding;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import org.springframework.stereotype.Component;

/**
 * Puts the results of files that came through the folder back into it, each once it is complete
 * (MS-24). What is due stands in the database: a process that dies before it noted the hand-over
 * leaves it due, and the file is written again only where it is missing.
 */
@Component
final class HandOverResults {
  private final FolderFiles files;
  private final ResultFiles results;
  private final ExchangeFolders folders;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  HandOverResults(
      FolderFiles files,
      ResultFiles results,
      ExchangeFolders folders,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.files = files;
    this.results = results;
    this.folders = folders;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @throws UncheckedIOException when the folder cannot be written; what is due stays due
   */
  void handOver(InstitutionCode institution) {
    List<ReceptionNumber> due = transactions.within(institution, files::waiting);
    for (ReceptionNumber number : due) {
      transactions.run(institution, () -> handOver(institution, number));
    }
  }

  private void handOver(InstitutionCode institution, ReceptionNumber number) {
    if (!files.claim(number)) {
      return;
    }
    ResultFile result = results.open(institution, number, ResultEncoding.UTF_8);
    Path target = folders.out(institution).resolve(result.name());
    try {
      // It appears whole or not at all, so that one that is there is the whole result.
      if (Files.notExists(target)) {
        ExchangeFolders.write(target, result.content());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a result cannot be handed over", e);
    }
    files.handedOver(number, clock.instant());
  }
}
