package jp.chukan.gateway.deadletter;

import java.util.Optional;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;

/** What a dead letter is, by the queue of the routes in which it lay. */
public enum LetterKind {
  /** 「提供要求」 of the network. */
  PROVISION_REQUEST("provision.request."),
  /** 「符号」 that arrived. */
  LINKAGE_CODE_NOTICE("linkage-code.notice."),
  /** 「情報照会」 of the institution on its way out; only its number lies in the queue. */
  INQUIRY("inquiry.send."),
  /** Answer to an inquiry of the institution. */
  INQUIRY_ANSWER("inquiry.answer."),
  /** Answer of the institution on its way out. */
  ANSWER("network.answer.");

  private final String queue;

  LetterKind(String queue) {
    this.queue = queue;
  }

  /** Name of the queue in which such a message of this institution lies. */
  public String queueOf(InstitutionCode institution) {
    return queue + institution.value();
  }

  /** The kind and the institution of what lay in this queue. */
  record Origin(LetterKind kind, InstitutionCode institution) {}

  /**
   * @param name of a queue
   * @param header whose message it is, as the header says that this server put on it
   * @return empty for a queue that no route has
   */
  static Optional<Origin> origin(String name, InstitutionCode header) {
    return Stream.of(values())
        .filter(kind -> kind.queueOf(header).equals(name))
        .findFirst()
        .map(kind -> new Origin(kind, header));
  }
}
