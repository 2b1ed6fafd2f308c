package jp.chukan.gateway.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@DisplayName("ログとトレースの設定")
class LogFormTest {
  private final ApplicationContextRunner server =
      new ApplicationContextRunner()
          .withInitializer(new ConfigDataApplicationContextInitializer())
          .withPropertyValues("password=of-a-test", "database-password-chukan_app=of-a-test");

  @Test
  void inProductionEachLineIsAnObject() {
    server
        .withPropertyValues(
            "spring.profiles.active=production", "CHUKAN_DATABASE_ADDRESS=none/none")
        .run(
            context ->
                assertThat(
                        context.getEnvironment().getProperty("logging.structured.format.console"))
                    .isEqualTo("ecs"));
  }

  @Test
  void nothingIsSentToACollectorUntilItsAddressIsSet() {
    server.run(
        context -> {
          assertThat(context.getEnvironment().getProperty("management.otlp.tracing.endpoint"))
              .isNull();
          assertThat(context.getEnvironment().getProperty("logging.structured.format.console"))
              .isNull();
          assertThat(
                  context
                      .getEnvironment()
                      .getProperty("jdbc.datasource-proxy.include-parameter-values"))
              .isEqualTo("false");
        });
  }
}
