package jp.chukan.mocknetwork.supplementserver;

import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.supplement.ExchangeFolder;
import jp.chukan.mocknetwork.supplement.SupplementBulkProvision;
import jp.chukan.mocknetwork.supplement.SupplementBulkProvision.Line;
import jp.chukan.mocknetwork.supplement.SupplementBulkProvision.RequestFile;
import jp.chukan.mocknetwork.supplement.SupplementBulkProvision.ResultFile;
import jp.chukan.mocknetwork.supplement.SupplementConditions;
import jp.chukan.mocknetwork.supplement.SupplementProvision;
import jp.chukan.mocknetwork.supplementserver.SupplementUses.Asked;
import org.springframework.stereotype.Component;

/**
 * 「一括提供」: takes a 照会要求ファイル from the folder that the two ends share and puts a 照会結果ファイル there
 * (G:152). Each line is decided and recorded on its own.
 */
@Component
final class ProvideInBulk {
  private static final int MOST = 1_000;

  private final SupplementServers servers;
  private final SupplementAffairs affairs;
  private final SupplementUses uses;
  private final ProvideSupplement provision;

  ProvideInBulk(
      SupplementServers servers,
      SupplementAffairs affairs,
      SupplementUses uses,
      ProvideSupplement provision) {
    this.servers = servers;
    this.affairs = affairs;
    this.uses = uses;
    this.provision = provision;
  }

  /**
   * Answers a file.
   *
   * @throws RefusedCallException FORBIDDEN_AFFAIR as a single one; UNKNOWN when there is no such
   *     file; MALFORMED for more lines than may be handed in at once
   */
  SupplementBulkProvision.Reply provide(
      CountrySystem owner, CountrySystem from, SupplementBulkProvision request) {
    ExchangeFolder folder = servers.folderOf(owner);
    List<Line> lines =
        linesOf(owner, from, request, folder).stream()
            .map(conditions -> line(owner, from, request, conditions))
            .toList();
    int provided = (int) lines.stream().filter(line -> line.fault().isEmpty()).count();
    return new SupplementBulkProvision.Reply(
        folder.put(ResultFile.class, new ResultFile(lines)), provided, lines.size() - provided);
  }

  /** A file that is refused as a whole is a refusal like any other (JN-12). */
  private List<SupplementConditions> linesOf(
      CountrySystem owner,
      CountrySystem from,
      SupplementBulkProvision request,
      ExchangeFolder folder) {
    try {
      affairs.require(request.purpose(), request.withIndividualNumber());
      RequestFile file =
          folder
              .take(request.fileName(), RequestFile.class)
              .orElseThrow(() -> new RefusedCallException(Fault.UNKNOWN, "fileName"));
      if (file.lines().size() > MOST) {
        throw new RefusedCallException(Fault.MALFORMED, "lines");
      }
      return file.lines();
    } catch (RefusedCallException refused) {
      return uses.recorded(
          new Asked(
              owner,
              from,
              SupplementUse.Kind.BULK_PROVISION,
              request.purpose(),
              request.withIndividualNumber(),
              Optional.empty()),
          () -> {
            throw refused;
          });
    }
  }

  private Line line(
      CountrySystem owner,
      CountrySystem from,
      SupplementBulkProvision request,
      SupplementConditions conditions) {
    try {
      return new Line(
          Optional.of(
              provision.provide(
                  owner,
                  from,
                  new SupplementProvision(
                      request.purpose(), conditions, request.withIndividualNumber()),
                  SupplementUse.Kind.BULK_PROVISION)),
          Optional.empty());
    } catch (RefusedCallException refused) {
      return new Line(Optional.empty(), Optional.of(refused.fault()));
    }
  }
}
