package jp.chukan.command.bench.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class CourseTest {
  private static final long MEGABYTE = 1_048_576;

  @Test
  void theFirstTenthIsHeldAgainstTheLast() {
    var course = Course.of(LongStream.rangeClosed(1, 100).boxed().toList());
    assertThat(course).isEqualTo(new Course(100, 6, 96, 100));
    assertThat(course.growth()).isEqualTo(16.0);
  }

  @Test
  void whatStaysTheSameHasNotGrown() {
    var course = Course.of(List.of(5L, 5L, 9L, 5L));
    assertThat(course).isEqualTo(new Course(4, 5, 5, 9));
    assertThat(course.growth()).isEqualTo(1.0);
  }

  @Test
  void oneSampleIsFirstAndLast() {
    assertThat(Course.of(List.of(7L))).isEqualTo(new Course(1, 7, 7, 7));
  }

  @Test
  void ofNoSamplesItIsNothing() {
    assertThat(Course.of(List.of())).isEqualTo(new Course(0, 0, 0, 0));
    assertThat(Course.of(List.of()).growth()).isZero();
  }

  @Test
  void saysHowItWent() {
    assertThat(new Course(90, 120 * MEGABYTE, 126 * MEGABYTE, 170 * MEGABYTE).line("client heap"))
        .isEqualTo(
            "client heap   120 MB in the first tenth of the time, 126 MB in the last (1.05 times), 170 MB at most");
  }

  @Test
  void theMemoryOfBothSidesIsToldApart() {
    var use =
        MemoryUse.of(
            List.of(
                new MemoryWatch.Sample(new HeapReading(100, 256), 400, 30),
                new MemoryWatch.Sample(new HeapReading(90, 256), 410, 50)));
    assertThat(use.gatewayHeap()).isEqualTo(new Course(2, 100, 90, 100));
    assertThat(use.gatewayResident()).isEqualTo(new Course(2, 400, 410, 410));
    assertThat(use.clientHeap()).isEqualTo(new Course(2, 30, 50, 50));
    assertThat(use.highest()).isEqualTo(new HeapReading(100, 256));
    assertThat(Figures.object(use).at("/gatewayHeap/growth").asDouble()).isEqualTo(0.9);
  }
}
