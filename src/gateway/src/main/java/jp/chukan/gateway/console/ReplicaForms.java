package jp.chukan.gateway.console;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.correction.ProposalKind;
import jp.chukan.gateway.layout.StandardLayout;
import jp.chukan.gateway.replica.ReplicaSnapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** Puts into the model what the form of an entry is made of. */
final class ReplicaForms {
  private static final Set<String> FIELDS =
      Set.of(
          "DataSetRecordKey",
          "PublicationDate",
          "PublishedEndDate",
          "AutoResponseProhibited",
          "Comment");

  private ReplicaForms() {}

  static void fill(
      Model model, EntryForm form, StandardLayout layout, @Nullable ReplicaSnapshot stored) {
    boolean asksItems =
        form.kind() == ProposalKind.REGISTRATION || form.kind() == ProposalKind.CORRECTION;
    ReplicaSnapshot present = form.kind() == ProposalKind.REGISTRATION ? null : stored;
    List<ItemField> items =
        asksItems
            ? ItemField.of(layout, present == null ? Map.of() : present.items(), form.items())
            : List.of();
    model.addAttribute("form", form);
    model.addAttribute("layout", layout);
    model.addAttribute("stored", present);
    model.addAttribute("asksItems", asksItems);
    model.addAttribute("known", items.stream().filter(item -> !item.placeholder()).toList());
    model.addAttribute("unknown", items.stream().filter(ItemField::placeholder).toList());
    Object fault = model.getAttribute("fault");
    if (fault instanceof Refusal refusal) {
      Set<String> places =
          Stream.concat(FIELDS.stream(), items.stream().map(ItemField::code))
              .collect(Collectors.toSet());
      boolean placed = refusal.element() != null && places.contains(refusal.element());
      model.addAttribute("faultAt", placed ? refusal.element() : "");
    }
  }
}
