/** 「符号管理」: 「符号」 are asked for, arrive, and are found from either side. */
@NullMarked
package jp.chukan.gateway.linkagecode;

import org.jspecify.annotations.NullMarked;
