package jp.chukan.mocknetwork.municipality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.attachment.RegistrationRecord;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.message.ReplicaRegistrationRequest;
import jp.chukan.contract.message.ReplicaRegistrationResult;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.mocknetwork.municipality.Municipalities.Counts;
import jp.chukan.mocknetwork.municipality.ServerOfMunicipality.Reply;
import jp.chukan.mocknetwork.replica.ReplicaContent;
import org.springframework.stereotype.Component;

/**
 * Sends 「副本」 of a business system to the server: the hub puts the 「団体内統合宛名番号」 in the place of the
 * system's own 宛名番号 (MS-33, MS-60), and no 個人番号 goes along (MS-31).
 */
@Component
final class SubmitReplicas {
  static final int PER_ATTACHMENT = 500;
  private final AddresseeHub hub;
  private final ServerOfMunicipality server;

  SubmitReplicas(AddresseeHub hub, ServerOfMunicipality server) {
    this.hub = hub;
    this.server = server;
  }

  /**
   * What one person is to have as 副本.
   *
   * @param addresseeNumber 宛名番号 in the business system
   * @param information what is to be registered
   * @param underSupport 支援措置: 自動応答不可 and 不開示 (MU-05)
   * @param updatedAt when it came into being
   */
  record Submission(
      AddresseeNumber addresseeNumber,
      ReplicaContent information,
      boolean underSupport,
      Instant updatedAt) {
    /** Never shows a value: all of it is about a person. */
    @Override
    public String toString() {
      return "Submission[redacted]";
    }
  }

  Counts submit(InstitutionCode institution, BusinessSystem system, List<Submission> submissions) {
    Map<AddresseeNumber, UnifiedAddresseeNumber> numbers =
        hub.resolve(
            institution, system, submissions.stream().map(Submission::addresseeNumber).toList());
    List<RegistrationRecord> records = new ArrayList<>();
    for (Submission submission : submissions) {
      UnifiedAddresseeNumber number = numbers.get(submission.addresseeNumber());
      if (number != null) {
        records.add(ReplicaAttachment.record(number, submission));
      }
    }
    int accepted = 0;
    for (int from = 0; from < records.size(); from += PER_ATTACHMENT) {
      accepted +=
          send(
              institution,
              from / PER_ATTACHMENT,
              records.subList(from, Math.min(records.size(), from + PER_ATTACHMENT)));
    }
    return new Counts(accepted, submissions.size() - accepted);
  }

  private int send(InstitutionCode institution, int part, List<RegistrationRecord> records) {
    String fileName = "DBM_20113_ATTACH_" + part + ".xml";
    var message =
        new ReplicaRegistrationRequest(
            server.header(institution, ReplicaRegistrationRequest.TYPE_ID),
            new ReplicaRegistrationRequest.Body(
                RequestLinkageCodes.DEPARTMENT,
                RequestLinkageCodes.USER,
                fileName,
                String.valueOf(part + 1)));
    var body =
        new MultipartBody()
            .xml("message", "DBM_20113_" + part + ".xml", XmlMessages.write(message))
            .xml("attachment", fileName, ReplicaAttachment.write(records));
    return switch (server.send(
        institution,
        "replicas",
        body.contentType(),
        body.bytes(),
        ReplicaRegistrationResult.class)) {
      case Reply.Answered<ReplicaRegistrationResult>(var result) -> result.body().acceptedCount();
      case Reply.Refused<ReplicaRegistrationResult>(var errorCode) -> 0;
    };
  }
}
