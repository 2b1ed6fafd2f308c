package jp.chukan.mocknetwork.prefecturalserver;

import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.identityprovision.PersonCondition;
import jp.chukan.mocknetwork.identityprovision.ProvisionKind;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * 「一括提供」: answers or refuses each line of every 照会要求ファイル that waits, and erases the file then
 * (G:152, JN-40).
 */
@Component
public final class AnswerRequestFiles {
  private static final Logger log = LoggerFactory.getLogger(AnswerRequestFiles.class);

  private final SharedFolder folder;
  private final ProvideToExecutiveBody provide;

  AnswerRequestFiles(SharedFolder folder, ProvideToExecutiveBody provide) {
    this.folder = folder;
    this.provide = provide;
  }

  /**
   * Answers what waits. A file that the other end has not sealed is erased without an answer.
   *
   * @param prefecture two digits
   * @return how many files were answered
   */
  public int answer(String prefecture) {
    int answered = 0;
    for (String name : folder.requests(prefecture)) {
      Optional<RequestFile> request = folder.openRequest(prefecture, name);
      request.ifPresentOrElse(
          file -> folder.putResult(prefecture, name, answer(prefecture, file)),
          () -> log.warn("a request file of {} is not of the other end", prefecture));
      folder.eraseRequest(prefecture, name);
      answered += request.isPresent() ? 1 : 0;
    }
    return answered;
  }

  private ResultFile answer(String prefecture, RequestFile file) {
    return new ResultFile(
        file.lines().stream().map(line -> answer(prefecture, file, line)).toList());
  }

  private ResultFile.Line answer(String prefecture, RequestFile file, PersonCondition line) {
    try {
      return new ResultFile.Line(
          provide
              .provide(
                  new CountrySystem(SystemKind.PREFECTURAL_SERVER, prefecture),
                  new CountrySystem(SystemKind.EXECUTIVE_BODY, prefecture),
                  ProvisionKind.BULK_PROVISION,
                  new ProvisionRequest(file.affair(), file.occasion(), line))
              .persons(),
          Optional.empty());
    } catch (RefusedCallException refused) {
      return new ResultFile.Line(List.of(), Optional.of(refused.fault()));
    } catch (IllegalArgumentException misshapen) {
      return new ResultFile.Line(List.of(), Optional.of(Fault.MALFORMED));
    }
  }
}
