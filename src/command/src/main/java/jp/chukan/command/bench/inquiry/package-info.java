/** 「情報照会」 by files at once while 「提供要求」 keep coming. */
@NullMarked
package jp.chukan.command.bench.inquiry;

import org.jspecify.annotations.NullMarked;
