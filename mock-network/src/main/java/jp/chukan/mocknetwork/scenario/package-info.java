/**
 * What each system adds to a day of the country: what it plays, and which of its files are copies.
 */
@NullMarked
package jp.chukan.mocknetwork.scenario;

import org.jspecify.annotations.NullMarked;
