package jp.chukan.mocknetwork.coresystem;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.document.PermissionMatchingList;
import jp.chukan.contract.document.PermittedInquiry;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 「照会許可照合リスト」: publishes signed versions, and checks inquiries against the one in force (MS-103).
 */
@Component
public final class PermissionLists {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private final MasterList master;
  private final PermissionListArchive archive;
  private final DocumentSigner signer;
  private final ServerLink server;
  private final InstantSource clock;
  private volatile boolean checking = true;
  private volatile @Nullable PermissionMatchingList inForce;

  PermissionLists(
      MasterList master,
      PermissionListArchive archive,
      DocumentSigner signer,
      ServerLink server,
      InstantSource clock) {
    this.master = master;
    this.archive = archive;
    this.signer = signer;
    this.server = server;
    this.clock = clock;
    this.inForce = archive.latestList().orElse(null);
  }

  /**
   * A version that was published.
   *
   * @param version its number
   * @param entries how many rows it has
   * @param outcome what the intermediate server made of it
   */
  public record Publication(
      int version, int entries, CompletableFuture<ServerLink.Outcome> outcome) {}

  /** Whether the core refuses on its own; without it, refusing is left to the server. */
  public void setChecking(boolean checking) {
    this.checking = checking;
  }

  public boolean isChecking() {
    return checking;
  }

  /** The signed version in force, as the intermediate server may fetch it. */
  public Optional<byte[]> currentDocument() {
    return archive.latestDocument();
  }

  public int currentVersion() {
    return archive.latestVersion();
  }

  /**
   * Makes a version of the list, signs it and sends it to the server. One that is faulty, or older
   * than the one in force, does not come into force at the core.
   *
   * @param version its number, null for the next one
   */
  public synchronized Publication publish(
      @Nullable Integer version, Set<ListFault> faults, Set<ScheduleItem> without) {
    int number = version == null ? archive.latestVersion() + 1 : version;
    var list =
        new PermissionMatchingList(
            number, clock.instant(), entries(faults, master.without(without)));
    byte[] content = XmlDocuments.write(list);
    byte[] signed = signer.sign(faults.contains(ListFault.NOT_A_LIST) ? new byte[] {1} : content);
    if (faults.isEmpty() && number > archive.latestVersion()) {
      archive.keep(list, content, signed);
      inForce = list;
    }
    if (faults.contains(ListFault.FORGED_SIGNATURE)) {
      signed = AlteredBytes.lastByte(signed);
    }
    if (faults.contains(ListFault.TAMPERED_CONTENT)) {
      signed = AlteredBytes.digitAfter(signed, "alidFrom>");
    }
    return new Publication(number, list.entries().size(), server.sendPermissionList(signed));
  }

  private static List<PermittedInquiry> entries(
      Set<ListFault> faults, List<PermittedInquiry> entries) {
    if (faults.contains(ListFault.EMPTY)) {
      return List.of();
    }
    return faults.contains(ListFault.WRONG_PERIOD)
        ? entries.stream().map(PermissionLists::endingBeforeItBegins).toList()
        : entries;
  }

  private static PermittedInquiry endingBeforeItBegins(PermittedInquiry entry) {
    return new PermittedInquiry(
        entry.inquirer(),
        entry.affair(),
        entry.procedure(),
        entry.provider(),
        entry.information(),
        entry.validFrom(),
        entry.validFrom().minusDays(1));
  }

  /** Why the core refuses this inquiry today, empty when it does not. */
  Optional<Refusal> check(Inquiry inquiry) {
    if (!checking) {
      return Optional.empty();
    }
    PermissionMatchingList list = inForce;
    if (list == null) {
      return Optional.of(Refusal.of(ErrorCode.TKY_NO_LIST));
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), JAPAN);
    return list.entries().stream().anyMatch(entry -> permits(entry, inquiry, today))
        ? Optional.empty()
        : Optional.of(Refusal.of(ErrorCode.TKY_NOT_ON_LIST));
  }

  static boolean permits(PermittedInquiry entry, Inquiry inquiry, LocalDate day) {
    return entry.inquirer().equals(inquiry.inquirer())
        && entry.affair().equals(inquiry.affair())
        && entry.procedure().equals(inquiry.procedure())
        && entry.provider().equals(inquiry.provider())
        && entry.information().equals(inquiry.information())
        && isInForce(entry, day);
  }

  /** Whether the row counts on that day; the last day still does. */
  public static boolean isInForce(PermittedInquiry entry, LocalDate day) {
    LocalDate last = entry.validTo();
    return !day.isBefore(entry.validFrom()) && (last == null || !day.isAfter(last));
  }
}
