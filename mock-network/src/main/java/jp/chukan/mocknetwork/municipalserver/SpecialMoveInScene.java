package jp.chukan.mocknetwork.municipalserver;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.identity.IdentityRecords;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.nationalserver.HoldCertificates;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentEvent;
import jp.chukan.mocknetwork.residentrecords.ResidentRegister;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.residentrecords.SpecialMoveIn;
import jp.chukan.mocknetwork.residentrecords.TakeEvent;
import jp.chukan.mocknetwork.scenario.Awaiting;
import jp.chukan.mocknetwork.scenario.Provoking;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import jp.chukan.mocknetwork.specialmovein.DepartureQuery;
import org.springframework.stereotype.Component;

/** A household moves from one municipality to the next with a card instead of a certificate. */
@Component
final class SpecialMoveInScene implements Scene {
  private static final CountrySystem NATION = CountrySystem.only(SystemKind.NATIONAL_SERVER);

  private final ResidentRegisters registers;
  private final TakeEvent events;
  private final SpecialMoveIn moveIn;
  private final IdentityFiles files;
  private final HoldCertificates certificates;

  SpecialMoveInScene(
      ResidentRegisters registers,
      TakeEvent events,
      SpecialMoveIn moveIn,
      IdentityFiles files,
      HoldCertificates certificates) {
    this.registers = registers;
    this.events = events;
    this.moveIn = moveIn;
    this.files = files;
    this.certificates = certificates;
  }

  @Override
  public SystemKind system() {
    return SystemKind.MUNICIPAL_SERVER;
  }

  @Override
  public LocalTime at() {
    return LocalTime.of(9, 35);
  }

  @Override
  public String title() {
    return "特例転入:転出証明書情報が先に届き、転入先が一度だけ受け取る";
  }

  @Override
  public List<ProvokedRefusal> play(Instant now) {
    List<InstitutionCode> order = registers.municipalities();
    ResidentRegister before = registers.of(order.get(0));
    ResidentRegister next = registers.of(order.get(1));
    ResidentRegister wrong = registers.of(order.get(2));
    List<Resident> household = household(before);
    List<ResidentRecordCode> persons = household.stream().map(Resident::recordCode).toList();
    events.take(
        before.municipality().code(),
        new ResidentEvent.MoveOut(
            household.stream().map(Resident::index).toList(), place(next), now));
    IdentityRecords nation = files.of(NATION);
    persons.forEach(
        person -> Awaiting.until("転出証明書情報 at the 全国サーバ", () -> certificates.holds(person)));

    List<ProvokedRefusal> refusals =
        new ArrayList<>(refused(wrong, Fault.FORBIDDEN_SENDER, () -> moveIn(wrong, persons, now)));
    moveIn(next, persons, now);
    for (ResidentRecordCode person : persons) {
      Awaiting.until(
          "転入 at the 全国サーバ",
          () ->
              nation
                  .current(person)
                  .filter(one -> one.municipality().equals(place(next)))
                  .isPresent());
      if (registers.of(order.get(1)).everybody().stream()
          .noneMatch(one -> one.recordCode().equals(person) && one.residence().isPresent())) {
        throw new SceneFailedException("nobody moved in at " + place(next));
      }
    }
    refusals.addAll(refused(next, Fault.UNKNOWN, () -> moveIn(next, persons, now)));
    return refusals;
  }

  private void moveIn(ResidentRegister register, List<ResidentRecordCode> persons, Instant now) {
    moveIn.moveIn(
        register.municipality().code(),
        persons,
        register.municipality().place() + "特例町1番地",
        SceneOperators.occasion("特例転入"),
        now);
  }

  /** All three on the way up refuse what the last one refuses. */
  private static List<ProvokedRefusal> refused(
      ResidentRegister register, Fault fault, Runnable call) {
    var server = new CountrySystem(SystemKind.MUNICIPAL_SERVER, place(register));
    return Provoking.refusals(
        List.of(
            NATION, new CountrySystem(SystemKind.PREFECTURAL_SERVER, server.prefecture()), server),
        DepartureQuery.MESSAGE,
        fault,
        call);
  }

  /** A household of at least two, all of them known at the 市町村CS. */
  private List<Resident> household(ResidentRegister register) {
    IdentityRecords known =
        files.of(new CountrySystem(SystemKind.MUNICIPAL_SERVER, place(register)));
    return register.everybody().stream()
        .filter(one -> one.residence().isPresent() && !one.underSupport())
        .collect(groupingBy(Resident::household))
        .values()
        .stream()
        .filter(members -> members.size() >= 2)
        .filter(
            members ->
                members.stream()
                    .allMatch(
                        one ->
                            known
                                .current(one.recordCode())
                                .filter(held -> !held.reason().isRemoval())
                                .isPresent()))
        .findFirst()
        .orElseThrow(() -> new SceneFailedException("no household to move"));
  }

  private static String place(ResidentRegister register) {
    return register.municipality().localGovernment();
  }
}
