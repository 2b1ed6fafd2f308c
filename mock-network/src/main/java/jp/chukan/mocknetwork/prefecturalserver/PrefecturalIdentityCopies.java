package jp.chukan.mocknetwork.prefecturalserver;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.scenario.Comparing;
import jp.chukan.mocknetwork.scenario.CopiedFile;
import org.springframework.stereotype.Component;

/** 都道府県知事保存本人確認情報 against what each 市町村CS has, item by item. */
@Component
final class PrefecturalIdentityCopies implements CopiedFile {
  private final Systems systems;
  private final IdentityFiles files;

  PrefecturalIdentityCopies(Systems systems, IdentityFiles files) {
    this.systems = systems;
    this.files = files;
  }

  @Override
  public List<Comparison> compare() {
    return systems.of(SystemKind.MUNICIPAL_SERVER).stream()
        .map(
            municipal ->
                Comparing.of(
                    "都道府県知事保存本人確認情報(" + municipal.place() + ")",
                    newest(municipal, municipal.place()),
                    newest(
                        new CountrySystem(SystemKind.PREFECTURAL_SERVER, municipal.prefecture()),
                        municipal.place())))
        .toList();
  }

  private Map<ResidentRecordCode, IdentityInformation> newest(
      CountrySystem owner, String municipality) {
    return files.of(owner).newestOf(municipality).stream()
        .collect(toMap(IdentityInformation::recordCode, Function.identity()));
  }
}
