package jp.chukan.mocknetwork.control;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.inquiryfile.InquiryFileName;
import jp.chukan.contract.inquiryfile.InquiryFileWriter;
import jp.chukan.contract.inquiryfile.InquiryLine;
import jp.chukan.mocknetwork.coresystem.ScheduleItem;
import jp.chukan.mocknetwork.inquiryrelay.InquiryRelay;
import jp.chukan.mocknetwork.inquiryrelay.RelayedFile;
import jp.chukan.mocknetwork.municipality.BusinessSystem;
import jp.chukan.mocknetwork.municipality.Member;
import jp.chukan.mocknetwork.municipality.Municipalities;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has a business system write files of 「情報照会」 and hand them in, all at the same time. */
@Component
final class InquiryFiles {
  static final DepartmentCode DEPARTMENT = new DepartmentCode("3595115400");
  static final UserId USER = new UserId("hub-batch");
  private static final int AT_MOST = 200_000;
  private static final NonDisclosureCode DISCLOSED = new NonDisclosureCode("0");
  private final Municipalities municipalities;
  private final InquiryRelay relay;
  private final InstantSource clock;

  InquiryFiles(Municipalities municipalities, InquiryRelay relay, InstantSource clock) {
    this.municipalities = municipalities;
    this.relay = relay;
    this.clock = clock;
  }

  /**
   * What to ask about whom.
   *
   * @param system which business system asks, null for 住民記録
   * @param information which 「特定個人情報」
   * @param providers who is asked, by 16 or 5 digits, one line after the other in turn
   * @param item item of 別表第二
   * @param from first position of persons
   * @param to position after the last
   * @param lines how many lines, the persons again and again; null for one line a person
   * @param unknown how many of the first lines have a 宛名番号 that nobody has
   * @param department null for the usual one
   * @param user null for the usual one
   * @param periodFrom first day of the wanted period, null when open
   * @param periodTo last day of the wanted period, null when open
   */
  record Order(
      @Nullable BusinessSystem system,
      SpecificPersonalInformationCode information,
      List<ProviderDesignation> providers,
      ScheduleItem item,
      int from,
      int to,
      @Nullable Integer lines,
      int unknown,
      @Nullable DepartmentCode department,
      @Nullable UserId user,
      @Nullable LocalDate periodFrom,
      @Nullable LocalDate periodTo) {
    Order {
      if (lines != null && (lines < 1 || lines > AT_MOST)) {
        throw new IllegalArgumentException("1 to " + AT_MOST + " lines");
      }
      if (providers == null || providers.isEmpty()) {
        throw new IllegalArgumentException("nobody to ask");
      }
    }

    BusinessSystem asking() {
      return Objects.requireNonNullElse(system, BusinessSystem.RESIDENT_RECORDS);
    }
  }

  /** Files of at most 10,000 lines, each handed in on its own. */
  List<RelayedFile> handIn(InstitutionCode institution, Order order) {
    Instant now = clock.instant();
    Map<InquiryFileName, byte[]> files =
        InquiryFileWriter.write(now, lines(institution, order, now));
    List<Callable<RelayedFile>> tasks = new ArrayList<>();
    files.forEach(
        (name, content) ->
            tasks.add(() -> relay.handIn(institution, order.asking(), name, content)));
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<RelayedFile> relayed = new ArrayList<>();
      for (Future<RelayedFile> file : executor.invokeAll(tasks)) {
        relayed.add(file.get());
      }
      return relayed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while handing in", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException("a file could not be handed in", e);
    }
  }

  private List<InquiryLine> lines(InstitutionCode institution, Order order, Instant now) {
    List<Member> members =
        municipalities.members(institution, order.asking(), order.from(), order.to());
    if (members.isEmpty()) {
      throw new IllegalArgumentException("nobody to ask about");
    }
    int count = Objects.requireNonNullElse(order.lines(), members.size());
    List<InquiryLine> lines = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      AddresseeNumber person =
          i < order.unknown()
              ? new AddresseeNumber(String.valueOf(999_000_000 + i))
              : members.get(i % members.size()).addresseeNumber();
      ProviderDesignation provider = order.providers().get(i % order.providers().size());
      // each line at a moment of its own: no line is a record that another one is
      lines.add(line(institution, order, person, provider, now.plusMillis(i)));
    }
    return lines;
  }

  private static InquiryLine line(
      InstitutionCode institution,
      Order order,
      AddresseeNumber person,
      ProviderDesignation provider,
      Instant at) {
    return new InquiryLine(
        person,
        null,
        at,
        Objects.requireNonNullElse(order.department(), DEPARTMENT),
        Objects.requireNonNullElse(order.user(), USER),
        institution,
        DISCLOSED,
        order.item().affair(),
        order.item().procedure(),
        null,
        null,
        provider,
        order.information(),
        order.periodFrom(),
        order.periodTo());
  }
}
