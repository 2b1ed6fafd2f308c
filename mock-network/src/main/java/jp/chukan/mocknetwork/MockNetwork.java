package jp.chukan.mocknetwork;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The mock network as an application. */
@SpringBootApplication
public class MockNetwork {
  public static void main(String[] arguments) {
    SpringApplication.run(MockNetwork.class, arguments);
  }
}
