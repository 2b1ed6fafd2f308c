package jp.chukan.mocknetwork.electronicapplication;

import java.util.HashSet;
import java.util.Set;
import jp.chukan.mocknetwork.application.ApplicationStatus;
import jp.chukan.mocknetwork.application.ApplicationVersion;
import jp.chukan.mocknetwork.application.ReturnReason;
import jp.chukan.mocknetwork.application.SignedApplication;
import jp.chukan.mocknetwork.applicationrelay.Kept;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.link.UnreachableSystemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands everything that waits to the 連携サーバ of its municipality, and erases the copy of it as soon
 * as that has it (MU-17, I:327). A 連携サーバ that does not answer holds up nobody else.
 */
@Component
public final class HandOverApplications {
  private static final Logger log = LoggerFactory.getLogger(HandOverApplications.class);

  private final ElectronicApplicationFiles files;
  private final ElectronicApplications applications;
  private final Systems systems;

  HandOverApplications(
      ElectronicApplicationFiles files, ElectronicApplications applications, Systems systems) {
    this.files = files;
    this.applications = applications;
    this.systems = systems;
  }

  /**
   * Hands over what can be.
   *
   * @return how many wait on
   */
  public int handOver() {
    synchronized (files) {
      files.copies().sweep();
      Set<String> away = new HashSet<>();
      for (SignedApplication waiting : files.copies().oldest(Integer.MAX_VALUE)) {
        String municipality = waiting.application().municipality();
        if (!away.contains(municipality) && !handOver(waiting)) {
          away.add(municipality);
        }
      }
      return files.copies().waiting().size();
    }
  }

  private boolean handOver(SignedApplication waiting) {
    ApplicationVersion id = waiting.application().id();
    String municipality = waiting.application().municipality();
    try {
      systems.send(
          CountrySystem.only(SystemKind.ELECTRONIC_APPLICATION),
          new CountrySystem(SystemKind.APPLICATION_RELAY, municipality),
          SignedApplication.MESSAGE,
          waiting,
          Kept.class);
    } catch (UnreachableSystemException later) {
      log.info("application {} waits for the relay of {}", id.label(), municipality);
      return false;
    } catch (RefusedCallException refused) {
      log.warn("application {} was refused: {}", id.label(), refused.fault());
      applications.update(ApplicationStatus.returned(id, ReturnReason.NOT_TAKEN));
    }
    files.copies().erase(id);
    return true;
  }
}
