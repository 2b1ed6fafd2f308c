package jp.chukan.mocknetwork.municipalserver;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import jp.chukan.mocknetwork.consistency.ConsistencyResult;
import jp.chukan.mocknetwork.consistency.ConsistencyResult.Finding;
import jp.chukan.mocknetwork.consistency.ConsistencyResults;
import jp.chukan.mocknetwork.consistency.IdentityItem;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.scenario.Awaiting;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Something goes wrong in the file of a prefecture; a comparison finds it, two persons mend it. */
@Component
final class ConsistencyScene implements Scene {
  private final Systems systems;
  private final IdentityFiles files;
  private final CheckConsistency consistency;
  private final ConsistencyResults results;
  private final RepairAbove repair;
  private final TransactionOperations transaction;

  ConsistencyScene(
      Systems systems,
      IdentityFiles files,
      CheckConsistency consistency,
      ConsistencyResults results,
      RepairAbove repair,
      TransactionOperations transaction) {
    this.systems = systems;
    this.files = files;
    this.consistency = consistency;
    this.results = results;
    this.repair = repair;
    this.transaction = transaction;
  }

  @Override
  public SystemKind system() {
    return SystemKind.MUNICIPAL_SERVER;
  }

  @Override
  public LocalTime at() {
    return LocalTime.of(15, 40);
  }

  @Override
  public String title() {
    return "整合性確認:食い違いを項目名で知らせ、異常時更新で直す";
  }

  @Override
  public List<ProvokedRefusal> play(Instant now) {
    CountrySystem server = systems.of(SystemKind.MUNICIPAL_SERVER).getLast();
    var prefecture = new CountrySystem(SystemKind.PREFECTURAL_SERVER, server.prefecture());
    IdentityInformation somebody =
        files.of(server).newestOf(server.place()).stream()
            .filter(one -> !one.reason().isRemoval())
            .findFirst()
            .orElseThrow(() -> new SceneFailedException("nobody to compare"));
    transaction.executeWithoutResult(
        open -> files.of(prefecture).correct(withOtherAddress(somebody), now));
    List<Finding> found = findingsAbout(somebody, compare(server));
    if (found.size() != 1 || !found.getFirst().items().equals(List.of(IdentityItem.ADDRESS))) {
      throw new SceneFailedException("the comparison did not name the address");
    }
    repair.repair(
        server.place(),
        somebody.recordCode(),
        SceneOperators.occasion("整合性確認の結果による訂正"),
        SceneOperators.APPROVER);
    if (!findingsAbout(somebody, compare(server)).isEmpty()) {
      throw new SceneFailedException("the difference is not mended");
    }
    return List.of();
  }

  private static List<Finding> findingsAbout(IdentityInformation one, ConsistencyResult result) {
    return result.findings().stream()
        .filter(finding -> finding.recordCode().equals(one.recordCode()))
        .toList();
  }

  private ConsistencyResult compare(CountrySystem server) {
    int before = results.count(server);
    consistency.begin(server.place());
    Awaiting.until("整合性確認結果の通知", () -> results.count(server) > before);
    return results.last(server).orElseThrow();
  }

  private static IdentityInformation withOtherAddress(IdentityInformation one) {
    BasicInformation person = one.person();
    return new IdentityInformation(
        one.recordCode(),
        one.individualNumber(),
        new BasicInformation(
            person.name(), person.address() + "誤", person.birthDate(), person.sex()),
        one.municipality(),
        one.reason(),
        one.changedOn(),
        one.version());
  }
}
