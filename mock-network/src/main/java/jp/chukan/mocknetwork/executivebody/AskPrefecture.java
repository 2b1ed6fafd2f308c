package jp.chukan.mocknetwork.executivebody;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.chukan.mocknetwork.identityprovision.Occasion;
import jp.chukan.mocknetwork.identityprovision.PersonCondition;
import jp.chukan.mocknetwork.identityprovision.ProvidedIdentities;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.prefecturalserver.ProvisionRequest;
import jp.chukan.mocknetwork.prefecturalserver.RequestFile;
import jp.chukan.mocknetwork.prefecturalserver.ResultFile;
import jp.chukan.mocknetwork.prefecturalserver.SharedFolder;
import org.springframework.stereotype.Component;

/** Asks the 都道府県サーバ about persons, one by one or by a file; keeps nothing of the answers. */
@Component
public final class AskPrefecture {
  private final Systems systems;
  private final SharedFolder folder;

  AskPrefecture(Systems systems, SharedFolder folder) {
    this.systems = systems;
    this.folder = folder;
  }

  /**
   * Asks about one person.
   *
   * @param prefecture two digits
   * @param affair code of the 事務
   * @throws jp.chukan.mocknetwork.link.RefusedCallException FORBIDDEN_SENDER for a 事務 that is not
   *     permitted, TOO_FEW_CONDITIONS
   */
  public ProvidedIdentities ask(
      String prefecture, String affair, Occasion occasion, PersonCondition condition) {
    return systems.send(
        new CountrySystem(SystemKind.EXECUTIVE_BODY, prefecture),
        new CountrySystem(SystemKind.PREFECTURAL_SERVER, prefecture),
        ProvisionRequest.MESSAGE,
        new ProvisionRequest(affair, occasion, condition),
        ProvidedIdentities.class);
  }

  /**
   * Puts a 照会要求ファイル into the folder that both share (G:152).
   *
   * @return name by which the result is taken
   */
  public String askByFile(
      String prefecture, String affair, Occasion occasion, List<PersonCondition> conditions) {
    String name = UUID.randomUUID().toString();
    folder.putRequest(prefecture, name, new RequestFile(affair, occasion, conditions));
    return name;
  }

  /** Takes the 照会結果ファイル, once; empty before it is there. */
  public Optional<ResultFile> takeResult(String prefecture, String name) {
    return folder.takeResult(prefecture, name);
  }
}
