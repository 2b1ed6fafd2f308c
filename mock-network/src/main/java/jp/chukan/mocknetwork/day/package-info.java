/**
 * One day of the country: what happens to its residents, what its systems do beside that, what goes
 * out of order, and at its end every copy beside its original.
 */
@NullMarked
package jp.chukan.mocknetwork.day;

import org.jspecify.annotations.NullMarked;
