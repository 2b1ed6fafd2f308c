/** What the programs are made of, and that anyone can make them again. */
@NullMarked
package jp.chukan.acceptance.supplychain;

import org.jspecify.annotations.NullMarked;
