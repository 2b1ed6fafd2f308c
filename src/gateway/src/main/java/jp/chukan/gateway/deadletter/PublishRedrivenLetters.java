package jp.chukan.gateway.deadletter;

import java.util.ArrayList;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.ServedInstitutions;
import org.springframework.stereotype.Component;

/**
 * Hands the routes what was decided to go back to its queue. A letter is done with only once the
 * broker holds it; published twice, its duplicate id lets one through.
 */
@Component("publishRedrivenLetters")
public final class PublishRedrivenLetters {
  private static final int BATCH = 50;

  private final InstitutionTransactions transactions;
  private final ServedInstitutions institutions;
  private final LetterStore store;
  private final PersonalDataCipher cipher;

  PublishRedrivenLetters(
      InstitutionTransactions transactions,
      ServedInstitutions institutions,
      LetterStore store,
      PersonalDataCipher cipher) {
    this.transactions = transactions;
    this.institutions = institutions;
    this.store = store;
    this.cipher = cipher;
  }

  /** Letters to send, at most 50 of each institution. */
  public List<RedrivenLetter> waiting() {
    List<RedrivenLetter> all = new ArrayList<>();
    for (InstitutionCode institution : institutions.codes()) {
      all.addAll(
          transactions.within(
              institution,
              () ->
                  store.redriving(BATCH).stream()
                      .map(number -> letter(institution, number))
                      .toList()));
    }
    return all;
  }

  private RedrivenLetter letter(InstitutionCode institution, LetterNumber number) {
    DeadLetter letter = store.find(number).orElseThrow();
    ProcessingNumber exchange = letter.processingNumber();
    return new RedrivenLetter(
        institution,
        number,
        letter.kind().queueOf(institution),
        exchange == null ? null : exchange.value(),
        letter.attempts(),
        letter.takenOverAt().toEpochMilli(),
        cipher.decrypt(institution, store.body(number), LetterStore.place(number)));
  }

  /** Removes the content of what the broker has on disk now. */
  public void published(List<RedrivenLetter> letters) {
    for (RedrivenLetter letter : letters) {
      transactions.run(letter.institution(), () -> store.redriven(letter.letter()));
    }
  }
}
