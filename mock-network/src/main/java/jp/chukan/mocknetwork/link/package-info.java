/**
 * How the systems of the country reach each other: each has an address, a key and a list of those
 * it may talk to of its own, and every communication is recorded.
 */
@NullMarked
package jp.chukan.mocknetwork.link;

import org.jspecify.annotations.NullMarked;
