package jp.chukan.gateway.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** Loads the layouts once, from the jar or from where an operator put others. */
@Configuration(proxyBeanMethods = false)
class LayoutConfiguration {

  @Bean
  StandardLayouts standardLayouts(
      @Value("${chukan.layouts:classpath:layouts/*.yaml}") Resource[] files,
      @Value("${chukan.refused-data-sets:classpath:layouts/refused/data-sets.yaml}")
          Resource refused)
      throws IOException {
    List<StandardLayout> layouts = new ArrayList<>();
    for (Resource file : files) {
      layouts.add(LayoutFiles.layout(file.getDescription(), file.getInputStream()));
    }
    return new StandardLayouts(
        layouts, LayoutFiles.refusedDataSets(refused.getDescription(), refused.getInputStream()));
  }
}
