/** The intermediate server: one package for each function that the documents number. */
@NullMarked
package jp.chukan.gateway;

import org.jspecify.annotations.NullMarked;
