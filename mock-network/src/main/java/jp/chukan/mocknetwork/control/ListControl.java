package jp.chukan.mocknetwork.control;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jp.chukan.mocknetwork.coresystem.ListFault;
import jp.chukan.mocknetwork.coresystem.PermissionLists;
import jp.chukan.mocknetwork.coresystem.ScheduleItem;
import jp.chukan.mocknetwork.coresystem.ServerLink;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Has the core publish versions of the list. */
@RestController
final class ListControl {
  private static final long WAIT_SECONDS = 60;
  private final PermissionLists lists;

  ListControl(PermissionLists lists) {
    this.lists = lists;
  }

  /**
   * A version to be published.
   *
   * @param version its number, null for the next
   * @param faults what is wrong with it
   * @param without items of 別表第二 that it does not have
   */
  record Order(
      @Nullable Integer version,
      @Nullable Set<ListFault> faults,
      @Nullable Set<ScheduleItem> without) {}

  record Published(int version, int entries, String outcome, @Nullable String errorCode) {}

  @PostMapping("/control/permission-lists")
  Published publish(@RequestBody Order order) {
    PermissionLists.Publication publication =
        lists.publish(
            order.version(),
            Objects.requireNonNullElse(order.faults(), Set.of()),
            Objects.requireNonNullElse(order.without(), Set.of()));
    ServerLink.Outcome outcome =
        publication.outcome().orTimeout(WAIT_SECONDS, TimeUnit.SECONDS).join();
    return switch (outcome) {
      case ServerLink.Outcome.Accepted() ->
          new Published(publication.version(), publication.entries(), "ACCEPTED", null);
      case ServerLink.Outcome.Refused(var errorCode) ->
          new Published(publication.version(), publication.entries(), "REFUSED", errorCode);
    };
  }
}
