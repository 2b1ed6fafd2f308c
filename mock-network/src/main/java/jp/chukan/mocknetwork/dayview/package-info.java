/** The page of a day: a picture of the country with the messages that go through it. */
@NullMarked
package jp.chukan.mocknetwork.dayview;

import org.jspecify.annotations.NullMarked;
