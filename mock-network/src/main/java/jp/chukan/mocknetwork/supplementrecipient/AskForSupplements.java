package jp.chukan.mocknetwork.supplementrecipient;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.supplement.ExchangeFolder;
import jp.chukan.mocknetwork.supplement.Purpose;
import jp.chukan.mocknetwork.supplement.SupplementBulkProvision;
import jp.chukan.mocknetwork.supplement.SupplementBulkProvision.RequestFile;
import jp.chukan.mocknetwork.supplement.SupplementBulkProvision.ResultFile;
import jp.chukan.mocknetwork.supplement.SupplementConditions;
import jp.chukan.mocknetwork.supplement.SupplementInformation;
import jp.chukan.mocknetwork.supplement.SupplementProvision;
import jp.chukan.mocknetwork.supplement.SupplementProvision.Provided;
import jp.chukan.mocknetwork.supplement.SupplementProvision.SealedNumber;
import org.springframework.stereotype.Component;

/**
 * An executive body asks the 附票都道府県サーバ of its prefecture about persons, one or many (G:51, G:757).
 */
@Component
public final class AskForSupplements {
  private final Systems systems;
  private final MockNetworkSettings settings;
  private final SecureRandom random;
  private final Map<String, ExchangeFolder> folders = new ConcurrentHashMap<>();

  AskForSupplements(Systems systems, MockNetworkSettings settings, SecureRandom random) {
    this.systems = systems;
    this.settings = settings;
    this.random = random;
  }

  /**
   * What came back about a person.
   *
   * @param information 附票本人確認情報
   * @param individualNumber when it was asked for
   */
  public record Answer(
      SupplementInformation information, Optional<IndividualNumber> individualNumber) {}

  /**
   * One line of a file that came back: either of the two.
   *
   * @param answer what was asked for
   * @param fault why it was refused
   */
  public record AnswerLine(Optional<Answer> answer, Optional<Fault> fault) {}

  /**
   * Asks about one person.
   *
   * @param prefecture two digits
   * @throws RefusedCallException when the server refuses
   */
  public Answer ask(
      String prefecture,
      Purpose purpose,
      SupplementConditions conditions,
      boolean withIndividualNumber) {
    return opened(
        prefecture,
        systems.send(
            new CountrySystem(SystemKind.EXECUTIVE_BODY, prefecture),
            server(prefecture),
            SupplementProvision.MESSAGE,
            new SupplementProvision(purpose, conditions, withIndividualNumber),
            Provided.class));
  }

  /**
   * Asks about many (G:152).
   *
   * @return a line for each, in the same order
   * @throws RefusedCallException when the server refuses the file, or its result is not there
   */
  public List<AnswerLine> askMany(
      String prefecture,
      Purpose purpose,
      List<SupplementConditions> persons,
      boolean withIndividualNumber) {
    ExchangeFolder folder = folder(prefecture);
    SupplementBulkProvision.Reply reply =
        systems.send(
            new CountrySystem(SystemKind.EXECUTIVE_BODY, prefecture),
            server(prefecture),
            SupplementBulkProvision.MESSAGE,
            new SupplementBulkProvision(
                purpose,
                folder.put(RequestFile.class, new RequestFile(persons)),
                withIndividualNumber),
            SupplementBulkProvision.Reply.class);
    return folder
        .take(reply.fileName(), ResultFile.class)
        .orElseThrow(() -> new RefusedCallException(Fault.UNKNOWN, "fileName"))
        .lines()
        .stream()
        .map(
            line ->
                new AnswerLine(
                    line.provided().map(provided -> opened(prefecture, provided)), line.fault()))
        .toList();
  }

  private Answer opened(String prefecture, Provided provided) {
    return new Answer(
        provided.information(),
        provided.sealedNumber().map(number -> opened(folder(prefecture), number)));
  }

  private static IndividualNumber opened(ExchangeFolder folder, SealedNumber number) {
    byte[] digits = folder.open(number);
    var opened = new IndividualNumber(new String(digits, StandardCharsets.US_ASCII));
    Arrays.fill(digits, (byte) 0);
    return opened;
  }

  private ExchangeFolder folder(String prefecture) {
    return folders.computeIfAbsent(
        prefecture, place -> new ExchangeFolder(settings, random, place));
  }

  private static CountrySystem server(String prefecture) {
    return new CountrySystem(SystemKind.SUPPLEMENT_PREFECTURAL_SERVER, prefecture);
  }
}
