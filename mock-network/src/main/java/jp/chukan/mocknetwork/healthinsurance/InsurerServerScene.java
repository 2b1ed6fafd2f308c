package jp.chukan.mocknetwork.healthinsurance;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import jp.chukan.mocknetwork.insurerserver.HistoryQuery;
import jp.chukan.mocknetwork.insurerserver.LinkageCodeFile;
import jp.chukan.mocknetwork.insurerserver.Operators;
import jp.chukan.mocknetwork.insurerserver.QualificationHistory;
import jp.chukan.mocknetwork.insurerserver.StartAcquisition;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.municipality.BusinessSystem;
import jp.chukan.mocknetwork.municipality.Municipalities;
import jp.chukan.mocknetwork.qualificationcheck.InsuredNumber;
import jp.chukan.mocknetwork.scenario.Provoking;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import org.springframework.stereotype.Component;

/** 機関別符号 in two steps, and a municipality before the partition of another. */
@Component
final class InsurerServerScene implements Scene {
  private final InsuredOfScenes insured;
  private final PrepareCodeRequest codes;
  private final Operators operators;
  private final Municipalities municipalities;
  private final Systems systems;
  private final KeptMessages messages;

  InsurerServerScene(
      InsuredOfScenes insured,
      PrepareCodeRequest codes,
      Operators operators,
      Municipalities municipalities,
      Systems systems,
      KeptMessages messages) {
    this.insured = insured;
    this.codes = codes;
    this.operators = operators;
    this.municipalities = municipalities;
    this.systems = systems;
    this.messages = messages;
  }

  @Override
  public SystemKind system() {
    return SystemKind.INSURER_SERVER;
  }

  @Override
  public LocalTime at() {
    return LocalTime.of(11, 10);
  }

  @Override
  public String title() {
    return "符号取得要求ファイルを置き、担当者が取得を始める。他の委託区画は開かない";
  }

  @Override
  public List<ProvokedRefusal> play(Instant now) {
    messages.awaitEmpty();
    String place = insured.place();
    InsuredPerson person = insured.nth(3);
    InsuredNumber number = person.qualification().insured();
    municipalities.acquireLinkageCodes(
        insured.municipality(),
        BusinessSystem.RESIDENT_RECORDS,
        person.position(),
        person.position() + 1);
    String file = "CODES_" + now.getEpochSecond();
    String program = operators.of(place, Operators.Kind.PROGRAM).getFirst().user();
    String human = operators.of(place, Operators.Kind.PERSON).getFirst().user();
    require(
        codes.prepare(place, file, program, List.of(person.position())).equals(List.of(number)),
        "符号取得要求ファイルにその人がいない");
    var server = CountrySystem.only(SystemKind.INSURER_SERVER);
    ProvokedRefusal noPerson =
        Provoking.refusal(
            server,
            StartAcquisition.MESSAGE,
            Fault.NO_PERSON,
            () -> codes.start(place, file, program));
    require(
        codes
            .start(place, file, human)
            .equals(new LinkageCodeFile(file, human, List.of(number), List.of())),
        "機関別符号がない");
    require(codes.history(number).current().equals(person.qualification()), "資格履歴が国保の資格と違う");
    return List.of(noPerson, anotherTenant(server, number));
  }

  private ProvokedRefusal anotherTenant(CountrySystem server, InsuredNumber number) {
    CountrySystem another =
        systems.of(SystemKind.HEALTH_INSURANCE).stream()
            .filter(system -> !system.place().equals(insured.place()))
            .findFirst()
            .orElseThrow();
    return Provoking.refusal(
        server,
        HistoryQuery.MESSAGE,
        Fault.ANOTHER_TENANT,
        () ->
            systems.send(
                another,
                server,
                HistoryQuery.MESSAGE,
                new HistoryQuery(insured.place(), number),
                QualificationHistory.class));
  }

  private static void require(boolean right, String what) {
    if (!right) {
      throw new SceneFailedException(what);
    }
  }
}
