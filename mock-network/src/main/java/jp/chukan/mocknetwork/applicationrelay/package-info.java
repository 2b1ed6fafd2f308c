/**
 * 「連携サーバ」 between サービス検索・電子申請機能 and 申請管理システム: it stands outside, connects to nobody, and has
 * nothing left of what was fetched from it (MU-15, MU-17).
 */
@NullMarked
package jp.chukan.mocknetwork.applicationrelay;

import org.jspecify.annotations.NullMarked;
