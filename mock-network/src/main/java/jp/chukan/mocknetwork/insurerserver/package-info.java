/**
 * 「医療保険者等向け中間サーバー等」: 資格履歴 and 機関別符号 of every insurer, each in its own 「委託区画」. No type here has a
 * place for a 個人番号.
 */
@NullMarked
package jp.chukan.mocknetwork.insurerserver;

import org.jspecify.annotations.NullMarked;
