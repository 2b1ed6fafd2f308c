package jp.chukan.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import jp.chukan.gateway.kernel.DatabaseSockets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@DisplayName("本番プロファイル")
class ProductionProfileTest {
  private final ApplicationContextRunner server =
      new ApplicationContextRunner()
          .withInitializer(new ConfigDataApplicationContextInitializer())
          .withPropertyValues("spring.profiles.active=production", "password=of-a-test");

  @Test // MS-96
  void everyConnectionToTheDatabaseVerifiesItThatOfTheMigrationsToo() {
    server
        .withPropertyValues("CHUKAN_DATABASE_ADDRESS=database:5432/chukan")
        .run(
            context -> {
              var settings = context.getEnvironment();
              assertThat(settings.getProperty("spring.datasource.url"))
                  .startsWith("jdbc:postgresql://database:5432/chukan?sslmode=verify-full&")
                  .contains("sslrootcert=run/keys/database-authorities.pem");
              // so the migrations connect by the same address
              assertThat(settings.getProperty("spring.flyway.url")).isNull();
            });
  }

  @Test
  void aMachineOfTheDatabaseOrANodeWhoseCableIsCutIsFound() {
    server
        .withPropertyValues("CHUKAN_DATABASE_ADDRESS=database:5432/chukan")
        .run(
            context -> {
              var settings = context.getEnvironment();
              assertThat(settings.getProperty("spring.datasource.url"))
                  .contains("&connectTimeout=5&loginTimeout=10&")
                  .endsWith("&socketFactory=" + DatabaseSockets.class.getName());
              assertThat(settings.getProperty("spring.datasource.hikari.connection-init-sql"))
                  .contains("set tcp_user_timeout = 10000", "set tcp_keepalives_idle = 5");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"chukan.database.address", "chukan.broker.addresses"})
  void noAddressIsGuessed(String setting) {
    server.run(
        context ->
            assertThatThrownBy(() -> context.getEnvironment().getProperty(setting))
                .hasMessageContaining("CHUKAN_"));
  }

  @Test
  void nothingIsEmbeddedAndNoBackupIsMadeOfHalfOfIt() {
    server.run(
        context -> {
          assertThat(context.getEnvironment().getProperty("spring.artemis.mode"))
              .isEqualTo("native");
          assertThat(context.getEnvironment().getProperty("chukan.backup.cron")).isEmpty();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"broker", "broker:", "https://broker:61616", "broker 1:61616"})
  void anAddressOfABrokerIsANameAndAPort(String address) {
    assertThatThrownBy(
            () -> new ExternalBrokerSettings(List.of(address), Path.of("k"), Path.of("t"), "p"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
