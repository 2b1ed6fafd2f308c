package jp.chukan.gateway.institution;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import jp.chukan.gateway.csv.FaultyFileException;
import jp.chukan.gateway.kernel.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the 「機関マスタ」 that comes with the server in force when there is none at all, so that a new
 * installation works at once. Afterwards that file is never looked at again.
 */
@Component
final class LoadInitialMaster implements InitializingBean {
  private static final Logger log = LoggerFactory.getLogger(LoadInitialMaster.class);

  private final InstitutionMasterStore store;
  private final Institutions institutions;
  private final TransactionTemplate transaction;
  private final InstantSource clock;
  private final Resource file;

  LoadInitialMaster(
      InstitutionMasterStore store,
      Institutions institutions,
      PlatformTransactionManager transactionManager,
      InstantSource clock,
      @Value("${chukan.institution-master.initial:classpath:institutions/master.csv}")
          Resource file) {
    this.store = store;
    this.institutions = institutions;
    this.transaction = new TransactionTemplate(transactionManager);
    this.clock = clock;
    this.file = file;
  }

  /**
   * @throws FaultyFileException a file that is not sound stops the first start
   */
  @Override
  public void afterPropertiesSet() throws IOException {
    if (institutions.inForce().isPresent()) {
      return;
    }
    byte[] content;
    try (InputStream stream = file.getInputStream()) {
      content = stream.readAllBytes();
    }
    List<MasterEntry> entries = MasterFile.read(content);
    transaction.executeWithoutResult(status -> load(entries, Sha256.of(content)));
    institutions.refresh();
  }

  private void load(List<MasterEntry> entries, byte[] digest) {
    // Another node may start at the same moment.
    store.lock();
    if (!store.versions().isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    MasterActor actor = new MasterActor(file.getDescription(), null);
    store.activate(store.insert(entries, digest, actor, now), actor, now);
    log.info("institution master of the first start is in force, {} rows", entries.size());
  }
}
