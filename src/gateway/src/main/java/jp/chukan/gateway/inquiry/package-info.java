/** 「情報照会」: the municipality asks others through the network, and gets what they provide. */
@NullMarked
package jp.chukan.gateway.inquiry;

import org.jspecify.annotations.NullMarked;
