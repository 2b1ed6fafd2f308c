package jp.chukan.gateway.reconciliation;

import static jp.chukan.gateway.reconciliation.ReconciliationBed.bytes;
import static jp.chukan.gateway.reconciliation.ReconciliationBed.counts;
import static jp.chukan.gateway.reconciliation.ReconciliationBed.member;
import static jp.chukan.gateway.replica.TestReplicas.HEAD_NAME;
import static jp.chukan.gateway.replica.TestReplicas.RELATION;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.util.AbstractCollection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.chukan.contract.attachment.RegistrationRecord;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.replica.TestReplicas;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * More than anybody would hold at once: held whole, either side would take several times as much.
 */
@DisplayName("長い原本の突合")
class LongRegisterIT {
  private static final int RECORDS = 15_000;
  private static final int AT_ONCE = 5_000;
  private static final int DIFFERENT_EVERY = 1_000;
  private static final long MOST_BYTES = 16L << 20;
  private static final String NAME = "架空 太郎".repeat(18);

  private static String person(int index) {
    return "9000000%08d".formatted(index);
  }

  private static InputStream register() {
    Stream<byte[]> rows =
        IntStream.range(0, RECORDS)
            .map(index -> RECORDS - 1 - index)
            .mapToObj(
                index ->
                    bytes(
                        "%s,1,%s,%s\r\n"
                            .formatted(
                                person(index), NAME, index % DIFFERENT_EVERY == 0 ? "妻" : "子")));
    byte[] header =
        bytes("IntegratedAddressNumber,DataSetRecordKey,%s,%s\r\n".formatted(HEAD_NAME, RELATION));
    return new SequenceInputStream(
        Collections.enumeration(
            new LazyStreams(Stream.concat(Stream.of(header), rows).iterator())));
  }

  /** Row by row: the file is nowhere as a whole. */
  private static final class LazyStreams extends AbstractCollection<InputStream> {
    private final Iterator<byte[]> rows;

    LazyStreams(Iterator<byte[]> rows) {
      this.rows = rows;
    }

    @Override
    public Iterator<InputStream> iterator() {
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return rows.hasNext();
        }

        @Override
        public InputStream next() {
          return new ByteArrayInputStream(rows.next());
        }
      };
    }

    @Override
    public int size() {
      return RECORDS + 1;
    }
  }

  /** What lives on the heap at most beyond what lived before, looked at again and again. */
  private static long heldDuring(Runnable work) {
    long before = held();
    AtomicLong most = new AtomicLong();
    CountDownLatch over = new CountDownLatch(1);
    Thread looking =
        Thread.ofPlatform()
            .start(
                () -> {
                  do {
                    most.accumulateAndGet(held(), Math::max);
                  } while (!isOver(over));
                });
    try {
      work.run();
    } finally {
      over.countDown();
    }
    try {
      looking.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return most.get() - before;
  }

  /** Looks some times a second: looking stops the work. */
  private static boolean isOver(CountDownLatch over) {
    try {
      return over.await(400, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long held() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Test // MS-52, MS-61
  @DisplayName("数万件でも、一度に持つのはわずかである")
  void tensOfThousandsOfRecordsAreComparedAndWrittenWithALittleMemory() {
    ReconciliationBed bed = new ReconciliationBed();
    for (int from = 0; from < RECORDS; from += AT_ONCE) {
      bed.stored(
          IntStream.range(from, from + AT_ONCE)
              .mapToObj(index -> member(person(index), NAME))
              .toArray(RegistrationRecord[]::new));
    }
    ReceptionNumber[] number = new ReceptionNumber[1];
    assertThat(heldDuring(() -> number[0] = bed.take(RegisterForm.CSV, register())))
        .isLessThan(MOST_BYTES);
    assertThat(heldDuring(() -> bed.compare.compare(ISHINOMAKI, JobProgress.unfollowed())))
        .isLessThan(MOST_BYTES);
    int different = RECORDS / DIFFERENT_EVERY;
    assertThat(counts(bed.view(number[0]).one()))
        .containsExactly(0, 0, different, RECORDS - different);
    AtomicLong written = new AtomicLong();
    assertThat(heldDuring(() -> write(bed, written))).isLessThan(MOST_BYTES);
    assertThat(written.get()).isGreaterThan(MOST_BYTES);
  }

  private static void write(ReconciliationBed bed, AtomicLong written) {
    bed.database
        .transactions()
        .run(
            ISHINOMAKI,
            () ->
                bed.file.write(
                    ISHINOMAKI,
                    TestReplicas.HOUSEHOLD,
                    List.of(),
                    RegisterForm.XML,
                    new OutputStream() {
                      @Override
                      public void write(int one) {
                        written.incrementAndGet();
                      }

                      @Override
                      public void write(byte[] bytes, int offset, int length) throws IOException {
                        written.addAndGet(length);
                      }
                    }));
  }
}
