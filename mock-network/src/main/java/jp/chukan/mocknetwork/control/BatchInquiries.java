package jp.chukan.mocknetwork.control;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.mocknetwork.inquirer.AskProvider;
import jp.chukan.mocknetwork.inquirer.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Many inquiries at once: every one permitted, drawn by a seed from the list and the residents. The
 * requests are on their way when the numbers come back; the answers follow.
 */
@Component
final class BatchInquiries {
  private static final int AT_MOST = 100_000;
  private final DrawnQuestions drawing;
  private final AskProvider asking;

  BatchInquiries(DrawnQuestions drawing, AskProvider asking) {
    this.drawing = drawing;
    this.asking = asking;
  }

  /**
   * What to draw.
   *
   * @param count how many inquiries
   * @param provider which municipality is asked, null for any
   * @param seed the same seed draws the same
   * @param concurrency how many inquirers ask at the same time, null for 4
   * @param from first position of residents, null for 0
   * @param to position after the last, null for 1,000
   * @param underSupport whether residents under 支援措置 are drawn as well
   */
  record Order(
      int count,
      @Nullable InstitutionCode provider,
      long seed,
      @Nullable Integer concurrency,
      @Nullable Integer from,
      @Nullable Integer to,
      boolean underSupport) {
    Order {
      if (count < 1 || count > AT_MOST) {
        throw new IllegalArgumentException("1 to " + AT_MOST + " inquiries");
      }
    }
  }

  List<ProcessingNumber> ask(Order order) {
    List<Question> drawn =
        drawing.draw(
            new DrawnQuestions.Range(
                order.provider(),
                order.from() == null ? 0 : order.from(),
                order.to() == null ? 1000 : order.to(),
                order.underSupport(),
                null),
            order.count(),
            order.seed());
    asking.prepare(drawn);
    int concurrency = order.concurrency() == null ? 4 : order.concurrency();
    List<Callable<ProcessingNumber>> tasks = new ArrayList<>();
    for (Question question : drawn) {
      tasks.add(() -> asking.ask(question).processingNumber());
    }
    try (var executor =
        Executors.newFixedThreadPool(
            concurrency, Thread.ofVirtual().name("inquirer-", 0).factory())) {
      List<ProcessingNumber> numbers = new ArrayList<>();
      for (Future<ProcessingNumber> asked : executor.invokeAll(tasks)) {
        numbers.add(asked.get());
      }
      return numbers;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("an inquiry could not be made", e);
    }
  }
}
