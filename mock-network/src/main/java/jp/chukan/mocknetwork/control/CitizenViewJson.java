package jp.chukan.mocknetwork.control;

import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.document.DisclosedRecords.DisclosedRecord;
import jp.chukan.contract.document.SelfInformation.Information;
import jp.chukan.mocknetwork.disclosuresystem.CitizenView;
import jp.chukan.mocknetwork.disclosuresystem.CitizenView.SeenExchange;
import jp.chukan.mocknetwork.disclosuresystem.CitizenView.SeenInformation;
import jp.chukan.mocknetwork.disclosuresystem.CitizenView.SeenNotice;
import jp.chukan.mocknetwork.disclosuresystem.CitizenView.Unanswered;
import org.jspecify.annotations.Nullable;

/** What a person sees of themselves, without what the information says. */
record CitizenViewJson(
    List<Exchange> exchanges,
    List<Notice> notices,
    List<Held> information,
    List<Unanswered> unanswered) {

  /** One exchange; {@code items} is how many. */
  record Exchange(
      ProcessingNumber processingNumber,
      @Nullable InstitutionCode inquirer,
      @Nullable String inquirerName,
      @Nullable InstitutionCode provider,
      @Nullable String providerName,
      @Nullable AffairCode affair,
      @Nullable String affairName,
      @Nullable SpecificPersonalInformationCode information,
      @Nullable String informationName,
      int items,
      String outcome,
      @Nullable String errorCode,
      @Nullable Instant inquiredAt,
      Instant decidedAt,
      List<InstitutionCode> recordedBy) {

    private static Exchange of(SeenExchange seen) {
      DisclosedRecord exchange = seen.record();
      return new Exchange(
          exchange.processingNumber(),
          exchange.inquirer(),
          exchange.inquirerName(),
          exchange.provider(),
          exchange.providerName(),
          exchange.affair(),
          exchange.affairName(),
          exchange.information(),
          exchange.informationName(),
          exchange.items().size(),
          exchange.outcome(),
          exchange.errorCode(),
          exchange.inquiredAt(),
          exchange.decidedAt(),
          seen.recordedBy());
    }
  }

  /** One notice. */
  record Notice(
      InstitutionCode institution, ReceptionNumber number, String title, @Nullable Instant readAt) {

    private static Notice of(SeenNotice seen) {
      return new Notice(
          seen.institution(),
          seen.notice().number(),
          seen.notice().title(),
          seen.notice().readAt());
    }

    /** Shows nothing of what a person is told. */
    @Override
    public String toString() {
      return "Notice[redacted]";
    }
  }

  /** What is kept of the person; {@code items} is how many hold a value. */
  record Held(
      InstitutionCode institution,
      SpecificPersonalInformationCode information,
      int items,
      @Nullable String errorCode) {

    private static Held of(InstitutionCode institution, Information information) {
      return new Held(
          institution,
          information.code(),
          information.replicas().stream().mapToInt(replica -> replica.items().size()).sum(),
          information.errorCode());
    }
  }

  static CitizenViewJson of(CitizenView view) {
    return new CitizenViewJson(
        view.exchanges().stream().map(Exchange::of).toList(),
        view.notices().stream().map(Notice::of).toList(),
        view.information().stream()
            .flatMap(
                (SeenInformation held) ->
                    held.information().stream().map(one -> Held.of(held.institution(), one)))
            .toList(),
        view.unanswered());
  }
}
