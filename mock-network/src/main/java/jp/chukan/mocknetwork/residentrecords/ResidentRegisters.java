package jp.chukan.mocknetwork.residentrecords;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import org.springframework.stereotype.Component;

/** The registers of the served municipalities, as all events up to now have left them. */
@Component
public final class ResidentRegisters {
  private final Map<InstitutionCode, ResidentRegister> registers =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private final Map<InstitutionCode, Object> locks = new ConcurrentHashMap<>();
  private final ResidentEvents events;

  ResidentRegisters(InstitutionDirectory institutions, ResidentEvents events) {
    this.events = events;
    for (Institution institution : institutions.withRole(InstitutionRole.SERVED)) {
      registers.put(institution.code(), read(institution));
      locks.put(institution.code(), new Object());
    }
  }

  /**
   * The register of a municipality.
   *
   * @throws IllegalArgumentException when it is no served one
   */
  public ResidentRegister of(InstitutionCode institution) {
    ResidentRegister register = registers.get(institution);
    if (register == null) {
      throw new IllegalArgumentException("no served municipality " + institution);
    }
    return register;
  }

  /** The served municipalities, in the country's order. */
  public List<InstitutionCode> municipalities() {
    return List.copyOf(registers.keySet());
  }

  /**
   * What an event came to.
   *
   * @param number of the event, greater than that of every one before
   * @param changed the residents whose record changed, each once, as they are now
   */
  record Happened(int number, List<Resident> changed) {}

  /**
   * Something happens: it is written down in the open transaction, and kept over a restart.
   *
   * @throws IllegalArgumentException when it cannot have happened; nothing has changed then
   */
  Happened happen(InstitutionCode institution, ResidentEvent event) {
    ResidentRegister register = of(institution);
    synchronized (register) {
      List<Resident> changed = register.apply(event);
      return new Happened(events.keep(institution, event), changed);
    }
  }

  /** What changes of a municipality wait for. */
  public Object lockOf(InstitutionCode institution) {
    return Objects.requireNonNull(locks.get(of(institution).municipality().code()));
  }

  /** Five digits of a served municipality. */
  static String place(InstitutionCode institution) {
    return Institution.localGovernment(institution);
  }

  /** Forgets what was not kept after all. */
  void reread(InstitutionCode institution) {
    registers.put(institution, read(of(institution).municipality()));
  }

  private ResidentRegister read(Institution institution) {
    var register = new ResidentRegister(institution);
    events.of(institution.code()).forEach(register::apply);
    return register;
  }
}
