package jp.chukan.gateway.reconciliation;

import java.util.List;
import jp.chukan.contract.code.ReceptionNumber;
import org.jspecify.annotations.Nullable;

/**
 * One record about which register and 「副本」 disagree; says nothing about the person.
 *
 * @param position counts the findings of one comparison, from 1
 * @param kind what is wrong
 * @param items in which both differ; empty unless both have the record
 * @param proposal what people propose to do about it, null as long as nobody does
 * @param errorCode why the last attempt to propose was refused, null when none was
 */
public record Finding(
    int position,
    FindingKind kind,
    List<String> items,
    @Nullable ReceptionNumber proposal,
    @Nullable String errorCode) {

  public Finding {
    items = List.copyOf(items);
  }
}
