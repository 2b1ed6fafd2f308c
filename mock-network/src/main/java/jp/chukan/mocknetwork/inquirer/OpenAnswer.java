package jp.chukan.mocknetwork.inquirer;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.contract.crypto.EnvelopeOpener;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.mocknetwork.border.BorderWatch;
import jp.chukan.mocknetwork.connection.KeyRing;
import jp.chukan.mocknetwork.coresystem.AnswerRecipient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * An inquirer opens an answer with its own key, holds it against the original and closes its
 * record. An envelope that does not open closes the record as well, as refused.
 */
@Component
final class OpenAnswer implements AnswerRecipient {
  private static final Logger log = LoggerFactory.getLogger(OpenAnswer.class);
  private final KeyRing keys;
  private final DocumentVerifier verifier;
  private final InquirerRecords records;
  private final InstantSource clock;
  private final BorderWatch border;

  OpenAnswer(
      KeyRing keys,
      DocumentVerifier verifier,
      InquirerRecords records,
      InstantSource clock,
      BorderWatch border) {
    this.keys = keys;
    this.verifier = verifier;
    this.records = records;
    this.clock = clock;
    this.border = border;
  }

  @Override
  public void receive(Handover answer) {
    byte[] envelope = answer.envelope();
    if (envelope == null) {
      records.refused(
          answer.processingNumber(), String.valueOf(answer.errorCode()), clock.instant());
      return;
    }
    try {
      byte[] content = open(answer, envelope);
      border.enclosed(answer.inquirer(), "inquirer/opened-answer", content);
      boolean matches = matchesOriginal(answer, read(answer, content));
      records.provided(answer.processingNumber(), matches, content.length, clock.instant());
    } catch (InvalidInputException e) {
      log.warn("{} cannot be read by the inquirer: {}", answer.processingNumber(), e.getMessage());
      records.refused(answer.processingNumber(), e.refusal().code().id(), clock.instant());
    }
  }

  private byte[] open(Handover answer, byte[] envelope) {
    PermitId permitId = answer.permitId();
    Instant expiresAt = answer.permitExpiresAt();
    if (permitId == null || expiresAt == null) {
      throw InvalidInputException.of(ErrorCode.SCM_ENVELOPE);
    }
    DecryptionKey key = keys.decryptionKey(answer.inquirer());
    var expected =
        new EnvelopeBinding(
            answer.processingNumber(),
            permitId,
            answer.inquirer(),
            key.keyId(),
            keys.profileId(answer.inquirer()),
            expiresAt);
    return new EnvelopeOpener(key, verifier, clock)
        .open(envelope, expected, answer.provider())
        .content();
  }

  private static ProvidedInformation read(Handover answer, byte[] content) {
    ProvidedInformation information = XmlDocuments.read(ProvidedInformation.class, content);
    if (!information.processingNumber().equals(answer.processingNumber())
        || !information.provider().equals(answer.provider())) {
      throw InvalidInputException.of(ErrorCode.SCM_ENVELOPE);
    }
    return information;
  }

  private boolean matchesOriginal(Handover answer, ProvidedInformation information) {
    Map<ItemCode, String> items = new HashMap<>();
    for (ProvidedInformation.Item item : information.items()) {
      String value = item.value();
      if (value != null) {
        items.put(item.code(), value);
      }
    }
    byte[] actual = ContentDigest.of(answer.processingNumber(), items);
    return records
        .expected(answer.processingNumber())
        .map(expected -> MessageDigest.isEqual(expected, actual))
        .orElse(false);
  }
}
