/** Documents, held against the code that they tell of. */
@NullMarked
package jp.chukan.contract.documentation;

import org.jspecify.annotations.NullMarked;
