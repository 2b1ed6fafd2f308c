package jp.chukan.gateway.municipal;

import java.time.Instant;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.permission.PermissionMatchingLists;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows which 「照会許可照合リスト」 is in force, and how old it is. */
@RestController
class PermissionListEndpoint {
  private final PermissionMatchingLists lists;

  PermissionListEndpoint(PermissionMatchingLists lists) {
    this.lists = lists;
  }

  /** The list in force. */
  record PermissionListView(int version, int entries, Instant publishedAt, Instant receivedAt) {}

  @GetMapping(path = "/municipal/permission-list", produces = MediaType.APPLICATION_JSON_VALUE)
  PermissionListView inForce() {
    return lists
        .inForce()
        .map(
            list ->
                new PermissionListView(
                    list.version(), list.entries(), list.publishedAt(), list.receivedAt()))
        .orElseThrow(() -> InvalidInputException.of(ErrorCode.TKY_NO_LIST));
  }
}
