package jp.chukan.mocknetwork.municipalserver;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.cardmanagement.CardStatuses;
import jp.chukan.mocknetwork.identity.CardStatus;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.identity.RecordCodeQuery;
import jp.chukan.mocknetwork.identityprovision.PersonCondition;
import jp.chukan.mocknetwork.identityprovision.PersonCondition.ByBasicInformation;
import jp.chukan.mocknetwork.identityprovision.PersonCondition.ByNumber;
import jp.chukan.mocknetwork.identityprovision.PersonCondition.ByRecordCode;
import jp.chukan.mocknetwork.identityprovision.PersonQuery;
import jp.chukan.mocknetwork.identityprovision.PersonQuery.Scope;
import jp.chukan.mocknetwork.identityprovision.ProvidedIdentity;
import jp.chukan.mocknetwork.identityprovision.ProvisionRecord;
import jp.chukan.mocknetwork.identityprovision.ProvisionRecords;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.SerialNumber;
import jp.chukan.mocknetwork.scenario.Provoking;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import org.springframework.stereotype.Component;

/** An operator looks for somebody here, in the prefecture and in the country (JN-10 to JN-13). */
@Component
final class LookScene implements Scene {
  private static final SerialNumber NOBODYS = new SerialNumber("00000000000000ff");

  private final Systems systems;
  private final IdentityFiles files;
  private final AskAboutPersons ask;
  private final FindCardHolder holders;
  private final CardStatuses cards;
  private final ProvisionRecords records;

  LookScene(
      Systems systems,
      IdentityFiles files,
      AskAboutPersons ask,
      FindCardHolder holders,
      CardStatuses cards,
      ProvisionRecords records) {
    this.systems = systems;
    this.files = files;
    this.ask = ask;
    this.holders = holders;
    this.cards = cards;
    this.records = records;
  }

  @Override
  public SystemKind system() {
    return SystemKind.MUNICIPAL_SERVER;
  }

  @Override
  public LocalTime at() {
    return LocalTime.of(13, 10);
  }

  @Override
  public String title() {
    return "検索と全国サーバへの照会:条件に合う人だけが出て、足りない条件は断られ、すべて記録される";
  }

  @Override
  public List<ProvokedRefusal> play(Instant now) {
    CountrySystem server = systems.of(SystemKind.MUNICIPAL_SERVER).get(1);
    IdentityInformation somebody =
        files.of(server).newestOf(server.place()).stream()
            .filter(one -> !one.reason().isRemoval())
            .findFirst()
            .orElseThrow(() -> new SceneFailedException("nobody to look for"));
    for (Scope scope : Scope.values()) {
      requireFound(server, scope, new ByRecordCode(somebody.recordCode()), somebody);
      requireFound(server, scope, new ByNumber(somebody.individualNumber()), somebody);
      requireFound(server, scope, ByBasicInformation.of(somebody.person()), somebody);
    }
    checkACard(server, LocalDate.ofInstant(now, ZoneId.of("Asia/Tokyo")));
    return refusals(server, somebody);
  }

  private void requireFound(
      CountrySystem server, Scope scope, PersonCondition condition, IdentityInformation somebody) {
    List<ProvidedIdentity> found =
        ask.ask(server.place(), scope, SceneOperators.occasion("窓口での照会"), condition).persons();
    boolean exact =
        found.stream().anyMatch(one -> one.recordCode().equals(somebody.recordCode()))
            && found.stream().allMatch(one -> one.person().equals(somebody.person()));
    if (!exact) {
      throw new SceneFailedException("found somebody else in the " + scope);
    }
  }

  private void checkACard(CountrySystem server, LocalDate today) {
    cards.all(server).stream()
        .filter(status -> status.state() == CardStatus.State.IN_USE)
        .filter(status -> status.expiresOn().isAfter(today.plusYears(1)))
        .filter(
            status ->
                files
                    .of(server)
                    .current(status.recordCode())
                    .filter(one -> !one.reason().isRemoval())
                    .isPresent())
        .findFirst()
        .ifPresent(
            status -> {
              if (holders
                      .check(
                          server.place(),
                          status.serialNumber(),
                          SceneOperators.occasion("カードによる本人確認"))
                      .persons()
                      .size()
                  != 1) {
                throw new SceneFailedException("a card has one holder");
              }
            });
  }

  private List<ProvokedRefusal> refusals(CountrySystem server, IdentityInformation somebody) {
    var tooFew =
        new ByBasicInformation(
            Optional.of(somebody.person().name()),
            Optional.empty(),
            Optional.empty(),
            Optional.of(somebody.person().sex()));
    CountrySystem nation = CountrySystem.only(SystemKind.NATIONAL_SERVER);
    List<ProvokedRefusal> refusals =
        new ArrayList<>(
            Provoking.refusals(
                List.of(
                    nation, new CountrySystem(SystemKind.PREFECTURAL_SERVER, server.prefecture())),
                PersonQuery.MESSAGE,
                Fault.TOO_FEW_CONDITIONS,
                () ->
                    ask.ask(
                        server.place(),
                        Scope.NATION,
                        SceneOperators.occasion("条件の足りない照会"),
                        tooFew)));
    for (CountrySystem keeper : List.of(server, nation)) {
      ProvisionRecord last = records.after(keeper, 0).getLast();
      if (!last.fault().equals(Optional.of(Fault.TOO_FEW_CONDITIONS))) {
        throw new SceneFailedException(keeper + " did not record the refusal");
      }
    }
    refusals.add(
        Provoking.refusal(
            server,
            RecordCodeQuery.MESSAGE,
            Fault.UNKNOWN,
            () ->
                systems.send(
                    new CountrySystem(SystemKind.APPLICATIONS, server.place()),
                    server,
                    RecordCodeQuery.MESSAGE,
                    new RecordCodeQuery(NOBODYS),
                    RecordCodeQuery.Reply.class)));
    return refusals;
  }
}
