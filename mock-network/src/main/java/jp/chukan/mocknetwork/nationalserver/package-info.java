/** 「全国サーバ」 with 「個人番号カード管理システム」: 機構保存本人確認情報, 送付先情報 and cards of the whole country (G:240). */
@NullMarked
package jp.chukan.mocknetwork.nationalserver;

import org.jspecify.annotations.NullMarked;
