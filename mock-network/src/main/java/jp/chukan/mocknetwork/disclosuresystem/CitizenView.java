package jp.chukan.mocknetwork.disclosuresystem;

import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.document.CitizenNotices.CitizenNotice;
import jp.chukan.contract.document.DisclosedRecords.DisclosedRecord;
import jp.chukan.contract.document.SelfInformation.Information;

/**
 * What one person sees of themselves, over all institutions.
 *
 * @param exchanges each exchange once, the newest first
 * @param notices of all institutions
 * @param information of all institutions; only what the person asked to see
 * @param unanswered institutions that gave no answer
 */
public record CitizenView(
    List<SeenExchange> exchanges,
    List<SeenNotice> notices,
    List<SeenInformation> information,
    List<Unanswered> unanswered) {

  public CitizenView {
    exchanges = List.copyOf(exchanges);
    notices = List.copyOf(notices);
    information = List.copyOf(information);
    unanswered = List.copyOf(unanswered);
  }

  /**
   * One exchange.
   *
   * @param record as its last record says
   * @param recordedBy 「機関コード」 of each institution whose records have it
   */
  public record SeenExchange(DisclosedRecord record, List<InstitutionCode> recordedBy) {
    public SeenExchange {
      recordedBy = List.copyOf(recordedBy);
    }
  }

  /**
   * One notice.
   *
   * @param institution who tells
   * @param institutionName its name
   * @param notice what
   */
  public record SeenNotice(
      InstitutionCode institution, String institutionName, CitizenNotice notice) {}

  /**
   * What one institution keeps.
   *
   * @param institution who
   * @param institutionName its name
   * @param information what
   */
  public record SeenInformation(
      InstitutionCode institution, String institutionName, List<Information> information) {
    public SeenInformation {
      information = List.copyOf(information);
    }
  }

  /**
   * An institution that gave no answer.
   *
   * @param institution who
   * @param institutionName its name
   * @param reason identifier of the catalogue, or what else happened
   */
  public record Unanswered(InstitutionCode institution, String institutionName, String reason) {}

  /** Shows nothing: all of it is about a person. */
  @Override
  public String toString() {
    return "CitizenView[redacted]";
  }
}
