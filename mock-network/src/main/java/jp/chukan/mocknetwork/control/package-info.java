/** What demonstrations and acceptance tests steer the country with; loopback only. */
@NullMarked
package jp.chukan.mocknetwork.control;

import org.jspecify.annotations.NullMarked;
