package jp.chukan.mocknetwork.nationalserver;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.chukan.mocknetwork.cardmanagement.CardStatuses;
import jp.chukan.mocknetwork.identity.CardStatus;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.person.SerialNumber;
import jp.chukan.mocknetwork.scenario.Comparing;
import jp.chukan.mocknetwork.scenario.CopiedFile;
import org.springframework.stereotype.Component;

/**
 * 機構保存本人確認情報 against what each 都道府県サーバ has, and カード運用状況 of 個人番号カード管理システム against those of all
 * 市町村CS.
 */
@Component
final class NationalCopies implements CopiedFile {
  private final Systems systems;
  private final IdentityFiles files;
  private final CardStatuses cards;

  NationalCopies(Systems systems, IdentityFiles files, CardStatuses cards) {
    this.systems = systems;
    this.files = files;
    this.cards = cards;
  }

  @Override
  public List<Comparison> compare() {
    Stream<Comparison> identities =
        systems.of(SystemKind.MUNICIPAL_SERVER).stream()
            .map(
                municipal ->
                    Comparing.of(
                        "機構保存本人確認情報(" + municipal.place() + ")",
                        newest(
                            new CountrySystem(
                                SystemKind.PREFECTURAL_SERVER, municipal.prefecture()),
                            municipal.place()),
                        newest(NationalServer.SELF, municipal.place())));
    return Stream.concat(identities, Stream.of(cards())).toList();
  }

  private Map<ResidentRecordCode, IdentityInformation> newest(
      CountrySystem owner, String municipality) {
    return files.of(owner).newestOf(municipality).stream()
        .collect(toMap(IdentityInformation::recordCode, Function.identity()));
  }

  /** A card moves with its holder: of several municipalities that know it the newest counts. */
  private Comparison cards() {
    Map<SerialNumber, CardStatus> originals = new HashMap<>();
    systems.of(SystemKind.MUNICIPAL_SERVER).stream()
        .flatMap(municipal -> cards.all(municipal).stream())
        .forEach(
            status ->
                originals.merge(
                    status.serialNumber(),
                    status,
                    (one, other) -> one.version() >= other.version() ? one : other));
    Map<SerialNumber, CardStatus> copies =
        cards.all(NationalServer.SELF).stream()
            .collect(toMap(CardStatus::serialNumber, Function.identity()));
    return Comparing.of("個人番号カード管理システムのカード運用状況", originals, copies);
  }
}
