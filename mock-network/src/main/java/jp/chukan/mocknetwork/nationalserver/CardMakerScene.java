package jp.chukan.mocknetwork.nationalserver;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.cardmanagement.CardDestination;
import jp.chukan.mocknetwork.cardmanagement.CardTaken;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.identity.RemoveExpired;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.scenario.Awaiting;
import jp.chukan.mocknetwork.scenario.Provoking;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import org.springframework.stereotype.Component;

/** The evening of 全国サーバ: orders go to the maker of cards and are erased, and what is over goes. */
@Component
final class CardMakerScene implements Scene {
  private final Systems systems;
  private final IdentityFiles files;
  private final ManageCards cards;
  private final RemoveExpired retention;
  private final HoldCertificates certificates;
  private final InstantSource clock;

  CardMakerScene(
      Systems systems,
      IdentityFiles files,
      ManageCards cards,
      RemoveExpired retention,
      HoldCertificates certificates,
      InstantSource clock) {
    this.systems = systems;
    this.files = files;
    this.cards = cards;
    this.retention = retention;
    this.certificates = certificates;
    this.clock = clock;
  }

  @Override
  public SystemKind system() {
    return SystemKind.NATIONAL_SERVER;
  }

  @Override
  public LocalTime at() {
    return LocalTime.of(17, 30);
  }

  @Override
  public String title() {
    return "送付先情報はカードの発行委託先へ送ると消え、保存期間を過ぎたものは消える";
  }

  @Override
  public List<ProvokedRefusal> play(Instant now) {
    // where the scene of the 特例転入 made somebody leave
    CountrySystem municipal = systems.of(SystemKind.MUNICIPAL_SERVER).getFirst();
    List<IdentityInformation> known = files.of(municipal).newestOf(municipal.place());
    IdentityInformation somebody = any(known, false);
    IdentityInformation gone = any(known, true);
    // of the real time: a day may be played again
    Instant at = clock.instant();
    int before = cards.waiting();
    systems.send(
        new CountrySystem(SystemKind.RESIDENT_RECORDS, municipal.place()),
        municipal,
        CardDestination.MESSAGE,
        destination(somebody, at),
        CardTaken.class);
    Awaiting.until("送付先情報 at 個人番号カード管理システム", () -> cards.waiting() > before);
    int sent = cards.sendToMaker(now);
    if (sent <= before || cards.waiting() != 0) {
      throw new SceneFailedException("送付先情報 stayed after it was sent");
    }
    if (retention.remove(now) != 0) {
      throw new SceneFailedException("somebody was removed before the time");
    }
    certificates.removeForgotten(clock.instant());
    return List.of(
        Provoking.refusal(
            municipal,
            CardDestination.MESSAGE,
            Fault.ALREADY_REMOVED,
            () ->
                systems.send(
                    new CountrySystem(SystemKind.RESIDENT_RECORDS, municipal.place()),
                    municipal,
                    CardDestination.MESSAGE,
                    destination(gone, at),
                    CardTaken.class)));
  }

  private static IdentityInformation any(List<IdentityInformation> known, boolean removed) {
    return known.stream()
        .filter(one -> one.reason().isRemoval() == removed)
        .findFirst()
        .orElseThrow(() -> new SceneFailedException("nobody to make a card for"));
  }

  private static CardDestination destination(IdentityInformation holder, Instant at) {
    BasicInformation person = holder.person();
    String place = holder.municipality();
    return new CardDestination(
        place + "%010d".formatted(at.toEpochMilli() % 10_000_000_000L),
        new CardDestination.Delivery(person.name(), person.address()),
        new CardDestination.Office(place, "市町村" + place, "市民窓口課"),
        holder.recordCode(),
        holder.individualNumber(),
        person,
        Optional.empty(),
        LocalDate.ofInstant(at, ZoneId.of("Asia/Tokyo")));
  }
}
