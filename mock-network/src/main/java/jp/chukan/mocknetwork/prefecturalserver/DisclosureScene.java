package jp.chukan.mocknetwork.prefecturalserver;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.identity.IndividualNumberQuery;
import jp.chukan.mocknetwork.identityprovision.Occasion;
import jp.chukan.mocknetwork.identityprovision.PersonCondition.ByRecordCode;
import jp.chukan.mocknetwork.identityprovision.ProvisionKind;
import jp.chukan.mocknetwork.identityprovision.ProvisionRecords;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.scenario.Provoking;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import org.springframework.stereotype.Component;

/** Somebody asks the prefecture what it holds and whom it told (JN-37); all files are compared. */
@Component
final class DisclosureScene implements Scene {
  private static final Occasion OCCASION = new Occasion("PR000001", "PS-01", "本人からの開示の求め");
  private static final ResidentRecordCode NOBODY = new ResidentRecordCode("00000000000");

  private final Systems systems;
  private final IdentityFiles files;
  private final AnswerQueries queries;
  private final PrintIdentitySheet disclosure;
  private final ProvisionRecords records;
  private final CompareMunicipality comparison;

  DisclosureScene(
      Systems systems,
      IdentityFiles files,
      AnswerQueries queries,
      PrintIdentitySheet disclosure,
      ProvisionRecords records,
      CompareMunicipality comparison) {
    this.systems = systems;
    this.files = files;
    this.queries = queries;
    this.disclosure = disclosure;
    this.records = records;
    this.comparison = comparison;
  }

  @Override
  public SystemKind system() {
    return SystemKind.PREFECTURAL_SERVER;
  }

  @Override
  public LocalTime at() {
    return LocalTime.of(16, 5);
  }

  @Override
  public String title() {
    return "都道府県サーバの検索と全国サーバへの照会、本人への開示、全国サーバとの整合性確認";
  }

  @Override
  public List<ProvokedRefusal> play(Instant now) {
    CountrySystem server = systems.of(SystemKind.PREFECTURAL_SERVER).get(1);
    IdentityInformation somebody =
        files.of(server).everybody().stream()
            .filter(one -> !one.reason().isRemoval())
            .findFirst()
            .orElseThrow(() -> new SceneFailedException("nobody asks"));
    for (boolean nationwide : List.of(false, true)) {
      require(
          queries
                  .ask(
                      server.place(), nationwide, OCCASION, new ByRecordCode(somebody.recordCode()))
                  .persons()
                  .size()
              == 1,
          "the person is found");
    }
    String sheet = disclosure.print(server.place(), somebody.recordCode(), OCCASION);
    require(sheet.contains(somebody.person().address()), "the sheet says what is held");
    require(sheet.contains(ProvisionKind.SEARCH.japanese()), "the sheet says who looked");
    require(
        records.about(server, somebody.recordCode()).getLast().kind() == ProvisionKind.DISCLOSURE,
        "the sheet itself is recorded");
    requireAgreement(server);
    return List.of(
        Provoking.refusal(
            server,
            IndividualNumberQuery.MESSAGE,
            Fault.UNKNOWN,
            () ->
                systems.send(
                    new CountrySystem(SystemKind.SUPPLEMENT_PREFECTURAL_SERVER, server.place()),
                    server,
                    IndividualNumberQuery.MESSAGE,
                    new IndividualNumberQuery(NOBODY),
                    IndividualNumberQuery.Reply.class)));
  }

  private void requireAgreement(CountrySystem server) {
    systems.of(SystemKind.MUNICIPAL_SERVER).stream()
        .filter(municipal -> municipal.prefecture().equals(server.place()))
        .forEach(
            municipal ->
                require(
                    comparison.compareWithNation(municipal.place()).compared() > 0,
                    "the 全国サーバ compares"));
  }

  private static void require(boolean right, String what) {
    if (!right) {
      throw new SceneFailedException("not so: " + what);
    }
  }
}
