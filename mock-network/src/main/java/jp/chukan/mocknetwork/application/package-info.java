/**
 * 「電子申請」: what an application says and how far it is; the words that サービス検索・電子申請機能, 連携サーバ, 申請管理システム
 * and 既存住基システム share.
 */
@NullMarked
package jp.chukan.mocknetwork.application;

import org.jspecify.annotations.NullMarked;
