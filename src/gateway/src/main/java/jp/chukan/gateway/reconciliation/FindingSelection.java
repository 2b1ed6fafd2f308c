package jp.chukan.gateway.reconciliation;

import jp.chukan.contract.code.ReceptionNumber;
import org.jspecify.annotations.Nullable;

/**
 * Which findings; null leaves a condition out.
 *
 * @param number of the comparison
 * @param kind only those of this kind
 * @param item only those that differ in this item, by its code or the element of the period
 */
public record FindingSelection(
    ReceptionNumber number, @Nullable FindingKind kind, @Nullable String item) {}
