/**
 * The test PKI of a run on one machine: issued on first start from {@code certificates/issued.tsv}.
 */
@NullMarked
package jp.chukan.command.certificates;

import org.jspecify.annotations.NullMarked;
