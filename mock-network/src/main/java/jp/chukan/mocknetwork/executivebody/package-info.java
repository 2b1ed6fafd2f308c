/** 「他の執行機関」 of a prefecture, such as 教育委員会: is provided with 本人確認情報 for its 事務 (G:51, G:152). */
@NullMarked
package jp.chukan.mocknetwork.executivebody;

import org.jspecify.annotations.NullMarked;
