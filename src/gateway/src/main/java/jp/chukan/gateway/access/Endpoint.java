package jp.chukan.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * Names the endpoint that a request went to. Only names of this server's own are given back: a path
 * that somebody made up may hold anything.
 */
final class Endpoint {
  private static final List<String> SIDES =
      List.of("/municipal/", "/network/", "/disclosure/", "/operation/");
  private static final List<String> NAMES =
      List.of(
          "linkage-codes",
          "replicas",
          "response-modes",
          "replica-inquiries",
          "reconciliations",
          "inquiries",
          "inquiry-results",
          "inquiry-files",
          "provision-records",
          "approval-cases",
          "communications",
          "provision-requests",
          "permission-lists",
          "permission-list",
          "grants",
          "institution-masters",
          "first-administrators",
          "jobs",
          "backups",
          "keys",
          "inquiry-answers",
          "refused-answers",
          "record-disclosures",
          "self-information",
          "notices");

  private Endpoint() {}

  static String of(HttpServletRequest request) {
    String path = request.getRequestURI();
    return SIDES.stream()
        .filter(path::startsWith)
        .findFirst()
        .flatMap(
            side ->
                NAMES.stream()
                    .filter(name -> List.of(path.split("/")).contains(name))
                    .findFirst()
                    .map(name -> side + name))
        .orElse("unknown endpoint");
  }
}
