/** What every feature stands on: institutions, transactions under row-level security, numbers. */
@NullMarked
package jp.chukan.gateway.kernel;

import org.jspecify.annotations.NullMarked;
