package jp.chukan.command.bench.measuring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.command.installation.ControlClient;
import jp.chukan.contract.code.InstitutionCode;

/** Inquirers of the mock network, who ask many permitted questions at once. */
public final class Inquirers {
  private final ControlClient country;
  private final InstitutionCode provider;
  private final int persons;
  private final int atOnce;
  private int batches;

  /**
   * @param provider whose 「副本」 are asked for
   * @param persons the first so many residents are asked about
   * @param atOnce how many ask at the same time
   */
  public Inquirers(ControlClient country, InstitutionCode provider, int persons, int atOnce) {
    this.country = country;
    this.provider = provider;
    this.persons = persons;
    this.atOnce = atOnce;
  }

  /**
   * Asks; each time other questions than before.
   *
   * @param underSupport whether residents under 「支援措置」 are asked about as well
   * @return 「処理通番」 of all, which are on their way
   */
  public List<String> ask(int count, boolean underSupport) throws IOException {
    var numbers = new ArrayList<String>();
    country
        .post(
            "/control/inquiries/batch",
            order ->
                order
                    .put("count", count)
                    .put("provider", provider.value())
                    .put("seed", batches++)
                    .put("concurrency", atOnce)
                    .put("from", 0)
                    .put("to", persons)
                    .put("underSupport", underSupport))
        .path("processingNumbers")
        .forEach(number -> numbers.add(number.asText()));
    return numbers;
  }
}
