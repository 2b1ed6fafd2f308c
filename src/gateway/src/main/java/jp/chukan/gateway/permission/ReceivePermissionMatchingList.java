package jp.chukan.gateway.permission;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.document.PermissionMatchingList;
import jp.chukan.contract.document.PermittedInquiry;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.kernel.Sha256;
import jp.chukan.gateway.permission.ListReception.Refused;
import jp.chukan.gateway.permission.ListReception.Stored;
import jp.chukan.gateway.permission.ListReception.Unchanged;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Takes a version of the 「照会許可照合リスト」 from the network (MS-01). A version is kept whole or not at
 * all, beside the older ones, and is in force at once.
 *
 * <p>Refused, each with its code, while the version in force stays:
 *
 * <ul>
 *   <li>{@link ErrorCode#SCM_LIST_SIGNATURE} not signed by the network
 *   <li>{@code SYM-01xx} signed, but not such a document
 *   <li>{@link ErrorCode#SCM_LIST_INVALID} no entry, or an entry that ends before it begins
 *   <li>{@link ErrorCode#SCM_LIST_OLDER} older than the version in force
 *   <li>{@link ErrorCode#SCM_LIST_CONFLICT} the version in force with other content
 * </ul>
 */
@Component
final class ReceivePermissionMatchingList {
  private static final Logger log = LoggerFactory.getLogger(ReceivePermissionMatchingList.class);
  private static final String DOCUMENT_TYPE = "IF_SCM_70101_R01";

  private final DocumentVerifier verifier;
  private final PermissionListStore store;
  private final PermissionMatchingLists lists;
  private final InstitutionTransactions transactions;
  private final CommunicationLog communications;
  private final InstantSource clock;
  private final InstitutionCode network;

  ReceivePermissionMatchingList(
      DocumentVerifier verifier,
      PermissionListStore store,
      PermissionMatchingLists lists,
      InstitutionTransactions transactions,
      CommunicationLog communications,
      InstantSource clock,
      @Value("${chukan.network.institution}") String network) {
    this.verifier = verifier;
    this.store = store;
    this.lists = lists;
    this.transactions = transactions;
    this.communications = communications;
    this.clock = clock;
    this.network = new InstitutionCode(network);
  }

  /**
   * @param signed CMS SignedData (DER) over the list
   */
  ListReception receive(byte[] signed) {
    ListReception reception;
    try {
      byte[] content = verify(signed);
      PermissionMatchingList list = XmlDocuments.read(PermissionMatchingList.class, content);
      check(list);
      reception = decideAndRecord(list, Sha256.of(content));
    } catch (InvalidInputException e) {
      reception = record(new Refused(e.refusal()));
    }
    announce(reception);
    return reception;
  }

  /**
   * Receives what was fetched.
   *
   * @param signed CMS SignedData (DER) over the list
   */
  void fetched(byte[] signed, JobProgress progress) {
    switch (receive(signed)) {
      case Stored stored -> progress.done(stored.entries());
      case Unchanged unchanged -> progress.done(0);
      case Refused(Refusal refusal) -> progress.fault(refusal.code());
    }
  }

  private byte[] verify(byte[] signed) {
    try {
      return verifier.verify(new RawSignedDocument(signed), network).content();
    } catch (InvalidInputException e) {
      throw new InvalidInputException(Refusal.of(ErrorCode.SCM_LIST_SIGNATURE), e);
    }
  }

  private static void check(PermissionMatchingList list) {
    if (list.entries().isEmpty()) {
      throw InvalidInputException.at(ErrorCode.SCM_LIST_INVALID, "Entry");
    }
    for (PermittedInquiry entry : list.entries()) {
      if (entry.validTo() != null && entry.validTo().isBefore(entry.validFrom())) {
        throw InvalidInputException.at(ErrorCode.SCM_LIST_INVALID, "ValidTo");
      }
    }
  }

  private ListReception decideAndRecord(PermissionMatchingList list, byte[] digest) {
    Instant receivedAt = clock.instant();
    return transactions.within(
        network,
        () -> {
          // A push and a fetch, or two nodes, may bring versions at the same moment.
          store.lock();
          ListReception reception = decide(store.newest(), list, digest);
          if (reception instanceof Stored) {
            store.insert(list, digest, receivedAt);
          }
          append(reception);
          return reception;
        });
  }

  private static ListReception decide(
      Optional<StoredList> newest, PermissionMatchingList list, byte[] digest) {
    int inForce = newest.map(stored -> stored.list().version()).orElse(Integer.MIN_VALUE);
    if (list.version() > inForce) {
      return new Stored(list.version(), list.entries().size());
    }
    if (list.version() < inForce) {
      return new Refused(Refusal.of(ErrorCode.SCM_LIST_OLDER));
    }
    return newest.orElseThrow().digest().equals(StoredList.hex(digest))
        ? new Unchanged(list.version())
        : new Refused(Refusal.of(ErrorCode.SCM_LIST_CONFLICT));
  }

  private ListReception record(Refused refused) {
    transactions.run(network, () -> append(refused));
    return refused;
  }

  private void append(ListReception reception) {
    communications.append(
        new Communication(
            network,
            Direction.RECEIVED,
            network,
            DOCUMENT_TYPE,
            number(reception),
            reception instanceof Refused refused ? refused.refusal().code() : null,
            clock.instant()));
  }

  private static @Nullable String number(ListReception reception) {
    return switch (reception) {
      case Stored stored -> String.valueOf(stored.version());
      case Unchanged unchanged -> String.valueOf(unchanged.version());
      case Refused refused -> null;
    };
  }

  private void announce(ListReception reception) {
    switch (reception) {
      case Stored stored -> {
        lists.refresh();
        log.info(
            "permission matching list {} is in force, {} entries",
            stored.version(),
            stored.entries());
      }
      case Unchanged unchanged ->
          log.debug("permission matching list {} came again", unchanged.version());
      case Refused refused ->
          log.warn("permission matching list refused: {}", refused.refusal().code().id());
    }
  }
}
