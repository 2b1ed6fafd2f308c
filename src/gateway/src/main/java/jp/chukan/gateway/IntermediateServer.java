package jp.chukan.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** 「中間サーバー」: the server between a municipality's systems and the network. */
@Modulithic(sharedModules = "kernel")
@SpringBootApplication
@ConfigurationPropertiesScan
public class IntermediateServer {

  public static void main(String[] arguments) {
    SpringApplication.run(IntermediateServer.class, arguments);
  }
}
