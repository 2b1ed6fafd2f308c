/** 「整合性確認」: whether two systems of the register network keep the same of everybody. */
@NullMarked
package jp.chukan.mocknetwork.consistency;

import org.jspecify.annotations.NullMarked;
