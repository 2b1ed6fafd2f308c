package jp.chukan.mocknetwork.tax;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;
import jp.chukan.mocknetwork.residentnotice.ResidentNotices;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.scenario.Provoking;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import org.springframework.stereotype.Component;

/** An old notice changes nothing at the 税務システム, and one with somebody else's 個人番号 is refused. */
@Component
final class TaxScene implements Scene {
  private static final int OLDEST = 1;

  private final ResidentRegisters registers;
  private final TaxResidents residents;
  private final Systems systems;

  TaxScene(ResidentRegisters registers, TaxResidents residents, Systems systems) {
    this.registers = registers;
    this.residents = residents;
    this.systems = systems;
  }

  @Override
  public SystemKind system() {
    return SystemKind.TAX;
  }

  @Override
  public LocalTime at() {
    return LocalTime.of(9, 20);
  }

  @Override
  public String title() {
    return "税務に古い異動通知と、別人の個人番号の異動通知が届く";
  }

  @Override
  public List<ProvokedRefusal> play(Instant now) {
    InstitutionCode municipality = registers.municipalities().getFirst();
    String place = registers.of(municipality).municipality().localGovernment();
    List<Resident> everybody = registers.of(municipality).everybody();
    Resident first = everybody.getFirst();
    Resident last = everybody.getLast();
    ResidentNotice before = known(place, first);
    if (send(place, first.notice(OLDEST)) != 0 || !known(place, first).equals(before)) {
      throw new SceneFailedException("税務の写しが古い異動通知で変わった");
    }
    ResidentNotice swapped =
        new ResidentNotice(
            first.index(),
            last.individualNumber(),
            first.basicInformation(),
            first.nationality(),
            first.household(),
            before.head(),
            before.underSupport(),
            before.since(),
            before.removal(),
            Integer.MAX_VALUE);
    ProvokedRefusal refusal =
        Provoking.refusal(
            new CountrySystem(SystemKind.TAX, place),
            ResidentNotices.MESSAGE,
            Fault.NUMBER_OF_ANOTHER,
            () -> send(place, swapped));
    if (!known(place, first).equals(before)) {
      throw new SceneFailedException("税務の写しが別人の番号で変わった");
    }
    return List.of(refusal);
  }

  private ResidentNotice known(String place, Resident resident) {
    return residents
        .at(place)
        .find(place, resident.index())
        .orElseThrow(() -> new SceneFailedException("税務が住民を知らない"));
  }

  private int send(String place, ResidentNotice notice) {
    return systems
        .send(
            new CountrySystem(SystemKind.RESIDENT_RECORDS, place),
            new CountrySystem(SystemKind.TAX, place),
            ResidentNotices.MESSAGE,
            new ResidentNotices(List.of(notice)),
            ResidentNotices.Taken.class)
        .renewed();
  }
}
