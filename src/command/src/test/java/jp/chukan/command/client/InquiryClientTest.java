package jp.chukan.command.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import jp.chukan.command.certificates.TestAuthority;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.inquiryfile.ResultEncoding;
import jp.chukan.contract.message.Acknowledgement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InquiryClientTest {
  private static final ReceptionNumber NUMBER = new ReceptionNumber("RECEPTION0001");

  @TempDir static Path keys;
  @TempDir Path files;

  private FakeGateway gateway;
  private InquiryClient client;

  @BeforeAll
  static void issue() throws IOException {
    TestAuthority.issueMissing(keys, InstantSource.system(), new SecureRandom());
  }

  @BeforeEach
  void start() throws IOException {
    gateway = new FakeGateway(keys);
    client = gateway.client().inquiries();
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test // MS-24
  void aFileIsPutUnderItsNameAndGetsItsNumber() throws IOException {
    gateway.status = 202;
    gateway.answers(
        new Acknowledgement(
            FakeGateway.header(Acknowledgement.TYPE_ID),
            new Acknowledgement.Body(null, null, null, null)));
    var file = Files.writeString(files.resolve("P640R110_20261001090000_0001.DAT"), "01,…\r\n");
    assertThat(client.submit(file)).isEqualTo(new ReceptionNumber("0".repeat(26)));
    assertThat(gateway.method).isEqualTo("PUT");
    assertThat(gateway.path).isEqualTo("/municipal/inquiry-files/P640R110_20261001090000_0001.DAT");
    assertThat(gateway.received).isEqualTo("01,…\r\n");
  }

  @Test // MS-78
  void howFarAFileIsIsToldByState() throws IOException {
    gateway.answer =
        """
        {"receptionNumber":"RECEPTION0001","fileName":"f","receivedAt":"2026-10-01T00:00:00Z",
         "lines":10,"complete":false,"states":{"SENT":3,"PROVIDED":5,"REFUSED":2}}
        """;
    var state = client.state(NUMBER);
    assertThat(gateway.path).isEqualTo("/municipal/inquiry-files/RECEPTION0001");
    assertThat(state.complete()).isFalse();
    assertThat(state.lines()).isEqualTo(10);
    assertThat(state.ended()).isEqualTo(7);
    assertThat(state.count("PROVIDED")).isEqualTo(5);
    assertThat(state.count("UNANSWERED")).isZero();
  }

  @Test
  void theResultSaysWhetherItIsComplete() throws IOException {
    var target = files.resolve("result.dat");
    gateway.answer = "partial";
    gateway.answerHeaders.put("Chukan-Complete", "false");
    assertThat(client.result(NUMBER, ResultEncoding.MS932, target)).isFalse();
    assertThat(target).hasContent("partial");
    assertThat(gateway.path)
        .isEqualTo("/municipal/inquiry-files/RECEPTION0001/result?encoding=MS932");
    gateway.answer = "whole";
    gateway.answerHeaders.put("Chukan-Complete", "true");
    assertThat(client.result(NUMBER, ResultEncoding.UTF_8, target)).isTrue();
    assertThat(target).hasContent("whole");
  }

  @Test
  void aRefusalLeavesTheEarlierResultAsItWasAndNothingBeside() throws IOException {
    var target = Files.writeString(files.resolve("result.dat"), "earlier");
    gateway.status = 404;
    gateway.answers(
        new Acknowledgement(
            FakeGateway.header(Acknowledgement.TYPE_ID),
            new Acknowledgement.Body("SKI-0101", null, null, "該当する受付番号または処理通番がありません。")));
    assertThatThrownBy(() -> client.result(NUMBER, ResultEncoding.UTF_8, target))
        .isInstanceOf(RefusedMessageException.class);
    assertThat(target).hasContent("earlier");
    try (var all = Files.list(files)) {
      assertThat(all).containsExactly(target);
    }
  }
}
