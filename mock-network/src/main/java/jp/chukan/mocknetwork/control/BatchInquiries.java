package jp.chukan.mocknetwork.control;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.mocknetwork.coresystem.MasterList;
import jp.chukan.mocknetwork.coresystem.PermissionLists;
import jp.chukan.mocknetwork.coresystem.Transport;
import jp.chukan.mocknetwork.inquirer.AskProvider;
import jp.chukan.mocknetwork.inquirer.Question;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.municipality.Municipalities;
import jp.chukan.mocknetwork.municipality.Resident;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Many inquiries at once: every one permitted, drawn by a seed from the list and the residents. The
 * requests are on their way when the numbers come back; the answers follow.
 */
@Component
final class BatchInquiries {
  private static final int AT_MOST = 100_000;
  private final MasterList master;
  private final Municipalities municipalities;
  private final InstitutionDirectory institutions;
  private final Questions questions;
  private final AskProvider asking;
  private final InstantSource clock;

  BatchInquiries(
      MasterList master,
      Municipalities municipalities,
      InstitutionDirectory institutions,
      Questions questions,
      AskProvider asking,
      InstantSource clock) {
    this.master = master;
    this.municipalities = municipalities;
    this.institutions = institutions;
    this.questions = questions;
    this.asking = asking;
    this.clock = clock;
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
    List<Question> drawn = draw(order);
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

  private List<Question> draw(Order order) {
    var random = new Random(order.seed());
    List<MasterList.Entry> entries = entries(order.provider());
    List<Question> drawn = new ArrayList<>();
    while (drawn.size() < order.count()) {
      MasterList.Entry entry = entries.get(random.nextInt(entries.size()));
      InstitutionCode provider = entry.inquiry().provider();
      List<Resident> residents =
          municipalities.residents(
              provider,
              order.from() == null ? 0 : order.from(),
              order.to() == null ? 1000 : order.to());
      Resident resident = residents.get(random.nextInt(residents.size()));
      if (order.underSupport() || !resident.underSupport()) {
        drawn.add(
            questions.question(
                entry.inquiry().inquirer(),
                provider,
                entry.item(),
                resident.index(),
                null,
                Transport.PLAIN));
      }
    }
    return drawn;
  }

  private List<MasterList.Entry> entries(@Nullable InstitutionCode provider) {
    Set<InstitutionCode> inquirers =
        Set.copyOf(
            institutions.withRole(InstitutionRole.INQUIRER).stream()
                .map(Institution::code)
                .toList());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Tokyo"));
    List<MasterList.Entry> entries =
        master.entries().stream()
            .filter(entry -> inquirers.contains(entry.inquiry().inquirer()))
            .filter(entry -> provider == null || entry.inquiry().provider().equals(provider))
            .filter(entry -> PermissionLists.isInForce(entry.inquiry(), today))
            .toList();
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("nobody may ask this institution");
    }
    return entries;
  }
}
