package jp.chukan.command.bench.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HeapReadingTest {
  private static final String METRICS =
      """
      # TYPE jvm_memory_max_bytes gauge
      jvm_memory_max_bytes{area="heap",id="G1 Eden Space"} -1.0
      jvm_memory_max_bytes{area="heap",id="G1 Old Gen"} 2.68435456E8
      jvm_memory_max_bytes{area="nonheap",id="CodeCache"} 9.9E9
      # TYPE jvm_memory_used_bytes gauge
      jvm_memory_used_bytes{area="heap",id="G1 Eden Space"} 1048576.0
      jvm_memory_used_bytes{area="heap",id="G1 Old Gen"} 2.097152E7
      jvm_memory_used_bytes{area="nonheap",id="CodeCache"} 9.9E9
      """;

  @Test
  void addsUpThePoolsOfTheHeapOnly() {
    assertThat(HeapReading.of(METRICS)).isEqualTo(new HeapReading(22_020_096, 268_435_456));
  }

  @Test
  void keepsTheHighest() {
    assertThat(new HeapReading(5, 10).orHigher(new HeapReading(3, 12)))
        .isEqualTo(new HeapReading(5, 12));
  }
}
