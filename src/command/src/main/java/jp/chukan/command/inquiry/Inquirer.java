package jp.chukan.command.inquiry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import jp.chukan.command.client.MunicipalClient;
import jp.chukan.command.installation.ControlClient;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.Waiting;
import jp.chukan.contract.code.InstitutionCode;

/** Makes a municipality of a fresh installation able to inquire. */
public final class Inquirer {
  private static final int PORTION = 250;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ControlClient country;
  private final InstitutionCode municipality;
  private final MunicipalClient client;

  public Inquirer(Installation installation, ControlClient country, InstitutionCode municipality)
      throws IOException {
    this.country = country;
    this.municipality = municipality;
    this.client =
        MunicipalClient.connect(installation.gatewayUri(), installation.keys(), municipality);
  }

  /**
   * Gives the first residents a 「符号」 and registers their 「副本」.
   *
   * @param progress told how many are done
   */
  public void link(int persons, Consumer<String> progress) throws IOException {
    for (int from = 0; from < persons; from += PORTION) {
      int first = from;
      int last = Math.min(from + PORTION, persons);
      progress.accept("%,d of %,d".formatted(from, persons));
      for (var what : List.of("linkage-codes", "replicas")) {
        country.post(
            "/control/municipalities/%s/%s".formatted(municipality, what),
            range -> range.put("from", first).put("to", last));
      }
    }
    Waiting.until(PATIENCE, () -> noticed() >= persons);
  }

  /**
   * Registers 「地方税関係情報」 of the first residents, so much of it that the content of an answer has
   * this size.
   *
   * @param contentBytes as the mock network knows it
   * @param progress told how many are done
   * @throws InstallationException when the server does not take all of it
   */
  public void registerTaxInformation(int persons, int contentBytes, Consumer<String> progress)
      throws IOException {
    for (int from = 0; from < persons; from += PORTION) {
      int first = from;
      int last = Math.min(from + PORTION, persons);
      progress.accept("%,d of %,d".formatted(from, persons));
      var counts =
          country.post(
              "/control/municipalities/%s/replicas".formatted(municipality),
              range ->
                  range
                      .put("from", first)
                      .put("to", last)
                      .put("system", "TAX")
                      .put("contentBytes", contentBytes));
      if (counts.path("accepted").asInt() != last - first) {
        throw new InstallationException("地方税関係情報 is not taken: " + counts);
      }
    }
  }

  private int noticed() {
    try {
      return country
          .get("/control/municipalities/%s/linkage-codes".formatted(municipality))
          .path("noticed")
          .asInt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Grants {@link InquiryPlan#USER} every affair that may inquire (MS-22). */
  public void grant(Parties parties) throws IOException {
    client.replaceGrants(Grants.of(parties));
  }
}
