package jp.chukan.gateway.isolation;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.stream.Stream;
import jp.chukan.gateway.testing.SeenStatements;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class EveryStatementIT {
  @Test
  void x() {
    ForeignReplay replay = new ForeignReplay();
    SeenStatements.watch(replay);
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(
                    Stream.of(System.getProperty("nested").split(","))
                        .map(name -> selectClass("jp.chukan.gateway." + name))
                        .toList())
                .build());
    SeenStatements.watch(null);
    replay.proofs().forEach((sql, proof) -> System.out.println("SQL\t" + proof.ofInstitutions + "\t" + proof.worked + "\t" + proof.leaks + "\t" + proof.faults.stream().limit(2).toList() + "\t" + proof.issuers + "\t" + sql));
    java.util.Set<String> seen = new java.util.TreeSet<>();
    replay.proofs().values().forEach(p -> seen.addAll(p.issuers));
    System.out.println("SEEN " + seen);
  }
}
