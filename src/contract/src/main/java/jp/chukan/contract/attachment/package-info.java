/** The attachment of a registration: 「副本」 records, read and written as a stream. */
@NullMarked
package jp.chukan.contract.attachment;

import org.jspecify.annotations.NullMarked;
