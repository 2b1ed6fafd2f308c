/** The files of 「情報照会」: requests of the municipality and their results, read and written. */
@NullMarked
package jp.chukan.contract.inquiryfile;

import org.jspecify.annotations.NullMarked;
