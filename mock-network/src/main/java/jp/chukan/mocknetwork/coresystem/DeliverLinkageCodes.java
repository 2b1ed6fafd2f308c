package jp.chukan.mocknetwork.coresystem;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.message.LinkageCodeNotice;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.mocknetwork.coresystem.LinkageCodeNotices.Waiting;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Mints 「符号」 for the numbers that arrived and sends them with their 処理通番 to the institution. What
 * was not delivered before a restart is delivered after it.
 */
@Component
public final class DeliverLinkageCodes implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DeliverLinkageCodes.class);
  private static final int PER_MESSAGE = 500;

  private final LinkageCodeNotices notices;
  private final LinkageCodeMint mint;
  private final InstitutionDirectory institutions;
  private final ServerLink server;
  private final LinkageCodeRecipient ownInstitutions;
  private final DocumentSigner signer;
  private final Identifiers identifiers;
  private final InstantSource clock;
  // One at a time: two rounds for one institution would send the same codes twice.
  private final ExecutorService rounds =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("linkage-codes").factory());

  DeliverLinkageCodes(
      LinkageCodeNotices notices,
      LinkageCodeMint mint,
      InstitutionDirectory institutions,
      ServerLink server,
      LinkageCodeRecipient ownInstitutions,
      DocumentSigner signer,
      Identifiers identifiers,
      InstantSource clock) {
    this.notices = notices;
    this.mint = mint;
    this.institutions = institutions;
    this.server = server;
    this.ownInstitutions = ownInstitutions;
    this.signer = signer;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void deliverWhatIsLeft() {
    institutions.withRole(InstitutionRole.SERVED).forEach(one -> deliver(one.code()));
  }

  /** How many codes an institution has been told. */
  public int deliveredTo(InstitutionCode institution) {
    return notices.deliveredTo(institution);
  }

  void deliver(InstitutionCode institution) {
    if (institutions.isServed(institution)) {
      rounds.execute(() -> round(institution));
    } else {
      handOver(institution);
    }
  }

  private void handOver(InstitutionCode institution) {
    List<Waiting> waiting = notices.waiting(institution, Integer.MAX_VALUE);
    for (Waiting notice : waiting) {
      ownInstitutions.receive(
          institution, notice.processingNumber(), mint.mint(notice.person(), institution));
    }
    notices.delivered(waiting, clock.instant());
  }

  private void round(InstitutionCode institution) {
    List<Waiting> waiting = notices.waiting(institution, PER_MESSAGE);
    while (!waiting.isEmpty()) {
      try {
        switch (server.sendLinkageCodes(institution, message(institution, waiting)).join()) {
          case ServerLink.Outcome.Accepted() -> notices.delivered(waiting, clock.instant());
          case ServerLink.Outcome.Refused(var errorCode) -> {
            log.warn("{} codes refused by {}: {}", waiting.size(), institution, errorCode);
            notices.refused(waiting, String.valueOf(errorCode));
          }
        }
      } catch (CompletionException e) {
        log.warn("codes for {} wait for the server", institution, e);
        return;
      }
      waiting = notices.waiting(institution, PER_MESSAGE);
    }
  }

  private byte[] message(InstitutionCode institution, List<Waiting> waiting) {
    Institution network = institutions.network();
    var header =
        MessageHeader.request(
            identifiers.messageId(),
            LinkageCodeNotice.TYPE_ID,
            network.requiredSystem(),
            institutions.platform().requiredSystem());
    var body =
        new LinkageCodeNotice.Body(
            institution,
            waiting.stream()
                .map(
                    notice ->
                        new LinkageCodeNotice.Notice(
                            notice.processingNumber(), mint.mint(notice.person(), institution)))
                .toList());
    return signer.sign(XmlMessages.write(new LinkageCodeNotice(header, body)));
  }

  @Override
  public void close() {
    rounds.shutdownNow();
  }
}
