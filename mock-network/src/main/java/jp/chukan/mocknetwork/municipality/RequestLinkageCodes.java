package jp.chukan.mocknetwork.municipality;

import java.time.InstantSource;
import java.util.List;
import jp.chukan.contract.code.AcquisitionPurpose;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.message.LinkageCodeAcquisitionRequest;
import jp.chukan.contract.message.LinkageCodeAcquisitionResponse;
import jp.chukan.mocknetwork.municipality.Acquisitions.Acquisition;
import jp.chukan.mocknetwork.municipality.ServerOfMunicipality.Reply;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 「符号取得要求」: the hub sends 「団体内統合宛名番号」 to the server and gets a 「処理通番」 for each (MS-32). What was
 * accepted before is not sent again.
 */
@Component
final class RequestLinkageCodes {
  static final int PER_MESSAGE = 500;

  /** 児童手当 (item 74), for which every municipality is itself an inquirer (MS-35). */
  static final AffairCode AFFAIR = new AffairCode("JM01000000074000");

  static final DepartmentCode DEPARTMENT = new DepartmentCode("3595115400");
  static final UserId USER = new UserId("hub-batch");

  private final Acquisitions acquisitions;
  private final ServerOfMunicipality server;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  RequestLinkageCodes(
      Acquisitions acquisitions,
      ServerOfMunicipality server,
      TransactionOperations transaction,
      InstantSource clock) {
    this.acquisitions = acquisitions;
    this.server = server;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Where each person stands afterwards. */
  List<Acquisition> request(InstitutionCode institution, List<UnifiedAddresseeNumber> addressees) {
    List<Acquisition> open =
        acquisitions.open(institution, addressees, clock.instant()).stream()
            .filter(acquisition -> acquisition.processingNumber() == null)
            .toList();
    for (int from = 0; from < open.size(); from += PER_MESSAGE) {
      send(institution, open.subList(from, Math.min(open.size(), from + PER_MESSAGE)));
    }
    return acquisitions.find(institution, addressees);
  }

  private void send(InstitutionCode institution, List<Acquisition> open) {
    var body =
        new LinkageCodeAcquisitionRequest.Body(
            DEPARTMENT,
            USER,
            open.stream()
                .map(
                    acquisition ->
                        new LinkageCodeAcquisitionRequest.Acquisition(
                            acquisition.recordNumber(),
                            acquisition.addressee(),
                            AFFAIR,
                            AcquisitionPurpose.INFORMATION_LINKAGE))
                .toList());
    var header = server.header(institution, LinkageCodeAcquisitionRequest.TYPE_ID);
    switch (server.send(
        institution,
        "linkage-codes",
        new LinkageCodeAcquisitionRequest(header, body),
        LinkageCodeAcquisitionResponse.class)) {
      case Reply.Answered<LinkageCodeAcquisitionResponse>(var response) ->
          transaction.executeWithoutResult(status -> response.body().results().forEach(this::keep));
      case Reply.Refused<LinkageCodeAcquisitionResponse>(var errorCode) ->
          open.forEach(acquisition -> acquisitions.refused(acquisition.recordNumber(), errorCode));
    }
  }

  private void keep(LinkageCodeAcquisitionResponse.Result result) {
    ProcessingNumber number = result.processingNumber();
    if (number == null) {
      acquisitions.refused(result.recordNumber(), result.errorCode());
    } else {
      acquisitions.accepted(result.recordNumber(), number);
    }
  }
}
