/** 「情報提供」: a request of the network is answered, held or refused; once, with one record. */
@NullMarked
package jp.chukan.gateway.provision;

import org.jspecify.annotations.NullMarked;
