/**
 * 「お知らせ」: what an institution tells one person, and whether the person has read it. {@code notice}
 * is another thing: mail to staff.
 */
@NullMarked
package jp.chukan.gateway.citizennotice;

import org.jspecify.annotations.NullMarked;
