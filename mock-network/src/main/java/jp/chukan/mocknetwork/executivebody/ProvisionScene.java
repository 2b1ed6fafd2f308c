package jp.chukan.mocknetwork.executivebody;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.identityprovision.Occasion;
import jp.chukan.mocknetwork.identityprovision.PersonCondition;
import jp.chukan.mocknetwork.identityprovision.PersonCondition.ByBasicInformation;
import jp.chukan.mocknetwork.identityprovision.PersonCondition.ByNumber;
import jp.chukan.mocknetwork.identityprovision.PersonCondition.ByRecordCode;
import jp.chukan.mocknetwork.identityprovision.ProvidedIdentity;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.prefecturalserver.AnswerRequestFiles;
import jp.chukan.mocknetwork.prefecturalserver.ProvisionRequest;
import jp.chukan.mocknetwork.prefecturalserver.ResultFile;
import jp.chukan.mocknetwork.scenario.Provoking;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import org.springframework.stereotype.Component;

/** 教育委員会 and 公安委員会 are provided with 本人確認情報, singly and by file (G:51, G:152). */
@Component
final class ProvisionScene implements Scene {
  private static final String SCHOLARSHIP = "KI001";
  private static final String VICTIMS = "KA001";
  private static final String UNKNOWN_AFFAIR = "KI999";
  private static final Occasion OCCASION = new Occasion("KI000001", "EB-01", "申請の審査");

  private final Systems systems;
  private final IdentityFiles files;
  private final AskPrefecture ask;
  private final AnswerRequestFiles answers;

  ProvisionScene(
      Systems systems, IdentityFiles files, AskPrefecture ask, AnswerRequestFiles answers) {
    this.systems = systems;
    this.files = files;
    this.ask = ask;
    this.answers = answers;
  }

  @Override
  public SystemKind system() {
    return SystemKind.EXECUTIVE_BODY;
  }

  @Override
  public LocalTime at() {
    return LocalTime.of(14, 20);
  }

  @Override
  public String title() {
    return "他の執行機関への提供:一件ずつと照会要求ファイルで。許されない事務は断られる";
  }

  @Override
  public List<ProvokedRefusal> play(Instant now) {
    CountrySystem server = systems.of(SystemKind.PREFECTURAL_SERVER).getFirst();
    String prefecture = server.place();
    IdentityInformation somebody =
        files.of(server).everybody().stream()
            .filter(one -> !one.reason().isRemoval())
            .findFirst()
            .orElseThrow(() -> new SceneFailedException("nobody to ask about"));
    var byCode = new ByRecordCode(somebody.recordCode());
    var byBasic = ByBasicInformation.of(somebody.person());

    ProvidedIdentity student =
        ask.ask(prefecture, SCHOLARSHIP, OCCASION, byCode).persons().getFirst();
    require(student.individualNumber().isPresent(), "an affair that uses the number gets it");
    ProvidedIdentity victim = ask.ask(prefecture, VICTIMS, OCCASION, byBasic).persons().getFirst();
    require(victim.individualNumber().isEmpty(), "an affair without the number gets none");
    askByFile(prefecture, somebody, byCode, byBasic);

    var tooFew =
        new ByBasicInformation(
            Optional.empty(),
            Optional.of(somebody.person().address()),
            Optional.of(somebody.person().birthDate()),
            Optional.empty());
    return List.of(
        refused(server, Fault.FORBIDDEN_SENDER, UNKNOWN_AFFAIR, byCode),
        refused(server, Fault.TOO_FEW_CONDITIONS, SCHOLARSHIP, tooFew),
        refused(server, Fault.MALFORMED, SCHOLARSHIP, new ByNumber(somebody.individualNumber())));
  }

  private void askByFile(
      String prefecture,
      IdentityInformation somebody,
      PersonCondition byCode,
      PersonCondition byBasic) {
    var noName =
        new ByBasicInformation(
            Optional.empty(),
            Optional.empty(),
            Optional.of(somebody.person().birthDate()),
            Optional.empty());
    String name =
        ask.askByFile(prefecture, SCHOLARSHIP, OCCASION, List.of(byCode, noName, byBasic));
    answers.answer(prefecture);
    ResultFile result =
        ask.takeResult(prefecture, name).orElseThrow(() -> new SceneFailedException("no 照会結果ファイル"));
    require(
        result.lines().stream()
            .map(ResultFile.Line::fault)
            .toList()
            .equals(
                List.of(Optional.empty(), Optional.of(Fault.TOO_FEW_CONDITIONS), Optional.empty())),
        "each line is answered or refused by itself");
    require(ask.takeResult(prefecture, name).isEmpty(), "a 照会結果ファイル is there once");
  }

  private ProvokedRefusal refused(
      CountrySystem server, Fault fault, String affair, PersonCondition condition) {
    return Provoking.refusal(
        server,
        ProvisionRequest.MESSAGE,
        fault,
        () -> ask.ask(server.place(), affair, OCCASION, condition));
  }

  private static void require(boolean right, String what) {
    if (!right) {
      throw new SceneFailedException("not so: " + what);
    }
  }
}
