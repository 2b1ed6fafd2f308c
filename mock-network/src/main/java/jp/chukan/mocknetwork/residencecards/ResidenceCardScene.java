package jp.chukan.mocknetwork.residencecards;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.foreignresident.LegalCategory;
import jp.chukan.mocknetwork.foreignresident.PermittedStay;
import jp.chukan.mocknetwork.foreignresident.StatusOfResidence;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation.Member;
import jp.chukan.mocknetwork.residentrecords.Newcomers;
import jp.chukan.mocknetwork.residentrecords.Particulars;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentEvent;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.residentrecords.TakeEvent;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import org.springframework.stereotype.Component;

/**
 * A family comes from abroad and has a child; its stay is prolonged, the child gets a card, the
 * head another name, and what both sides must refuse is refused (T:353).
 */
@Component
public final class ResidenceCardScene implements Scene {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final CountrySystem MINISTRY = CountrySystem.only(SystemKind.RESIDENCE_CARDS);
  private static final String NATIONALITY = "PHL";
  private static final String HEAD = "MIHON KAKUU";
  private static final String RENAMED = "MIHON SOUTEI KAKUU";

  private final ResidentRegisters registers;
  private final Newcomers newcomers;
  private final TakeEvent events;
  private final CardHolders holders;
  private final DecideResidence decisions;
  private final KeptMessages messages;
  private final NoticeRefusals refusals;

  ResidenceCardScene(
      ResidentRegisters registers,
      Newcomers newcomers,
      TakeEvent events,
      CardHolders holders,
      DecideResidence decisions,
      KeptMessages messages,
      NoticeRefusals refusals) {
    this.registers = registers;
    this.newcomers = newcomers;
    this.events = events;
    this.holders = holders;
    this.decisions = decisions;
    this.messages = messages;
    this.refusals = refusals;
  }

  @Override
  public SystemKind system() {
    return SystemKind.RESIDENCE_CARDS;
  }

  @Override
  public LocalTime at() {
    return LocalTime.of(10, 40);
  }

  @Override
  public String title() {
    return "国外から来た家族の転入と出生、在留期間の更新、在留資格の取得、氏名の変更";
  }

  @Override
  public List<ProvokedRefusal> play(Instant now) {
    return play(registers.municipalities().getFirst(), now);
  }

  List<ProvokedRefusal> play(InstitutionCode municipality, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, JAPAN);
    String place = registers.of(municipality).municipality().localGovernment();
    int head = arrive(municipality, today, now);
    int spouse = head + 1;
    int child = head + 2;
    bothSidesAgree(municipality, head, spouse, child);

    decisions.decide(
        place,
        head,
        permission(StatusOfResidence.ENGINEER_SPECIALIST_IN_HUMANITIES, today, 3),
        now);
    decisions.decide(place, spouse, new Decision.Reissue(), now);
    decisions.decide(place, child, permission(StatusOfResidence.DEPENDENT, today, 3), now);
    decisions.decide(place, head, new Decision.Renaming(RENAMED), now);
    decisions.decide(place, spouse, new Decision.NationalityChange("IDN"), now);
    bothSidesAgree(municipality, head, spouse, child);
    require(resident(municipality, head).basicInformation().name().equals(RENAMED), "氏名");
    require(
        resident(municipality, child).householdInformation()
                instanceof Member(var headName, var relationship)
            && headName.equals(RENAMED),
        "世帯主氏名");
    require(
        foreigner(municipality, child).category() instanceof LegalCategory.MidToLongTerm, "在留資格");
    require(resident(municipality, spouse).nationality().equals("IDN"), "国籍");

    List<ProvokedRefusal> refused = refusals.provoke(municipality, head, now);
    bothSidesAgree(municipality, head, spouse, child);
    return refused;
  }

  private static Decision permission(StatusOfResidence status, LocalDate today, int years) {
    return new Decision.Permission(
        status, Optional.of(PermittedStay.from(today, Period.ofYears(years))));
  }

  /**
   * @return position of the head; spouse and child have the next two
   */
  private int arrive(InstitutionCode municipality, LocalDate today, Instant now) {
    String address = registers.of(municipality).municipality().place() + "架空町9番地";
    var student =
        new LegalCategory.MidToLongTerm(
            holders.nextNumber(),
            StatusOfResidence.STUDENT,
            Optional.of(PermittedStay.from(today, Period.ofYears(1))));
    var dependent =
        new LegalCategory.MidToLongTerm(
            holders.nextNumber(),
            StatusOfResidence.DEPENDENT,
            Optional.of(PermittedStay.from(today, Period.ofYears(1))));
    var arrived =
        events.take(
            municipality,
            new ResidentEvent.MoveIn(
                List.of(
                    newcomers.next(
                        municipality,
                        0,
                        new BasicInformation(HEAD, address, LocalDate.of(1996, 2, 3), "1"),
                        NATIONALITY,
                        new HouseholdInformation.Head(),
                        Optional.of(student)),
                    newcomers.next(
                        municipality,
                        1,
                        new BasicInformation("REIJI KAKUU", address, LocalDate.of(1997, 4, 5), "2"),
                        NATIONALITY,
                        new Member(HEAD, "妻"),
                        Optional.of(dependent))),
                "",
                now));
    Resident head = arrived.changed().getFirst();
    events.take(
        municipality,
        new ResidentEvent.Birth(
            newcomers.next(
                municipality,
                0,
                new BasicInformation("HINAGATA KAKUU", address, today, "2"),
                NATIONALITY,
                new Member(HEAD, "子"),
                Optional.empty()),
            head.household(),
            now));
    return head.index();
  }

  /** Once everything has arrived, 住民票 and ledger say the same of these persons. */
  private void bothSidesAgree(InstitutionCode municipality, int... positions) {
    String place = registers.of(municipality).municipality().localGovernment();
    var records = new CountrySystem(SystemKind.RESIDENT_RECORDS, place);
    messages.awaitEmpty(MINISTRY, records);
    messages.awaitEmpty(records, MINISTRY);
    for (int position : positions) {
      CardHolder holder =
          holders.of(place, position).orElseThrow(() -> new SceneFailedException("市町村通知が届かない"));
      require(holder.category().equals(foreigner(municipality, position).category()), "区分とカード番号");
      require(holder.person().equals(resident(municipality, position).basicInformation()), "4情報");
    }
  }

  private Resident resident(InstitutionCode municipality, int position) {
    return registers.of(municipality).resident(position);
  }

  private Particulars.Foreigner foreigner(InstitutionCode municipality, int position) {
    return resident(municipality, position)
        .particulars()
        .foreigner()
        .orElseThrow(() -> new SceneFailedException("在留情報がない"));
  }

  private static void require(boolean right, String what) {
    if (!right) {
      throw new SceneFailedException("住民票と在留カードの台帳が合わない: " + what);
    }
  }
}
