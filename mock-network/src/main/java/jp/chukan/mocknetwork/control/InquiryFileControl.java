package jp.chukan.mocknetwork.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.mocknetwork.inquiryrelay.InquiryRelay;
import jp.chukan.mocknetwork.inquiryrelay.RelayedFile;
import jp.chukan.mocknetwork.municipality.BusinessSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of 「情報照会」 of a municipality's business systems, through its hub. */
@RestController
@RequestMapping("/control/municipalities/{code}/inquiry-files")
final class InquiryFileControl {
  private final InquiryFiles files;
  private final InquiryRelay relay;
  private final ResultComparison comparison;

  InquiryFileControl(InquiryFiles files, InquiryRelay relay, ResultComparison comparison) {
    this.files = files;
    this.relay = relay;
    this.comparison = comparison;
  }

  /**
   * How far a file is.
   *
   * @param file at the hub
   * @param server at the server, null when it does not have the file
   */
  record Progress(RelayedFile file, @Nullable JsonNode server) {}

  @PostMapping
  List<RelayedFile> handIn(
      @PathVariable("code") String code, @RequestBody InquiryFiles.Order order) {
    return files.handIn(new InstitutionCode(code), order);
  }

  @GetMapping
  List<RelayedFile> all(@PathVariable("code") String code) {
    return relay.of(new InstitutionCode(code));
  }

  @GetMapping("/{reference}")
  ResponseEntity<Progress> progress(
      @PathVariable("code") String code, @PathVariable("reference") String reference) {
    return ResponseEntity.of(
        relay
            .find(new InstitutionCode(code), new ReceptionNumber(reference))
            .map(file -> new Progress(file, relay.stateAtServer(file))));
  }

  /** The result file, as the business system gets it: 404 for another one, or before the end. */
  @GetMapping("/{reference}/result")
  ResponseEntity<byte[]> result(
      @PathVariable("code") String code,
      @PathVariable("reference") String reference,
      @RequestParam("system") BusinessSystem system) {
    return relay
        .result(new InstitutionCode(code), system, new ReceptionNumber(reference))
        .map(
            content ->
                ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).body(content))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @GetMapping("/{reference}/comparison")
  ResponseEntity<ResultComparison.Comparison> compare(
      @PathVariable("code") String code, @PathVariable("reference") String reference) {
    var institution = new InstitutionCode(code);
    var number = new ReceptionNumber(reference);
    Optional<byte[]> result =
        relay
            .find(institution, number)
            .flatMap(file -> relay.result(institution, file.system(), number));
    return ResponseEntity.of(result.map(comparison::compare));
  }
}
