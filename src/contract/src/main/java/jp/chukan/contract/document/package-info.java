/** Contents of signed documents: permit, path, list, and what is provided. */
@NullMarked
package jp.chukan.contract.document;

import org.jspecify.annotations.NullMarked;
