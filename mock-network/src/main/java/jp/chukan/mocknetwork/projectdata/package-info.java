/** Tables of the project that say what the law and the documents say. */
@NullMarked
package jp.chukan.mocknetwork.projectdata;

import org.jspecify.annotations.NullMarked;
