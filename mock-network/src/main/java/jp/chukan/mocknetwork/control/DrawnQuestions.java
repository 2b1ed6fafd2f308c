package jp.chukan.mocknetwork.control;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.mocknetwork.coresystem.MasterList;
import jp.chukan.mocknetwork.coresystem.PermissionLists;
import jp.chukan.mocknetwork.coresystem.Transport;
import jp.chukan.mocknetwork.inquirer.Question;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.municipality.ContentSize;
import jp.chukan.mocknetwork.municipality.Municipalities;
import jp.chukan.mocknetwork.municipality.TaxInformation;
import jp.chukan.mocknetwork.replica.ReplicaContent;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation;
import jp.chukan.mocknetwork.residentrecords.Resident;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Questions that are permitted, drawn by a seed from the list and the residents. */
@Component
final class DrawnQuestions {
  private final MasterList master;
  private final Municipalities municipalities;
  private final InstitutionDirectory institutions;
  private final Questions questions;
  private final InstantSource clock;

  DrawnQuestions(
      MasterList master,
      Municipalities municipalities,
      InstitutionDirectory institutions,
      Questions questions,
      InstantSource clock) {
    this.master = master;
    this.municipalities = municipalities;
    this.institutions = institutions;
    this.questions = questions;
    this.clock = clock;
  }

  /**
   * Whom to draw.
   *
   * @param provider which municipality is asked, null for any
   * @param from first position of residents
   * @param to position after the last
   * @param underSupport whether residents under 支援措置 are drawn as well
   * @param size of the answers, which are about 「地方税関係情報」 then; null for 「世帯情報」
   */
  record Range(
      @Nullable InstitutionCode provider,
      int from,
      int to,
      boolean underSupport,
      @Nullable ContentSize size) {
    SpecificPersonalInformationCode information() {
      return size == null ? HouseholdInformation.INFORMATION : TaxInformation.INFORMATION;
    }
  }

  /** What is held of the residents who are drawn, made once for each. */
  private final class Held {
    private final ContentSize size;
    private final Map<InstitutionCode, Map<Integer, ReplicaContent>> contents = new HashMap<>();

    Held(ContentSize size) {
      this.size = size;
    }

    ReplicaContent of(InstitutionCode provider, Resident resident) {
      return contents
          .computeIfAbsent(provider, each -> new HashMap<>())
          .computeIfAbsent(
              resident.index(), each -> municipalities.taxInformation(provider, size, resident));
    }
  }

  /**
   * @param seed the same seed draws the same
   */
  List<Question> draw(Range range, int count, long seed) {
    return draw(range, count, seed, Transport.PLAIN);
  }

  /**
   * @param seed the same seed draws the same
   * @param transport how each travels
   */
  List<Question> draw(Range range, int count, long seed, Transport transport) {
    var random = new Random(seed);
    List<MasterList.Entry> entries = entries(range);
    var held = range.size() == null ? null : new Held(range.size());
    Map<InstitutionCode, List<Resident>> known = new HashMap<>();
    List<Question> drawn = new ArrayList<>();
    while (drawn.size() < count) {
      MasterList.Entry entry = entries.get(random.nextInt(entries.size()));
      InstitutionCode provider = entry.inquiry().provider();
      List<Resident> residents =
          known.computeIfAbsent(
              provider, each -> municipalities.residents(each, range.from(), range.to()));
      Resident resident = residents.get(random.nextInt(residents.size()));
      if (range.underSupport() || !resident.underSupport()) {
        drawn.add(
            held == null
                ? questions.question(
                    entry.inquiry().inquirer(),
                    provider,
                    entry.item(),
                    resident.index(),
                    null,
                    transport)
                : questions.question(
                    entry, resident, held.of(provider, resident), held.size, transport));
      }
    }
    return drawn;
  }

  private List<MasterList.Entry> entries(Range range) {
    Set<InstitutionCode> inquirers =
        Set.copyOf(
            institutions.withRole(InstitutionRole.INQUIRER).stream()
                .map(Institution::code)
                .toList());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Tokyo"));
    List<MasterList.Entry> entries =
        master.entries().stream()
            .filter(entry -> inquirers.contains(entry.inquiry().inquirer()))
            .filter(entry -> entry.inquiry().information().equals(range.information()))
            .filter(
                entry ->
                    range.provider() == null || entry.inquiry().provider().equals(range.provider()))
            .filter(entry -> PermissionLists.isInForce(entry.inquiry(), today))
            .toList();
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("nobody may ask this institution");
    }
    return entries;
  }
}
