/**
 * The rest of the country, run as one application: everything that an intermediate server talks to.
 */
@NullMarked
package jp.chukan.mocknetwork;

import org.jspecify.annotations.NullMarked;
