/** 「個人番号カード」 of the residents of a municipality, in the ledger of its 既存住基システム. */
@NullMarked
package jp.chukan.mocknetwork.residentrecords.card;

import org.jspecify.annotations.NullMarked;
