/** 「庁内システム接続」: what comes from the municipality's own systems. */
@NullMarked
package jp.chukan.gateway.municipal;

import org.jspecify.annotations.NullMarked;
