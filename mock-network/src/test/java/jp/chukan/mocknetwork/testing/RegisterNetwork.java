package jp.chukan.mocknetwork.testing;

import static org.awaitility.Awaitility.await;

import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.identity.IdentityLoad;
import jp.chukan.mocknetwork.identity.IdentityRecords;
import jp.chukan.mocknetwork.identityprovision.Occasion;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;

/** The register network of one municipality, as tests use it. */
public final class RegisterNetwork {
  public static final CountrySystem NATION = CountrySystem.only(SystemKind.NATIONAL_SERVER);
  public static final Occasion OCCASION = new Occasion("TE000001", "TEST-01", "試験のための照会");

  private final RunningCountry country = RunningCountry.get();
  private final String place;

  /**
   * @param place five digits of the municipality
   */
  public RegisterNetwork(String place) {
    this.place = place;
  }

  public CountrySystem records() {
    return new CountrySystem(SystemKind.RESIDENT_RECORDS, place);
  }

  public CountrySystem server() {
    return new CountrySystem(SystemKind.MUNICIPAL_SERVER, place);
  }

  public CountrySystem prefecture() {
    return new CountrySystem(SystemKind.PREFECTURAL_SERVER, place.substring(0, 2));
  }

  public IdentityRecords fileOf(CountrySystem owner) {
    return country.bean(IdentityFiles.class).of(owner);
  }

  /** Sends a message to the 市町村CS as the 既存住基システム does. */
  public <R> R send(String message, Object body, Class<R> type) {
    return country.bean(Systems.class).send(records(), server(), message, body, type);
  }

  /** Somebody new moves in, and everybody knows. */
  public IdentityInformation newcomer() {
    return known(RegisterPeople.arrival(place));
  }

  /** A change is taken by everybody. */
  public IdentityInformation known(IdentityInformation change) {
    send(IdentityInformation.MESSAGE, change, IdentityLoad.Loaded.class);
    await().until(() -> fileOf(NATION).history(change.recordCode()).contains(change));
    return change;
  }
}
