/** 「職員認証・権限管理」: which of the staff may ask or provide, and for which 「事務」. */
@NullMarked
package jp.chukan.gateway.staff;

import org.jspecify.annotations.NullMarked;
