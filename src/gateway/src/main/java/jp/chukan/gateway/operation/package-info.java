/** 「システム管理」: health and what only the operator of the machine may do. */
@NullMarked
package jp.chukan.gateway.operation;

import org.jspecify.annotations.NullMarked;
