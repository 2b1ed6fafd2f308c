/**
 * What {@code ./chukan demo --inquiry} shows of 「情報照会」, one step per class. {@link
 * jp.chukan.command.demo.inquiry.InquiryDemo} runs them in order.
 */
@NullMarked
package jp.chukan.command.demo.inquiry;

import org.jspecify.annotations.NullMarked;
