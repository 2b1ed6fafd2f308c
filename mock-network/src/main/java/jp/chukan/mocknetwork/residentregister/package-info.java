/** 「住民基本台帳ネットワーク」: carries a 処理通番 with a 住民票コード to the core, and never sees a 符号. */
@NullMarked
package jp.chukan.mocknetwork.residentregister;

import org.jspecify.annotations.NullMarked;
