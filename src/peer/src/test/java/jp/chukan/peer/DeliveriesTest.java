package jp.chukan.peer;

import static org.assertj.core.api.Assertions.assertThat;

import jp.chukan.peer.Deliveries.Tally;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
  private static final byte[] PAYLOAD = {1, 2, 3};

  private final Deliveries deliveries = new Deliveries();

  @Test
  void whatWasAnnouncedIsTakenOnce() {
    deliveries.announce("1", PAYLOAD);
    assertThat(deliveries.tally()).isEqualTo(new Tally(1, 0, 0, 1));

    assertThat(deliveries.take("1", PAYLOAD.clone())).isTrue();
    assertThat(deliveries.tally()).isEqualTo(new Tally(1, 1, 0, 0));

    assertThat(deliveries.take("1", PAYLOAD)).isFalse();
    assertThat(deliveries.tally().isComplete()).isFalse();
  }

  @Test
  void anotherPayloadIsNotTaken() {
    deliveries.announce("1", PAYLOAD);

    assertThat(deliveries.take("1", new byte[] {1, 2, 4})).isFalse();
    assertThat(deliveries.tally().isComplete()).isFalse();
  }
}
