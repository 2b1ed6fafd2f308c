package jp.chukan.gateway;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

  @Test
  void featuresMeetThroughTheirApiOnly() {
    ApplicationModules.of(IntermediateServer.class).verify();
  }
}
