package jp.chukan.command.bench.provision;

import jp.chukan.command.bench.measuring.Bench;

/**
 * How much is asked, and for how long.
 *
 * @param perSecond inquiries that are due in a second
 * @param seconds how long it is measured
 * @param warmUpSeconds how long before that
 * @param trimSeconds at the start and the end of the measured time, what does not count
 * @param persons residents who are asked about
 * @param held persons of whom 「副本」 are held, those among them
 * @param nodes gateways on a pair of brokers; 0 is one with a broker inside
 * @param payloadBytes of the content of each answer, and of what floor and peer carry
 * @param peerSeconds how long the peer is measured, 0 for not at all
 */
record ProvisionScale(
    int perSecond,
    int seconds,
    int warmUpSeconds,
    int trimSeconds,
    int persons,
    int held,
    int nodes,
    int payloadBytes,
    int peerSeconds) {
  private static final int MOST_PER_SECOND = 10_000;
  private static final int MOST_SECONDS = 86_400;
  private static final int MOST_PERSONS = 1_000;
  private static final int MOST_HELD = 50_000_000;
  private static final int MOST_NODES = 16;
  private static final int LEAST_PAYLOAD = 1_024;
  private static final int MOST_PAYLOAD = 65_536;

  ProvisionScale {
    Bench.between("--rate", 1, MOST_PER_SECOND, perSecond);
    Bench.between("--seconds", 1, MOST_SECONDS, seconds);
    Bench.between("--warm-up", 1, MOST_SECONDS, warmUpSeconds);
    Bench.between("--trim", 0, (seconds - 1) / 2, trimSeconds);
    Bench.between("--persons", 1, MOST_PERSONS, persons);
    Bench.between("--held", persons, MOST_HELD, held);
    Bench.between("--nodes", 0, MOST_NODES, nodes);
    Bench.between("--payload", LEAST_PAYLOAD, MOST_PAYLOAD, payloadBytes);
    Bench.between("--peer", 0, MOST_SECONDS, peerSeconds);
  }
}
